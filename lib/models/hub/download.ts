import { dirname } from "node:path";
import { isDiskFull, MorganError } from "../../errors.ts";
import { readIfThere } from "../../home/files.ts";
import { dependencyPolicy, type PolicyOptions } from "../../resilience/policy.ts";
import { type HubAccess, type HubFile, request } from "./api.ts";
import { type Digest, startDigest } from "./digest.ts";

const BUFFER_BYTES = 1 << 18;

/** What a download is told beside its file. */
export interface DownloadOptions {
  signal?: AbortSignal | undefined;
  /** Told the file's bytes on the disk, each time that there are more, and when it begins anew. */
  onProgress?: ((bytes: number) => void) | undefined;
  /** The error for an answer that is not the file. */
  refused: (response: Response) => Promise<MorganError>;
  /** Silence after which a connection counts as broken, in milliseconds. @default 30000 */
  stallMs?: number | undefined;
  /** How attempts that bring nothing are repeated. @default 5 attempts, about 8 seconds of waiting in all */
  patience?: PolicyOptions | undefined;
}

/** What a download came to. */
export interface Downloaded {
  /** Bytes that an earlier, interrupted download had left. */
  resumed: number;
  /** Times that the connection broke and the rest was asked for. */
  breaks: number;
}

/** About 8 seconds of waiting in all, for a line that is down for a moment. */
const PATIENCE: PolicyOptions = { attempts: 5, firstDelayMs: 500, mostDelayMs: 5_000 };

/** A file may arrive wrong once, by a damaged part on the disk or a mirror's hiccup. */
const MOST_TRIES = 2;

/**
 * Fetches a file to `path`, through `path.part`, which a later call goes on with. Memory stays flat whatever the size. Size
 * and digest are checked before the file gets its name. Throws `unavailable` where the server does not deliver, or delivers
 * other bytes than the hub lists; `storage_full` on a full disk.
 */
export async function downloadFile(
  access: HubAccess,
  url: string,
  file: HubFile,
  path: string,
  options: DownloadOptions,
): Promise<Downloaded> {
  const { signal = new AbortController().signal } = options;
  await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const outcome: Downloaded = { resumed: 0, breaks: 0 };
  const policy = dependencyPolicy(`The server of ${file.path}`, options.patience ?? PATIENCE);
  for (let attempt = 1;; attempt++) {
    await using part = await openPart(`${path}.part`, file);
    if (attempt === 1) outcome.resumed = part.size;
    options.onProgress?.(part.size);
    while (part.size < file.size || part.untouched) {
      const before = part.size;
      // Only an attempt that brings nothing counts as a failure: a line that breaks often still gets there.
      const ended = await policy.run(async (signal) => {
        const broke = await fetchRest(access, url, file, part, { ...options, signal });
        if (broke && part.size <= before) throw broken(file, part.size, broke);
        return !broke;
      }, signal);
      if (part.size >= file.size) break;
      if (ended && part.size <= before) throw shortAnswer(file, part.size);
      outcome.breaks++;
    }
    if (part.size === file.size && part.digest.matches()) {
      await part.finish(path);
      return outcome;
    }
    const wrong = part.size === file.size ? wrongBytes(file) : tooLong(file);
    await part.drop();
    if (attempt === MOST_TRIES) throw wrong;
  }
}

/** The part of a file that is there already. */
interface Part extends AsyncDisposable {
  size: number;
  digest: Digest;
  /** The server's name of the version that the part is of. */
  etag: string | null;
  /** Nothing was asked for yet: also an empty file is. */
  untouched: boolean;
  write(bytes: Uint8Array): Promise<void>;
  /** Forgets what there is. */
  restart(): Promise<void>;
  setEtag(etag: string | null): Promise<void>;
  finish(path: string): Promise<void>;
  drop(): Promise<void>;
}

