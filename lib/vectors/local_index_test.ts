import assert from "node:assert/strict";
import fc from "fast-check";
import { MorganError } from "../errors.ts";
import { openRecordLog } from "../record_log/mod.ts";
import { openLocalVectorIndex } from "./mod.ts";

const model = { id: "test", dimension: 20 };

function unit(seed: number): Float32Array {
  const vector = Float32Array.from(
    { length: model.dimension },
    (_, i) => Math.sin(seed * 12.9898 + i * 78.233),
  );
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function content(seed: number, chunks: number) {
  const rows = new Float32Array(chunks * model.dimension);
  for (let i = 0; i < chunks; i++) rows.set(unit(seed * 100 + i), i * model.dimension);
  return rows;
}

async function withPath(test: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(`${folder}/vectors.log`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("search() equals a plain exact search after any upserts, removals and reopenings", async () => {
  const step = fc.record({
    key: fc.integer({ min: 0, max: 5 }),
    chunks: fc.integer({ min: 0, max: 4 }),
    act: fc.constantFrom("upsert", "upsert", "remove", "reopen"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(1000), async (steps, seed) => {
      await withPath(async (path) => {
        const expected = new Map<string, Float32Array>();
        let index = await openLocalVectorIndex(path, model);
        for (const [i, { key, chunks, act }] of steps.entries()) {
          if (act === "upsert") {
            const rows = content(i + 1, chunks);
            await index.upsert(`k${key}`, rows);
            expected.set(`k${key}`, rows);
          } else if (act === "remove") {
            await index.remove([`k${key}`]);
            expected.delete(`k${key}`);
          } else {
            await index[Symbol.asyncDispose]();
            index = await openLocalVectorIndex(path, model);
          }
        }
        const query = unit(seed);
        const plain = [...expected].filter(([key]) => key !== "k3").flatMap(([contentKey, rows]) =>
          Array.from({ length: rows.length / model.dimension }, (_, chunk) => ({
            contentKey,
            chunk,
            score: query.reduce((sum, value, i) => sum + value * rows[chunk * model.dimension + i]!, 0),
          }))
        ).sort((a, b) => b.score - a.score).slice(0, 5);
        const hits = await index.search(query, { limit: 5, allow: (key) => key !== "k3" });
        assert.deepEqual(
          hits.map((hit) => [hit.contentKey, hit.chunk]),
          plain.map((hit) => [hit.contentKey, hit.chunk]),
        );
        hits.forEach((hit, i) => assert.ok(Math.abs(hit.score - plain[i]!.score) < 1e-5));
        const again = await index.scores(query, [...hits, { contentKey: "none", chunk: 0 }]);
        assert.deepEqual([...again], [...hits.map((hit) => hit.score), NaN]);
        assert.ok(index.stats().deadChunks <= 0.25 * (index.stats().chunks + index.stats().deadChunks));
        await index[Symbol.asyncDispose]();
      });
    }),
    { numRuns: 60 },
  );
});

Deno.test("another model is refused with the command that reindexes", async () => {
  await withPath(async (path) => {
    {
      await using index = await openLocalVectorIndex(path, model);
      await index.upsert("a", content(1, 3));
    }
    await assert.rejects(openLocalVectorIndex(path, { id: "other", dimension: 32 }), (error) => {
      assert.ok(error instanceof MorganError);
      assert.equal(error.code, "model_mismatch");
      assert.match(error.hint ?? "", /morgan reindex/);
      return true;
    });
    await using index = await openLocalVectorIndex(path, model);
    assert.ok(index.has("a"));
  });
});

Deno.test("allow() is asked once per content", async () => {
  await withPath(async (path) => {
    await using index = await openLocalVectorIndex(path, model);
    await index.upsert("a", content(1, 3));
    await index.upsert("b", content(2, 3));
    const asked: string[] = [];
    const hits = await index.search(unit(5), {
      limit: 9,
      allow: (key) => asked.push(key) > 0 && key === "b",
    });
    assert.deepEqual(asked, ["a", "b"]);
    assert.deepEqual(new Set(hits.map((hit) => hit.contentKey)), new Set(["b"]));
  });
});

Deno.test("what version 0.1.0 wrote is read, without the vectors of sections and of the whole", async () => {
  await withPath(async (path) => {
    const [chunks, sections] = [content(1, 3), content(2, 2)];
    const key = new TextEncoder().encode("a");
    const record = new Uint8Array(16 + key.length + 4 * (chunks.length + sections.length + 20 + 3));
    [1, key.length, 3, 2].forEach((value, i) => new DataView(record.buffer).setUint32(i * 4, value, true));
    record.set(key, 16);
    record.set(new Uint8Array(chunks.buffer), 17);
    record.set(new Uint8Array(sections.buffer), 17 + chunks.byteLength);
    {
      await using index = await openLocalVectorIndex(path, model);
      assert.ok(index);
    }
    {
      await using log = await openRecordLog(path, () => {});
      await log.append([record]);
    }
    await using index = await openLocalVectorIndex(path, model);
    const [best] = await index.search(unit(101), { limit: 1 });
    assert.deepEqual([best?.contentKey, best?.chunk], ["a", 1]);
    assert.equal(index.stats().chunks, 3);
  });
});
