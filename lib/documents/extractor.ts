import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MorganError } from "../errors.ts";
import { temporaryName } from "../home/mod.ts";
import { ExtractChild, type SpawnCommand } from "./child.ts";
import type { DocumentChunks } from "./chunks.ts";
import { isFailureReason, UnreadableDocument } from "./failure.ts";
import type { ExtractReply, ExtractRequest } from "./frames.ts";
import { readerBroken, readerKilled, readerNotStarted } from "./reader_failure.ts";
import { CMAPS_URL } from "./pdf/cmaps_url.ts";
import { SAMPLE_TEXT, samples } from "./samples.ts";
import { DEFAULT_LIMITS, type ExtractedDocument, type ExtractLimits, type SplitOptions } from "./types.ts";

export type { SpawnCommand } from "./child.ts";

/** A document as it was read, and how it is cut. */
export interface ReadDocument {
  document: ExtractedDocument;
  split: DocumentChunks;
}

/** Reads documents in a process of its own, one at a time; what goes wrong there costs the document, never this process. */
export interface Extractor extends AsyncDisposable {
  /**
   * Reads and cuts a document: `file` is the path on disk, `name` the document's own path, whose extension counts. Calls queue.
   * Throws `UnreadableDocument`, `not_found` for a missing file, or the signal's reason when aborted; `internal` with the reason `reader` where the
   * process itself does not start or fails, which says nothing about the document.
   */
  extract(file: string, name: string, split: SplitOptions, signal?: AbortSignal): Promise<ReadDocument>;
  /** Reads a tiny document of each kind in a process of its own, so that nobody waits. Throws what is wrong with reading. */
  tryOut(split: SplitOptions, signal?: AbortSignal): Promise<void>;
}

/** What can be set about an extractor beside the limits of a document. */
export interface ExtractorOptions extends Partial<ExtractLimits> {
  /**
   * How to start the reading process, given V8's heap limit in MiB and the files that it may read. The document is none of
   * them: it comes through the pipe. @default this Deno with extract_process.ts
   */
  spawn?: (heapMiB: number, readable: string[]) => SpawnCommand;
  /** Where `tryOut` puts its documents for a moment. @default the system's folder for such files */
  folder?: string | undefined;
  /** Milliseconds without work after which the reading process is ended. @default 30_000 */
  idleMs?: number;
}

/** Longest time for one tiny document. */
const TRY_MS = 30_000;
const WATCH_MS = 100;
const PIECE_BYTES = 1 << 18;

/** Opens an extractor. Its process starts with the first document. */
export function openExtractor(options: ExtractorOptions = {}): Extractor {
  const { spawn = readingCommand, idleMs = 30_000, ...given } = options;
  const limits = { ...DEFAULT_LIMITS, ...given };
  const heapMiB = Math.max(64, Math.floor(limits.memoryBytes / 1024 ** 2 * 0.75));
  let child: ExtractChild | null = null;
  /** The tokenizer that the child may read. */
  let tokenizer: SplitOptions["tokenizer"] = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function retire(): Promise<void> {
    const old = child;
    child = null;
    await old?.kill();
  }

  async function read(
    file: string,
    name: string,
    split: SplitOptions,
    signal?: AbortSignal,
  ): Promise<ReadDocument> {
    signal?.throwIfAborted();
    if (closed) throw new MorganError("cancelled", "The extractor was closed.");
    clearTimeout(idle);
    using opened = await openFile(file);
    const { tokenizer: needed } = split;
    if (needed?.file !== tokenizer?.file || needed?.config !== tokenizer?.config) await retire();
    tokenizer = needed;
    child ??= startChild(spawn(heapMiB, needed === null ? [] : [needed.file, needed.config]));
    const content = pieces(opened, file, limits.maxFileBytes);
    const outcome = await watched(child, { name, limits, split }, content, signal).catch(async (error) => {
      await retire();
      throw error;
    });
    const resident = outcome.kind === "reply" ? await child.residentBytes() : null;
    if (outcome.kind !== "reply" || (resident ?? 0) > limits.memoryBytes * 0.5) await retire();
    idle = setTimeout(retire, idleMs);
    Deno.unrefTimer(idle);
    if (outcome.kind === "aborted") throw signal?.reason;
    if (outcome.kind === "unstarted") throw readerNotStarted(outcome.said);
    if (outcome.kind === "killed") throw readerKilled();
    if (outcome.kind !== "reply") throw new UnreadableDocument(outcome.kind);
    return unwrap(outcome.reply);
  }

  return {
    extract(file, name, split, signal) {
      const result = turn.then(() => read(file, name, split, signal));
      turn = result.catch(() => {});
      return result;
    },
    async tryOut(split, signal) {
      await using own = openExtractor({ ...options, timeoutMs: Math.min(limits.timeoutMs, TRY_MS) });
      for (const [name, bytes] of samples()) {
        const file = options.folder === undefined
          ? await Deno.makeTempFile({ prefix: "morgan-try-" })
          : temporaryName(join(options.folder, "sample"));
        try {
          await Deno.writeFile(file, bytes, { mode: 0o600 });
          const { document } = await own.extract(file, name, split, signal);
          if (!document.text.includes(SAMPLE_TEXT)) throw readerBroken(`it read nothing of ${name}`);
        } finally {
          await Deno.remove(file);
        }
      }
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      clearTimeout(idle);
      await retire();
      await turn;
    },
  };
}