async function openPart(path: string, file: HubFile): Promise<Part> {
  const handle = await Deno.open(path, { read: true, write: true, create: true, mode: 0o600 });
  const tag = `${path}.etag`;
  let closed = false;
  const close = () => {
    if (!closed) handle.close();
    closed = true;
  };
  const part: Part = {
    size: 0,
    digest: startDigest(file),
    etag: await readIfThere(tag),
    untouched: true,
    async write(bytes) {
      try {
        for (let at = 0; at < bytes.length;) at += await handle.write(bytes.subarray(at));
      } catch (error) {
        if (!isDiskFull(error)) {
          throw new MorganError("storage", `${path} cannot be written.`, {
            cause: error,
            hint: "Check that the disk works and that you may write there.",
          });
        }
        throw new MorganError("storage_full", `The disk is full: ${file.path} needs ${file.size} bytes.`, {
          cause: error,
          hint: "Free some space and pull again: what was downloaded is kept.",
        });
      }
      part.digest.update(bytes);
      part.size += bytes.length;
    },
    async restart() {
      await handle.truncate(0);
      await handle.seek(0, Deno.SeekMode.Start);
      Object.assign(part, { size: 0, digest: startDigest(file) });
    },
    async setEtag(etag) {
      if (etag === part.etag) return;
      part.etag = etag;
      if (etag === null) await Deno.remove(tag).catch(() => {});
      else await Deno.writeTextFile(tag, etag, { mode: 0o600 });
    },
    async finish(to) {
      await handle.sync();
      close();
      await Deno.remove(tag).catch(() => {});
      await Deno.rename(path, to);
    },
    async drop() {
      close();
      await Deno.remove(path);
      await Deno.remove(tag).catch(() => {});
    },
    [Symbol.asyncDispose]() {
      close();
      return Promise.resolve();
    },
  };
  try {
    // What an earlier process left is read once, for the digest.
    const buffer = new Uint8Array(1 << 20);
    for (let read = await handle.read(buffer); read !== null; read = await handle.read(buffer)) {
      part.digest.update(buffer.subarray(0, read));
      part.size += read;
    }
    if (part.size > file.size) await part.restart();
    if (part.size === file.size && file.size > 0) part.untouched = false;
  } catch (error) {
    close();
    throw error;
  }
  return part;
}

/** Asks for what a part lacks and adds what comes. Returns what the connection broke with, or `undefined` where it ended. */
async function fetchRest(
  access: HubAccess,
  url: string,
  file: HubFile,
  part: Part,
  options: DownloadOptions & { signal: AbortSignal },
): Promise<Error | undefined> {
  const { signal, stallMs = 30_000, onProgress } = options;
  const from = part.size;
  const strong = part.etag !== null && !part.etag.startsWith("W/") ? part.etag : null;
  const stalled = new AbortController();
  const range: Record<string, string> = from === 0
    ? {}
    : { range: `bytes=${from}-`, ...(strong ? { "if-range": strong } : {}) };
  const response = await request(access, url, range, AbortSignal.any([signal, stalled.signal]));
  if (response.status === 416) {
    await response.body?.cancel();
    await part.restart();
    return new Error("the server does not have that range");
  }
  if (!response.ok) throw await options.refused(response);
  const continues = response.status === 206 && startOf(response) === from;
  // The whole file: the server knows no ranges, or has another version by now.
  if (from > 0 && !continues) await part.restart();
  await part.setEtag(response.headers.get("etag"));
  part.untouched = false;
  if (response.status === 206 && !continues) {
    await response.body?.cancel();
    return new Error("the server gave another range");
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(new DOMException("nothing came", "TimeoutError")), stallMs);
  };
  try {
    watch();
    for await (const bytes of pieces(response)) {
      watch();
      await part.write(bytes);
      onProgress?.(part.size);
      // More than was announced: that is another file.
      if (part.size > file.size) break;
    }
    return undefined;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof MorganError) throw error;
    return new Error("the connection broke", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** The body piece by piece in one buffer that is used again: garbage would let memory grow to several times its need. */
async function* pieces({ body }: Response): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader({ mode: "byob" });
  let buffer = new Uint8Array(BUFFER_BYTES);
  try {
    for (;;) {
      const { done, value } = await reader.read(buffer);
      if (done || !value) return;
      yield value;
      buffer = new Uint8Array(value.buffer);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function startOf(response: Response): number {
  return Number(/^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1] ?? NaN);
}

function broken(file: HubFile, at: number, cause: unknown): MorganError {
  return new MorganError(
    "unavailable",
    `The connection broke off at byte ${at} of ${file.size} of ${file.path}.`,
    {
      cause,
      hint: "Pull again: it goes on where it stopped.",
    },
  );
}

function shortAnswer(file: HubFile, got: number): MorganError {
  return new MorganError("unavailable", `${file.path} ends at byte ${got}; the hub lists ${file.size}.`, {
    hint: "The server or mirror (HF_ENDPOINT) holds an incomplete file: try again later, or use another.",
    details: { reason: "size" },
  });
}

function tooLong(file: HubFile): MorganError {
  return new MorganError(
    "unavailable",
    `${file.path} is longer than the ${file.size} bytes that the hub lists.`,
    {
      hint: "The server or mirror (HF_ENDPOINT) holds another file: nothing of it was kept.",
      details: { reason: "size" },
    },
  );
}

function wrongBytes(file: HubFile): MorganError {
  const name = file.digest?.algorithm === "sha256" ? "SHA-256" : "Git's SHA-1";
  return new MorganError("unavailable", `${file.path} does not have the ${name} that the hub lists.`, {
    hint: "The server or mirror (HF_ENDPOINT) holds another file: nothing of it was kept.",
    details: { reason: "digest" },
  });
}
