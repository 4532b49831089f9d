import assert from "node:assert/strict";
import { sourceWeight } from "./preferred.ts";

Deno.test("a source's weight is that of the longest path that fits it", () => {
  const weights = [{ path_prefix: "old", weight: 0.5 }, { path_prefix: "old/good.md", weight: 1.4 }];
  assert.equal(sourceWeight(weights, "old/a.md"), 0.5);
  assert.equal(sourceWeight(weights, "old/good.md"), 1.4);
  assert.equal(sourceWeight(weights, "older/a.md"), 1);
});
