/** Retrieval quality on a test collection: `deno task bench:retrieval -- FOLDER [--json] [--cache DIR] [--model DIR]`. */
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { openEmbedder } from "../../lib/models/embedding.ts";
import { type Judgements, meanOf, measure, type Measures } from "../../lib/retrieval/metrics.ts";
import { fuse, gatherCandidates } from "../../lib/retrieval/mod.ts";
import { embedAll } from "./embedding_cache.ts";
import { indexCollection } from "./index_collection.ts";
import { readCollection } from "./retrieval_data.ts";
import { referenceBm25 } from "./retrieval_reference.ts";

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: { json: { type: "boolean" }, cache: { type: "string" }, model: { type: "string" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("Usage: deno task bench:retrieval -- FOLDER [--json] [--cache DIR] [--model DIR]");
  Deno.exit(64);
}

const { documents, queries } = await readCollection(folder);
const path = values.model ??
  fileURLToPath(new URL("../../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
await using embedder = await openEmbedder({ kind: "folder", path });
const passages = await embedAll(embedder, documents.map(({ text }) => text), "passage", values.cache);
const asked = await embedAll(embedder, queries.map(({ text }) => text), "query", values.cache);
await using indexes = await indexCollection(documents, { model: embedder, vectors: passages });
const reference = referenceBm25(documents);

const runs: Record<string, Measures[]> = { "reference BM25": [], BM25: [], dense: [], fused: [] };
for (const [i, { text, relevant }] of queries.entries()) {
  const vector = asked.subarray(i * embedder.dimension, (i + 1) * embedder.dimension);
  record("reference BM25", reference(text), relevant);
  record("BM25", keys(await indexes.lexical.search(text, { limit: 10 })), relevant);
  record("dense", keys(await indexes.vectors.search(vector, { limit: 10 })), relevant);
  record("fused", keys(fuse(await gatherCandidates(text, vector, indexes))), relevant);
}

const results = Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, meanOf(all)]));
if (values.json === true) {
  const sizes = { documents: documents.length, queries: queries.length };
  console.log(JSON.stringify({ folder, model: embedder.id, ...sizes, results }, null, 2));
} else {
  console.log(`${folder}: ${documents.length} documents, ${queries.length} queries, ${embedder.id}`);
  console.log(row("", ["recall@1", "recall@5", "MRR@10", "nDCG@10"]));
  for (const [name, { recallAt1, recallAt5, mrrAt10, ndcgAt10 }] of Object.entries(results)) {
    console.log(row(name, [recallAt1, recallAt5, mrrAt10, ndcgAt10].map((value) => value.toFixed(4))));
  }
}

function record(name: string, ranking: readonly string[], relevant: Judgements): void {
  runs[name]?.push(measure(ranking, relevant));
}

function keys(hits: readonly { contentKey: string }[]): string[] {
  return hits.map((hit) => hit.contentKey);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(16) + cells.map((cell) => cell.padStart(10)).join("");
}
