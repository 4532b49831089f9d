import type { ContentVectors, VectorModel } from "./types.ts";

/** What a record of the vector log says. */
export type VectorRecord =
  | { op: "model"; model: VectorModel }
  | { op: "upsert"; key: string; grains: ContentVectors }
  | { op: "remove"; key: string };

const OPS = ["model", "upsert", "remove"] as const;
const HEADER = 16;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A record as bytes: op (u32), key length, chunks, sections, the key (for "model" a JSON text), then float32
 * little-endian vectors of the chunks, sections and document, then the section of each chunk (u32).
 */
export function encodeRecord(record: VectorRecord): Uint8Array {
  const key = encoder.encode(record.op === "model" ? JSON.stringify(record.model) : record.key);
  const parts = record.op === "upsert" ? grainParts(record.grains) : [];
  const bytes = new Uint8Array(HEADER + key.length + parts.reduce((sum, part) => sum + part.byteLength, 0));
  const chunks = record.op === "upsert" ? record.grains.sectionOfChunk.length : 0;
  const sections = record.op === "upsert" && chunks > 0
    ? record.grains.section.length / (record.grains.chunk.length / chunks)
    : 0;
  const view = new DataView(bytes.buffer);
  [OPS.indexOf(record.op), key.length, chunks, sections].forEach((value, i) =>
    view.setUint32(i * 4, value, true)
  );
  bytes.set(key, HEADER);
  let at = HEADER + key.length;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** The record in these bytes; `dimension` is that of the log's model. Copies what it returns. */
export function decodeRecord(bytes: Uint8Array, dimension: number): VectorRecord {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [op = 0, keyLength = 0, chunks = 0, sections = 0] = [0, 4, 8, 12].map((at) =>
    view.getUint32(at, true)
  );
  const key = decoder.decode(bytes.subarray(HEADER, HEADER + keyLength));
  if (OPS[op] === "model") return { op: "model", model: JSON.parse(key) };
  if (OPS[op] === "remove") return { op: "remove", key };
  const values = bytes.slice(HEADER + keyLength).buffer;
  const [a, b, c] = [
    chunks * dimension,
    (chunks + sections) * dimension,
    (chunks + sections + 1) * dimension,
  ];
  return {
    op: "upsert",
    key,
    grains: {
      chunk: new Float32Array(values, 0, a),
      section: new Float32Array(values, a * 4, b - a),
      document: new Float32Array(values, b * 4, dimension),
      sectionOfChunk: new Uint32Array(values, c * 4, chunks),
    },
  };
}

function grainParts({ chunk, section, document, sectionOfChunk }: ContentVectors) {
  return [chunk, section, document, sectionOfChunk];
}

/** The model that a log's first record names, or null where it names none. */
export function recordedModel(bytes: Uint8Array): VectorModel | null {
  const record = decodeRecord(bytes, 0);
  return record.op === "model" ? record.model : null;
}
