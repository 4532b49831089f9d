/** Speed of ingesting: `deno task bench:ingest -- FOLDER [--documents 500] [--json]`, FOLDER as for bench:retrieval. */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openEmbedder } from "../../lib/models/embedding.ts";
import { readCollection } from "./retrieval_data.ts";
import { temporaryMorgan } from "./temporary_morgan.ts";

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: { documents: { type: "string", default: "500" }, json: { type: "boolean" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("Usage: deno task bench:ingest -- FOLDER [--documents 500] [--json]");
  Deno.exit(64);
}
const documents = (await readCollection(folder)).documents.slice(0, Number(values.documents));

await using morgan = await temporaryMorgan();
const started = performance.now();
let [firstAnswers, chunks] = [0, 0];
const files = documents.map(({ id, text }) => ({ path: `${id}.txt`, open: () => new Blob([text]).stream() }));
for await (const event of morgan.client.ingest(files)) {
  if (event.event === "document" && event.status === "failed") throw new Error(JSON.stringify(event));
  if (event.event === "document") firstAnswers ||= performance.now() - started;
  if (event.event === "summary") chunks = event.chunks;
}
const seconds = (performance.now() - started) / 1000;
const { embedding } = await morgan.client.status();

const texts: string[] = [];
for (let cursor: string | undefined, more = true; more;) {
  const page = await morgan.client.documents({ limit: 100, ...(cursor ? { cursor } : {}) });
  for (const { id } of page.documents) {
    texts.push(...(await morgan.client.document(id)).content.map((chunk) => chunk.text));
  }
  cursor = page.next ?? undefined;
  more = cursor !== undefined;
}
const path = fileURLToPath(new URL("../../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
await using embedder = await openEmbedder({ kind: "folder", path }, { threads: availableParallelism() });
await embedder.embed(texts.slice(0, 8), "passage", { priority: "background" });
const alone = performance.now();
await embedder.embed(texts, "passage", { priority: "background" });
const modelSeconds = (performance.now() - alone) / 1000;

const inference = (embedding?.inference_ms ?? 0) / 1000 / availableParallelism();
const figures = {
  documents: documents.length,
  chunks,
  "documents a minute": Math.round(documents.length / seconds * 60),
  "chunks a second": Number((chunks / seconds).toFixed(1)),
  "seconds until the first document is searchable": Number((firstAnswers / 1000).toFixed(2)),
  "share of the time inside onnxruntime": Number((inference / seconds).toFixed(3)),
  "the model alone on the same chunks, a second": Number((chunks / modelSeconds).toFixed(1)),
};
if (values.json) console.log(JSON.stringify(figures, null, 2));
else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(48)} ${value}`);
