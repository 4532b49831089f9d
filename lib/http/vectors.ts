import { decodeBase64, encodeBase64 } from "../base64.ts";

/** Vectors as they travel in JSON: base64 of little-endian float32. */
export function encodeVectors(vectors: Float32Array): string {
  const bytes = new Uint8Array(vectors.length * 4);
  const view = new DataView(bytes.buffer);
  vectors.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return encodeBase64(bytes);
}

/** The inverse of `encodeVectors`. */
export function decodeVectors(text: string): Float32Array {
  const bytes = decodeBase64(text);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
