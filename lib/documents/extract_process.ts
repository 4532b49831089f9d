import { extract } from "./extract.ts";
import { UnreadableDocument } from "./failure.ts";
import { type ExtractReply, type ExtractRequest, readFrame, requestSchema, writeFrame } from "./frames.ts";
import { splitDocument } from "./split.ts";

/**
 * The child of `openExtractor`: answers requests from stdin on stdout until stdin ends. It gives up every permission but reading files,
 * and ends with its parent even while a parser loops.
 */
export async function runExtractProcess(): Promise<void> {
  if (Deno.build.os !== "windows") endWithParent();
  for (const name of ["run", "net", "write", "env", "ffi"] as const) await Deno.permissions.revoke({ name });
  console.log =
    console.info =
    console.debug =
    console.warn =
      console.error;
  const input = Deno.stdin.readable.getReader({ mode: "byob" });
  const output = Deno.stdout.writable.getWriter();
  for (let frame = await readFrame(input); frame !== null; frame = await readFrame(input)) {
    await writeFrame(output, await answer(requestSchema.parse(frame)));
  }
  Deno.exit(0);
}

/** Its own thread, because the main one may be busy for good when the parent is killed. It keeps the right to kill this process. */
function endWithParent(): void {
  const source = "const parent = Deno.ppid;" +
    "setInterval(() => { if (Deno.ppid !== parent) Deno.kill(Deno.pid, 'SIGKILL'); }, 500);" +
    "postMessage('ready');";
  new Worker(`data:application/javascript,${encodeURIComponent(source)}`, { type: "module" });
}

async function answer({ file, name, limits, split }: ExtractRequest): Promise<ExtractReply> {
  try {
    const { size } = await Deno.stat(file);
    if (size > limits.maxFileBytes) {
      return { unreadable: "too_large", detail: `${(size / 1024 ** 2).toFixed(1)} MiB` };
    }
    const document = await extract(await Deno.readFile(file), name, limits);
    const { chunks, sections } = await splitDocument(document, split);
    return { document, split: { chunks: chunks.map(({ text: _, ...place }) => place), sections } };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) {
      return {
        error: error instanceof Error ? error.message : String(error),
        missing: error instanceof Deno.errors.NotFound,
      };
    }
    const detail = error.details?.["detail"];
    return { unreadable: error.reason, ...(typeof detail === "string" ? { detail } : {}) };
  }
}

if (import.meta.main) await runExtractProcess();
