import { crc32 } from "node:zlib";

/** First bytes of a log file: its kind and version. */
export const MAGIC = new TextEncoder().encode("MORGLOG1");
/** Bytes before a payload: its length and its CRC-32, both little-endian uint32. */
export const FRAME_HEADER = 8;
/** No record is longer; a larger length can only be damage. */
export const MAX_PAYLOAD = 1 << 30;

/** A payload with its length and checksum before it. */
export function frame(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(FRAME_HEADER + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length, true);
  view.setUint32(4, crc32(payload), true);
  bytes.set(payload, FRAME_HEADER);
  return bytes;
}

/**
 * Reads the frames of an open file from its position on, and calls `take` with each payload (a view that is valid only
 * during the call) until that says to stop. Stops at the first frame that is incomplete or whose checksum is wrong.
 *
 * @returns bytes of whole frames that were read
 */
export async function readFrames(
  file: Deno.FsFile,
  take: (payload: Uint8Array) => void | "stop",
): Promise<number> {
  let buffer = new Uint8Array(1 << 22);
  let [start, end, good] = [0, 0, 0];

  async function fill(bytes: number): Promise<boolean> {
    if (end - start >= bytes) return true;
    if (start + bytes > buffer.length) {
      const next = bytes > buffer.length ? new Uint8Array(bytes) : buffer;
      next.set(buffer.subarray(start, end));
      [buffer, end, start] = [next, end - start, 0];
    }
    while (end - start < bytes) {
      const read = await file.read(buffer.subarray(end));
      if (read === null) return false;
      end += read;
    }
    return true;
  }

  const { size } = await file.stat();
  while (await fill(FRAME_HEADER)) {
    const view = new DataView(buffer.buffer, start, FRAME_HEADER);
    const length = view.getUint32(0, true);
    const checksum = view.getUint32(4, true);
    if (length > Math.min(MAX_PAYLOAD, size) || !await fill(FRAME_HEADER + length)) break;
    const payload = buffer.subarray(start + FRAME_HEADER, start + FRAME_HEADER + length);
    if (crc32(payload) !== checksum) break;
    const wish = take(payload);
    start += FRAME_HEADER + length;
    good += FRAME_HEADER + length;
    if (wish === "stop") break;
  }
  return good;
}

/** The first payload of a log file, or null where it holds none that is whole. */
export async function readFirstRecord(path: string): Promise<Uint8Array | null> {
  using file = await Deno.open(path);
  await file.seek(MAGIC.length, Deno.SeekMode.Start);
  let first: Uint8Array | null = null;
  await readFrames(file, (payload) => {
    first = payload.slice();
    return "stop";
  });
  return first;
}
