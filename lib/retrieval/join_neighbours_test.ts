import assert from "node:assert/strict";
import { joinNeighbours } from "./mod.ts";

Deno.test("adjacent chunks of one content become one passage with the best score", () => {
  const hits = [["a", 4, 0.9], ["b", 1, 0.8], ["a", 3, 0.7], ["a", 6, 0.6], ["b", 2, 0.85], [
    "c",
    5,
    0.1,
  ]] as const;
  const passages = joinNeighbours(hits.map(([contentKey, chunk, score]) => ({ contentKey, chunk, score })));
  assert.deepEqual(passages, [
    { contentKey: "a", from: 3, to: 4, score: 0.9, best: 4 },
    { contentKey: "b", from: 1, to: 2, score: 0.85, best: 2 },
    { contentKey: "a", from: 6, to: 6, score: 0.6, best: 6 },
    { contentKey: "c", from: 5, to: 5, score: 0.1, best: 5 },
  ]);
  assert.deepEqual(joinNeighbours([]), []);
});
