import { MorganError } from "../lib/errors.ts";
import { readFailure, requireReadable } from "./unreadable.ts";

/** An open file that gives as many bytes as it had when it was opened. */
export interface OpenedFile extends Disposable {
  /** Bytes; undefined where the system does not tell before it is read. */
  size: number | undefined;
  bytes(): ReadableStream<Uint8Array>;
}

const PIECE = 64 * 1024;

/** Opens a file. Throws what stands in the way, as a `MorganError`. */
export async function openFile(path: string): Promise<OpenedFile> {
  try {
    // Looked at anew: what was a file may be a pipe by now, which would be waited for.
    requireReadable(path, await Deno.stat(path));
    const file = await Deno.open(path);
    const size = (await file.stat()).size || undefined;
    return {
      size,
      bytes: () => ReadableStream.from(pieces(path, file, size)),
      [Symbol.dispose]: () => file.close(),
    };
  } catch (error) {
    throw readFailure(path, error);
  }
}

/** What is written to the file meanwhile is left for the next time. */
async function* pieces(path: string, file: Deno.FsFile, size = Infinity): AsyncGenerator<Uint8Array> {
  for (let left = size; left > 0;) {
    const buffer = new Uint8Array(Math.min(left, PIECE));
    const read = await file.read(buffer).catch((error) => {
      throw readFailure(path, error);
    });
    if (read === null) {
      if (size === Infinity) return;
      throw new MorganError("invalid_input", `Cannot read ${path}: it was cut while it was read.`, {
        hint: "Ingest it again once it is written.",
        details: { reason: "unreadable" },
      });
    }
    left -= read;
    yield buffer.subarray(0, read);
  }
}
