/** Speed and size of the indexes: `deno task bench:index -- [CHUNKS…]`, by default 10000 and 100000 chunks of 200 words. */
import { join } from "node:path";
import { openLexicalIndex } from "../../lib/lexical/mod.ts";
import { openLocalVectorIndex } from "../../lib/vectors/mod.ts";

const PER_CONTENT = 20;
const WORDS = 200;
const VOCABULARY = 60_000;
const model = { id: "bench", dimension: 384 };
const sizes = Deno.args.filter((arg) => arg !== "--").map(Number);

let state = 1;
for (const chunks of sizes.length > 0 ? sizes : [10_000, 100_000]) await bench(chunks);

async function bench(chunks: number): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "morgan-bench-" });
  const before = Deno.memoryUsage().rss;
  try {
    const [vectorPath, lexicalPath] = [join(folder, "vectors.log"), join(folder, "lexical.log")];
    {
      await using vectors = await openLocalVectorIndex(vectorPath, model);
      await using lexical = await openLexicalIndex(lexicalPath);
      let [vectorMs, lexicalMs] = [0, 0];
      for (let i = 0; i < chunks / PER_CONTENT; i++) {
        const rows = Float32Array.from({ length: PER_CONTENT * model.dimension }, () => random() - 0.5);
        const texts = Array.from({ length: PER_CONTENT }, () => text(WORDS));
        vectorMs += await timed(() => vectors.upsert(`content ${i}`, rows));
        lexicalMs += await timed(() => lexical.upsert(`content ${i}`, texts));
      }
      report(chunks, "build", { "vectors s": vectorMs / 1000, "lexical s": lexicalMs / 1000 });
    }
    const started = performance.now();
    await using vectors = await openLocalVectorIndex(vectorPath, model);
    const middle = performance.now();
    await using lexical = await openLexicalIndex(lexicalPath);
    const first = await timed(() => lexical.search(text(8), { limit: 100 }));
    report(chunks, "reopen", {
      "vectors ms": middle - started,
      "lexical ms": performance.now() - middle,
      "of it first search ms": first,
    });
    const query = () => Float32Array.from({ length: model.dimension }, () => random() - 0.5);
    await percentiles(chunks, "dense search", () => vectors.search(query(), { limit: 100 }));
    await percentiles(chunks, "lexical search", () => lexical.search(text(8), { limit: 100 }));
    report(chunks, "size", {
      "disk MB": (vectors.stats().diskBytes + lexical.stats().diskBytes) / 1e6,
      "vector memory MB": vectors.stats().memoryBytes / 1e6,
      "resident MB above the start": (Deno.memoryUsage().rss - before) / 1e6,
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function percentiles(chunks: number, name: string, search: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < 200; i++) times.push(await timed(search));
  times.sort((a, b) => a - b);
  report(chunks, name, { "p50 ms": times[99] ?? 0, "p95 ms": times[189] ?? 0 });
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}

function report(chunks: number, what: string, values: Record<string, number>): void {
  const cells = Object.entries(values).map(([name, value]) => `${name} ${value.toFixed(1)}`);
  console.log(`${chunks} chunks, ${what}: ${cells.join(", ")}`);
}

/** Words by Zipf's law, so that common and rare terms occur as in a language. */
function text(words: number): string {
  return Array.from({ length: words }, () => `w${Math.floor(VOCABULARY ** random())}x`).join(" ");
}

/** The same numbers in each run (mulberry32). */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
