import assert from "node:assert/strict";
import { measure, ndcgAt } from "./metrics.ts";

Deno.test("measures of a ranking worked out by hand", () => {
  const relevant = new Map([["a", 1], ["b", 1]]);
  const { recallAt1, recallAt5, mrrAt10, ndcgAt10 } = measure(["x", "a", "y", "b"], relevant);
  assert.deepEqual([recallAt1, recallAt5, mrrAt10], [0, 1, 0.5]);
  const ideal = 1 + 1 / Math.log2(3);
  assert.ok(Math.abs(ndcgAt10 - (1 / Math.log2(3) + 1 / Math.log2(5)) / ideal) < 1e-12);
});

Deno.test("gains are graded and the ideal ranking counts 1", () => {
  const relevant = new Map([["a", 1], ["b", 3]]);
  assert.equal(ndcgAt(10, ["b", "a"], relevant), 1);
  assert.ok(ndcgAt(10, ["a", "b"], relevant) < 1);
});

Deno.test("nothing relevant, or nothing found, counts 0", () => {
  const zero = { recallAt1: 0, recallAt5: 0, mrrAt10: 0, ndcgAt10: 0 };
  assert.deepEqual(measure(["a"], new Map()), zero);
  assert.deepEqual(measure([], new Map([["a", 1]])), zero);
});