type Outcome =
  | { kind: "reply"; reply: ExtractReply }
  | { kind: "unstarted"; said: string }
  | { kind: "timeout" | "memory" | "damaged" | "aborted" | "killed" };

function startChild(command: SpawnCommand): ExtractChild {
  try {
    return new ExtractChild(command);
  } catch (error) {
    throw readerNotStarted(error instanceof Error ? error.message : String(error), error);
  }
}

/** Asks, and watches time, memory and the signal meanwhile. Whoever gets anything but a reply has to kill the child. */
async function watched(
  child: ExtractChild,
  request: ExtractRequest,
  content: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { timeoutMs, memoryBytes } = request.limits;
  const { promise: stopped, resolve: stop } = Promise.withResolvers<Outcome>();
  let started = false;
  child.ready.then((is) => started = is);
  const abort = () => stop({ kind: "aborted" });
  signal?.addEventListener("abort", abort, { once: true });
  const late = `it was not ready within ${Math.round(timeoutMs / 1000)} s`;
  const timer = setTimeout(
    () => stop(started ? { kind: "timeout" } : { kind: "unstarted", said: late }),
    timeoutMs,
  );
  const watch = setInterval(async () => {
    if ((await child.residentBytes() ?? 0) <= memoryBytes) return;
    stop(started ? { kind: "memory" } : { kind: "unstarted", said: "it ran out of memory while it started" });
  }, WATCH_MS);
  const asked = child.ask(request, content).then(async (reply): Promise<Outcome> => {
    if (reply !== null) return { kind: "reply", reply };
    const { signal: died, code } = await child.ended;
    if (!await child.ready) return { kind: "unstarted", said: await child.complaint() };
    if (died === "SIGKILL") return { kind: "killed" };
    return { kind: died === "SIGSEGV" || !heapExhausted(died, code) ? "damaged" : "memory" };
  });
  try {
    return await Promise.race([asked, stopped]);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    signal?.removeEventListener("abort", abort);
  }
}

/** V8 ends a process whose heap is full by a trap (Linux, macOS) or STATUS_BREAKPOINT or fail-fast (Windows). */
function heapExhausted(signal: Deno.Signal | null, code: number): boolean {
  return signal === "SIGTRAP" || signal === "SIGABRT" || signal === "SIGILL" || code === 133 ||
    code === 134 ||
    code === -2147483645 || code === -1073740791 || code === 0x80000003;
}

function unwrap(reply: ExtractReply): ReadDocument {
  if ("document" in reply) {
    const { document, split } = reply;
    const chunks = split.chunks.map((place) => ({
      ...place,
      text: document.text.slice(place.start, place.end),
    }));
    return { document, split: { chunks, sections: split.sections } };
  }
  if ("unreadable" in reply) {
    throw new UnreadableDocument(
      isFailureReason(reply.unreadable) ? reply.unreadable : "damaged",
      reply.detail,
    );
  }
  throw readerBroken(reply.error);
}

function cannotRead(file: string, error: unknown): MorganError {
  const code = error instanceof Deno.errors.NotFound ? "not_found" : "internal";
  const reason = error instanceof Error ? error.message : String(error);
  return new MorganError(code, `Cannot read ${file}: ${reason}`, {
    cause: error,
    hint: "Check that the file exists and may be read.",
  });
}

async function openFile(file: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(file);
  } catch (error) {
    throw cannotRead(file, error);
  }
}

/** A file's bytes, and no more than one beyond the limit, which is enough to tell that it is too large. */
async function* pieces(opened: Deno.FsFile, file: string, maxBytes: number): AsyncGenerator<Uint8Array> {
  for (let left = maxBytes + 1; left > 0;) {
    const piece = new Uint8Array(Math.min(PIECE_BYTES, left));
    const read = await opened.read(piece).catch((error) => {
      throw cannotRead(file, error);
    });
    if (read === null) return;
    left -= read;
    yield piece.subarray(0, read);
  }
}

/** This Deno with extract_process.ts, and with the rights that it cannot start without. */
export function readingCommand(
  heapMiB: number,
  readable: string[],
  entry = new URL("./extract_process.ts", import.meta.url).href,
): SpawnCommand {
  const flags = `--max-old-space-size=${heapMiB}`;
  const files = [fileURLToPath(CMAPS_URL), ...readable].map((path) => path.replaceAll(",", ",,"));
  return {
    command: Deno.execPath(),
    args: [
      ...["run", "--quiet", "--no-prompt", "--cached-only", "--no-remote"],
      // A cache that was filled by the lock file alone knows the packages' versions from nowhere else.
      ...[`--lock=${fileURLToPath(new URL("../../deno.lock", import.meta.url))}`, "--frozen"],
      // Without deno.json's lazy imports, which would need the right to read Morgan's own modules later on.
      ...["--no-config", `--import-map=${new URL("../../deno.json", import.meta.url).href}`],
      ...["--deny-net", "--deny-write", "--deny-env", "--deny-ffi", "--deny-sys", "--deny-import"],
      // The right to run is needed to end with the parent; the thread that reads documents gives it up.
      ...["--allow-run", `--allow-read=${files.join(",")}`],
      `--v8-flags=${flags}`,
      entry,
    ],
    env: { DENO_V8_FLAGS: flags },
  };
}
