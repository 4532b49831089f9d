import assert from "node:assert/strict";
import { storable, storableJson } from "./storable.ts";

Deno.test("storable() leaves whole texts alone, drops NUL and replaces half a pair", () => {
  assert.equal(storable("Grüße 👋 \u0007"), "Grüße 👋 \u0007");
  assert.equal(storable("a\0b\0"), "ab");
  assert.equal(storable("half \ud83d, other \udc4b"), "half \ufffd, other \ufffd");
});

Deno.test("storableJson() cleans every text, however deep", () => {
  const cleaned = JSON.parse(storableJson({ a: ["x\0", { b: "\ud800" }], n: 1, none: null }));
  assert.deepEqual(cleaned, { a: ["x", { b: "\ufffd" }], n: 1, none: null });
});
