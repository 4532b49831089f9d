import assert from "node:assert/strict";
import fc from "fast-check";
import { analyze, openLexicalIndex } from "./mod.ts";

async function withPath(test: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(`${folder}/lexical.log`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** BM25 as in the book, over texts. */
function plainBm25(texts: readonly string[], query: string, k1 = 1.2, b = 0.75): number[] {
  const docs = texts.map(analyze);
  const mean = docs.reduce((sum, doc) => sum + doc.length, 0) / docs.length;
  return docs.map((doc) =>
    analyze(query).reduce((sum, term) => {
      const df = docs.filter((other) => other.includes(term)).length;
      const tf = doc.filter((other) => other === term).length;
      if (tf === 0) return sum;
      const idf = Math.log(1 + (docs.length - df + 0.5) / (df + 0.5));
      return sum + idf * tf / (tf + k1 * (1 - b + b * doc.length / mean));
    }, 0)
  );
}

const words = ["wing", "flow", "heat", "shock", "wave", "the", "layer", "drag"];
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((list) => list.join(" "));

Deno.test("search() equals BM25 computed over the texts after any upserts, removals and reopenings", async () => {
  const step = fc.record({
    key: fc.integer({ min: 0, max: 5 }),
    chunks: fc.array(text, { maxLength: 4 }),
    act: fc.constantFrom("upsert", "upsert", "remove", "reopen"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), text, async (steps, query) => {
      await withPath(async (path) => {
        const expected = new Map<string, string[]>();
        let index = await openLexicalIndex(path);
        for (const { key, chunks, act } of steps) {
          if (act === "upsert") {
            await index.upsert(`k${key}`, chunks);
            expected.delete(`k${key}`);
            expected.set(`k${key}`, chunks);
          } else if (act === "remove") {
            await index.remove([`k${key}`]);
            expected.delete(`k${key}`);
          } else {
            await index[Symbol.asyncDispose]();
            index = await openLexicalIndex(path);
          }
        }
        const refs = [...expected].flatMap(([contentKey, chunks]) =>
          chunks.map((_, chunk) => ({ contentKey, chunk }))
        );
        const plain = plainBm25([...expected.values()].flat(), query);
        const scores = await index.scores(query, refs);
        plain.forEach((score, i) => assert.ok(Math.abs(score - scores[i]!) < 1e-4));
        const hits = await index.search(query, { limit: 100 });
        assert.equal(hits.length, plain.filter((score) => score > 0).length);
        hits.forEach((hit, i) => i > 0 && assert.ok(hit.score <= hits[i - 1]!.score));
        assert.equal(index.stats().chunks, refs.length);
        await index[Symbol.asyncDispose]();
      });
    }),
    // A mean length below one term.
    { numRuns: 60, examples: [[[{ key: 0, chunks: ["", "heat"], act: "upsert" }], "heat"]] },
  );
});

Deno.test("a content that is not allowed is not found, and rare terms weigh more", async () => {
  await withPath(async (path) => {
    await using index = await openLexicalIndex(path);
    await index.upsert("a", ["rare wing", "wing"]);
    await index.upsert("b", ["wing flow"]);
    assert.ok(index.idf("rare") > index.idf("wing"));
    assert.equal((await index.search("rare", { limit: 5 }))[0]?.contentKey, "a");
    const hits = await index.search("wings", { limit: 5, allow: (key) => key === "b" });
    assert.deepEqual(hits.map(({ contentKey, chunk }) => [contentKey, chunk]), [["b", 0]]);
    assert.deepEqual(await index.search("nothing of this", { limit: 5 }), []);
  });
});

Deno.test("a large index inverts its postings and still finds all", async () => {
  await withPath(async (path) => {
    await using index = await openLexicalIndex(path);
    const filler = Array.from({ length: 3000 }, (_, i) => `t${i}`).join(" ");
    for (let i = 0; i < 120; i++) await index.upsert(`k${i}`, [`${filler} own${i}`]);
    for (const i of [0, 60, 119]) {
      const hits = await index.search(`own${i}`, { limit: 3 });
      assert.deepEqual(hits.map((hit) => hit.contentKey), [`k${i}`]);
    }
    await index.upsert("late", ["own60 alone"]);
    assert.equal((await index.search("own60", { limit: 3 }))[0]?.contentKey, "late");
    assert.equal((await index.search("t7", { limit: 500 })).length, 120);
  });
});
