import { dirname } from "node:path";
import { isDiskFull, MorganError } from "../errors.ts";
import { syncFolder } from "../home/files.ts";
import { frame, MAGIC, readFrames } from "./frame.ts";

/** What opening a log found. */
export interface RecordLogReport {
  records: number;
  /** Bytes after the last whole record that were cut off: a write that a crash or power cut tore. */
  cutBytes: number;
}

/** A file to which records are appended; what `append` acknowledged is there after a crash. One process may hold it. */
export interface RecordLog extends AsyncDisposable {
  readonly report: RecordLogReport;
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Writes records and waits until they are on the disk. Throws `MorganError` `storage_full` or `storage`; then none counts. */
  append(payloads: readonly Uint8Array[]): Promise<void>;
  /** Puts these records in place of all others at one instant. */
  rewrite(payloads: Iterable<Uint8Array>): Promise<void>;
}

/** Opens a log or makes it, and replays each record, oldest first; the payload is valid only during the call. */
export async function openRecordLog(path: string, replay: (payload: Uint8Array) => void): Promise<RecordLog> {
  await Deno.remove(`${path}.new`).catch(() => {});
  let file = await Deno.open(path, { read: true, write: true, create: true, mode: 0o600 });
  let size = 0;
  let report: RecordLogReport;
  try {
    ({ size, report } = await recover(file, path, replay));
  } catch (error) {
    file.close();
    throw error;
  }
  let tail: Promise<unknown> = Promise.resolve();
  let closed = false;

  function exclusive<T>(task: () => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new MorganError("storage", `The index file "${path}" is closed.`));
    const done = tail.then(task);
    tail = done.catch(() => {});
    return done;
  }

  async function write(payloads: readonly Uint8Array[]): Promise<void> {
    try {
      await file.seek(size, Deno.SeekMode.Start);
      const written = await writeFrames(file, payloads);
      await file.syncData();
      size += written;
    } catch (error) {
      await file.truncate(size).catch(() => {});
      throw storageError(path, error);
    }
  }

  async function replace(payloads: Iterable<Uint8Array>): Promise<void> {
    const next = await Deno.open(`${path}.new`, {
      read: true,
      write: true,
      create: true,
      truncate: true,
      mode: 0o600,
    });
    let written = 0;
    try {
      written += await writeAll(next, MAGIC);
      written += await writeFrames(next, payloads);
      await next.sync();
      // Windows renames no open file.
      if (Deno.build.os === "windows") file.close();
      await Deno.rename(`${path}.new`, path);
      await syncFolder(dirname(path));
    } catch (error) {
      next.close();
      await Deno.remove(`${path}.new`).catch(() => {});
      throw storageError(path, error);
    }
    if (Deno.build.os !== "windows") file.close();
    file = next;
    size = written;
  }

  return {
    report,
    get bytes() {
      return size;
    },
    append: (payloads) => exclusive(() => write(payloads)),
    rewrite: (payloads) => exclusive(() => replace(payloads)),
    async [Symbol.asyncDispose]() {
      if (closed) return;
      closed = true;
      await tail;
      file.close();
    },
  };
}

async function recover(file: Deno.FsFile, path: string, replay: (payload: Uint8Array) => void) {
  const { size: found } = await file.stat();
  const head = new Uint8Array(MAGIC.length);
  let read = 0;
  while (read < head.length) {
    const more = await file.read(head.subarray(read));
    if (more === null) break;
    read += more;
  }
  if (head.subarray(0, read).some((byte, i) => byte !== MAGIC[i])) {
    throw damaged(path);
  }
  if (read < head.length) {
    await file.truncate(0);
    await file.seek(0, Deno.SeekMode.Start);
    await writeAll(file, MAGIC);
    await file.sync();
    await syncFolder(dirname(path));
    return { size: MAGIC.length, report: { records: 0, cutBytes: found } };
  }
  let records = 0;
  const good = await readFrames(file, (payload) => {
    try {
      replay(payload);
    } catch (error) {
      throw error instanceof MorganError ? error : damaged(path, error);
    }
    records++;
  });
  const size = MAGIC.length + good;
  if (size < found) {
    await file.truncate(size);
    await file.sync();
  }
  return { size, report: { records, cutBytes: found - size } };
}

/** Many small records go out in few writes. */
async function writeFrames(file: Deno.FsFile, payloads: Iterable<Uint8Array>): Promise<number> {
  const buffer = new Uint8Array(1 << 20);
  let [filled, written] = [0, 0];
  for (const payload of payloads) {
    const bytes = frame(payload);
    if (filled + bytes.length > buffer.length) {
      written += await writeAll(file, buffer.subarray(0, filled));
      filled = 0;
    }
    if (bytes.length > buffer.length) written += await writeAll(file, bytes);
    else {
      buffer.set(bytes, filled);
      filled += bytes.length;
    }
  }
  return written + await writeAll(file, buffer.subarray(0, filled));
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<number> {
  for (let from = 0; from < bytes.length;) from += await file.write(bytes.subarray(from));
  return bytes.length;
}

function damaged(path: string, cause?: unknown): MorganError {
  return new MorganError("storage", `The file "${path}" is not an index of Morgan.`, {
    cause,
    hint: "Move it away: the next start makes it anew from the stored documents.",
    details: { reason: "damaged" },
  });
}

function storageError(path: string, cause: unknown): MorganError {
  if (isDiskFull(cause)) {
    return new MorganError("storage_full", `The disk is full: "${path}" cannot grow.`, {
      cause,
      hint: "Free some space, or move MORGAN_HOME to a larger disk, then try again.",
    });
  }
  return new MorganError("storage", `The index file "${path}" cannot be written.`, {
    cause,
    hint: "Check that the disk works and that Morgan may write there.",
  });
}
