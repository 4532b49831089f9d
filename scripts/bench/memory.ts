/**
 * How well earlier turns are found again: `deno task bench:memory -- FOLDER [--json]`. FOLDER holds LoCoMo
 * (`locomo*.json`): long conversations with questions and the turns that are the evidence for each.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openEmbedder } from "../../lib/models/embedding.ts";
import { ndcgAt, recallAt } from "../../lib/retrieval/metrics.ts";
import { messageParts } from "../../services/core/said/parts.ts";
import type { SaidSearchRequest } from "../../services/rag/said/contract.ts";
import { openSaidIndex, type SaidIndex } from "../../services/rag/said/index.ts";
import { readLocomo } from "./locomo.ts";

const LEGS = ["lexical", "dense", "fused"] as const;

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: { json: { type: "boolean" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("Usage: deno task bench:memory -- FOLDER [--json]");
  Deno.exit(64);
}

const conversations = await readLocomo(folder);
const path = fileURLToPath(new URL("../../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
await using embedder = await openEmbedder({ kind: "folder", path });
const index_folder = await Deno.makeTempDir({ prefix: "morgan-memory-" });
const sums = new Map(LEGS.map((leg) => [leg, { recall: 0, ndcg: 0, ms: [] as number[] }]));
let questions = 0;
let turns = 0;
try {
  await using index = await openSaidIndex(index_folder, { model: embedder, embed: embedder.embed });
  for (const { id, said } of conversations) {
    turns += said.length;
    await index.index(said.map(({ turn, text }, i) => ({
      message_id: `${id}/${turn}`,
      conversation_id: id,
      user_id: id,
      parts: messageParts(text),
      before: said[i - 1]?.text,
    })));
  }
  for (const { id, asked } of conversations) {
    for (const { question, evidence } of asked) {
      questions++;
      const relevant = new Map(evidence.map((turn) => [`${id}/${turn}`, 1]));
      for (const leg of LEGS) {
        const started = performance.now();
        const ranking = await find(index, { query: question, user_id: id, exclude: [], limit: 30, leg });
        const sum = sums.get(leg);
        if (!sum) continue;
        sum.ms.push(performance.now() - started);
        sum.recall += recallAt(10, ranking, relevant);
        sum.ndcg += ndcgAt(10, ranking, relevant);
      }
    }
  }
} finally {
  await Deno.remove(index_folder, { recursive: true });
}

const results = [...sums].map(([leg, { recall, ndcg, ms }]) => {
  const sorted = ms.sort((a, b) => a - b);
  const at = (q: number) => sorted[Math.floor(q * (sorted.length - 1))] ?? 0;
  return {
    leg,
    recall_at_10: recall / questions,
    ndcg_at_10: ndcg / questions,
    ms_p50: at(0.5),
    ms_p95: at(0.95),
  };
});
if (values.json) console.log(JSON.stringify({ folder, turns, questions, results }, null, 2));
else {
  console.log(
    `${conversations.length} conversations, ${turns} turns, ${questions} questions, ${embedder.id}`,
  );
  console.log("leg      recall@10   nDCG@10   p50 ms   p95 ms");
  for (const { leg, recall_at_10, ndcg_at_10, ms_p50, ms_p95 } of results) {
    const cells = [recall_at_10.toFixed(4), ndcg_at_10.toFixed(4), ms_p50.toFixed(1), ms_p95.toFixed(1)];
    console.log(leg.padEnd(9) + cells.map((cell, i) => cell.padStart(i < 2 ? 9 : 8)).join(" "));
  }
}

async function find(index: SaidIndex, search: SaidSearchRequest): Promise<string[]> {
  const { hits } = await index.search(search);
  return [...new Set(hits.map(({ message_id }) => message_id))];
}
