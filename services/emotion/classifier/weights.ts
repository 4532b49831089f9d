import { MorganError } from "../../../lib/errors.ts";

/** An array of numbers in a weights file. */
export type Tensor = Int8Array | Uint32Array | Float32Array;

/** What a weights file holds. */
export interface Weights {
  /** Whatever JSON goes with the arrays: what they were trained on, thresholds. */
  about: Record<string, unknown>;
  tensors: Record<string, Tensor>;
}

const MAGIC = "MORGANW1";
const KINDS = { int8: Int8Array, uint32: Uint32Array, float32: Float32Array } as const;
type Kind = keyof typeof KINDS;

interface Entry {
  name: string;
  kind: Kind;
  length: number;
}

/** The bytes of a weights file: magic, length of the header, header as JSON, then the arrays, little-endian, each at a multiple of 4. */
export function encodeWeights({ about, tensors }: Weights): Uint8Array<ArrayBuffer> {
  const entries: Entry[] = Object.entries(tensors).map(([name, { length, BYTES_PER_ELEMENT }]) => {
    const kind = BYTES_PER_ELEMENT === 1
      ? "int8"
      : tensors[name] instanceof Uint32Array
      ? "uint32"
      : "float32";
    return { name, kind, length };
  });
  const header = new TextEncoder().encode(JSON.stringify({ about, entries }));
  const start = aligned(MAGIC.length + 4 + header.length);
  const size = Object.values(tensors).reduce((sum, { byteLength }) => sum + aligned(byteLength), start);
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.length, true);
  bytes.set(header, MAGIC.length + 4);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of Object.values(tensors)) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return bytes;
}

/** Reads a weights file; the arrays are views of `bytes`. Throws `invalid_config`, naming `path`, for anything else. */
export function decodeWeights(bytes: Uint8Array<ArrayBuffer>, path: string): Weights {
  try {
    const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
    if (magic !== MAGIC) throw new Error("it does not begin as one");
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
    const from = MAGIC.length + 4;
    const header: { about: Record<string, unknown>; entries: Entry[] } = JSON.parse(
      new TextDecoder().decode(bytes.subarray(from, from + length)),
    );
    let at = bytes.byteOffset + aligned(from + length);
    const tensors: Record<string, Tensor> = {};
    for (const { name, kind, length } of header.entries) {
      const tensor = new KINDS[kind](bytes.buffer, at, length);
      tensors[name] = tensor;
      at += aligned(tensor.byteLength);
    }
    return { about: header.about, tensors };
  } catch (cause) {
    throw new MorganError("invalid_config", `The weights file ${path} cannot be understood.`, {
      cause,
      hint: "Restore the file from Morgan's release, or make it again with `deno task train:emotion`.",
    });
  }
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
