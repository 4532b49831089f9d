import assert from "node:assert/strict";
import fc from "fast-check";
import { fuse } from "./mod.ts";

const candidate = (contentKey: string, lexical: number, dense: number) => ({
  contentKey,
  chunk: 0,
  lexical,
  dense,
});
const keys = (hits: readonly { contentKey: string }[]) => hits.map((hit) => hit.contentKey).join("");

Deno.test("what is best in both legs comes first, with score 1", () => {
  const hits = fuse([candidate("b", 3, 0.5), candidate("a", 9, 0.9), candidate("c", 0, 0.4)]);
  assert.equal(keys(hits), "abc");
  assert.ok(Math.abs(hits[0]!.score - 1) < 1e-12);
});

Deno.test("without a common term the dense order stands, and with equal cosines the lexical one", () => {
  assert.equal(keys(fuse([candidate("b", 0, 0.1), candidate("a", 0, 0.2)])), "ab");
  assert.equal(keys(fuse([candidate("b", 1, 0.5), candidate("a", 2, 0.5)])), "ab");
  assert.deepEqual(fuse([]), []);
});

Deno.test("a candidate that is no worse in both legs never ranks lower", () => {
  const score = fc.record({
    lexical: fc.double({ min: 0, max: 30, noNaN: true }),
    dense: fc.double({ min: -1, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 2, maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      (scores, depth) => {
        const hits = fuse(scores.map((one, chunk) => ({ contentKey: "k", chunk, ...one })), { depth });
        assert.equal(hits.length, scores.length);
        for (const [i, above] of hits.entries()) {
          for (const below of hits.slice(i + 1)) {
            const better = below.lexical > above.lexical + 1e-9 && below.dense > above.dense + 1e-9;
            assert.ok(!better, "a dominated candidate ranks higher");
          }
        }
      },
    ),
  );
});
