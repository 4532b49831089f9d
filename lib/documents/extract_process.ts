import { extract } from "./extract.ts";
import { UnreadableDocument } from "./failure.ts";
import {
  encodeFrame,
  type ExtractReply,
  type ExtractRequest,
  readFrame,
  readPieces,
  READY,
  requestSchema,
} from "./frames.ts";
import { ArchivedCMaps } from "./pdf/cmaps.ts";
import { prepareSplit, splitDocument } from "./split.ts";

/**
 * The child of `openExtractor`: answers requests from stdin on stdout until stdin ends. A document comes as bytes. Before it is looked at, the
 * process gives up every permission that it has left: what a document makes of a parser can reach no file, variable, program or address.
 * It ends with its parent even while a parser loops.
 */
export async function runExtractProcess(read = extract): Promise<void> {
  if (Deno.build.os !== "windows") endWithParent();
  await giveUp("run", "net", "write", "env", "ffi", "sys", "import");
  console.log =
    console.info =
    console.debug =
    console.warn =
      console.error;
  const input = Deno.stdin.readable.getReader({ mode: "byob" });
  const output = Deno.stdout.writable.getWriter();
  await ArchivedCMaps.load();
  await output.write(encodeFrame(READY));
  for (let frame = await readFrame(input); frame !== null; frame = await readFrame(input)) {
    const request = requestSchema.parse(frame);
    const bytes = await readPieces(input);
    if (bytes === null) break;
    await output.write(encodeFrame(await answer(request, bytes, read)));
  }
  Deno.exit(0);
}

async function giveUp(...names: Deno.PermissionDescriptor["name"][]): Promise<void> {
  for (const name of names) await Deno.permissions.revoke({ name });
}

/** Its own thread, because the main one may be busy for good when the parent is killed. It keeps the right to kill this process. */
function endWithParent(): void {
  const source = "const parent = Deno.ppid;" +
    "setInterval(() => { if (Deno.ppid !== parent) Deno.kill(Deno.pid, 'SIGKILL'); }, 500);" +
    "postMessage('ready');";
  new Worker(`data:application/javascript,${encodeURIComponent(source)}`, { type: "module" });
}

async function answer(
  { name, limits, split }: ExtractRequest,
  bytes: Uint8Array,
  read: typeof extract,
): Promise<ExtractReply> {
  try {
    await prepareSplit(split);
    await giveUp("read");
    const document = await read(bytes, name, limits);
    const { chunks, sections } = await splitDocument(document, split);
    return { document, split: { chunks: chunks.map(({ text: _, ...place }) => place), sections } };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
    const detail = error.details?.["detail"];
    return { unreadable: error.reason, ...(typeof detail === "string" ? { detail } : {}) };
  }
}

if (import.meta.main) await runExtractProcess();
