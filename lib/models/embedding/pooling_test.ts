import assert from "node:assert/strict";
import { normalize, pool } from "./pooling.ts";

Deno.test("pool() takes the first token, the mean or the maximum", () => {
  const hidden = new Float32Array([1, 5, 3, 1]);
  const out = new Float32Array(2);
  pool(hidden, "cls", out);
  assert.deepEqual([...out], [1, 5]);
  pool(hidden, "mean", out);
  assert.deepEqual([...out], [2, 3]);
  pool(hidden, "max", out);
  assert.deepEqual([...out], [3, 5]);
});

Deno.test("normalize() gives length 1 and leaves zero alone", () => {
  const vector = new Float32Array([3, 4]);
  normalize(vector);
  assert.ok(Math.abs(Math.hypot(...vector) - 1) < 1e-6);
  const zero = new Float32Array(2);
  normalize(zero);
  assert.deepEqual([...zero], [0, 0]);
});
