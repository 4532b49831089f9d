import type { VectorModel } from "./types.ts";

/** What a record of the vector log says. */
export type VectorRecord =
  | { op: "model"; model: VectorModel }
  | { op: "upsert"; key: string; chunks: Float32Array }
  | { op: "remove"; key: string };

/** In version 0.1.0 a content also had a vector for each section and one for all of it, which are passed over. */
const OPS = ["model", "coarse", "remove", "upsert"] as const;
const HEADER = 16;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A record as bytes: op (u32), key length, chunks, 0, the key (for "model" a JSON text), then float32 little-endian vectors of the chunks. One of
 * version 0.1.0 has the number of its sections in place of the 0 and, behind the chunks' vectors, those of the sections and more.
 */
export function encodeRecord(record: VectorRecord, dimension: number): Uint8Array {
  const key = encoder.encode(record.op === "model" ? JSON.stringify(record.model) : record.key);
  const vectors = record.op === "upsert" ? record.chunks : new Float32Array();
  const bytes = new Uint8Array(HEADER + key.length + vectors.byteLength);
  const view = new DataView(bytes.buffer);
  [OPS.indexOf(record.op), key.length, vectors.length / dimension, 0].forEach((value, i) =>
    view.setUint32(i * 4, value, true)
  );
  bytes.set(key, HEADER);
  bytes.set(new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength), HEADER + key.length);
  return bytes;
}

/** The record in these bytes; `dimension` is that of the log's model. Copies what it returns. */
export function decodeRecord(bytes: Uint8Array, dimension: number): VectorRecord {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [op = 0, keyLength = 0, chunks = 0] = [0, 4, 8].map((at) => view.getUint32(at, true));
  const key = decoder.decode(bytes.subarray(HEADER, HEADER + keyLength));
  if (OPS[op] === "model") return { op: "model", model: JSON.parse(key) };
  if (OPS[op] === "remove") return { op: "remove", key };
  const from = HEADER + keyLength;
  const values = bytes.slice(from, from + chunks * dimension * Float32Array.BYTES_PER_ELEMENT);
  return { op: "upsert", key, chunks: new Float32Array(values.buffer) };
}

/** The model that a log's first record names, or null where it names none. */
export function recordedModel(bytes: Uint8Array): VectorModel | null {
  const record = decodeRecord(bytes, 0);
  return record.op === "model" ? record.model : null;
}
