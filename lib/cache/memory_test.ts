import assert from "node:assert/strict";
import fc from "fast-check";
import { memoryCache } from "./mod.ts";

Deno.test("a cached value lives for its time and no longer", async () => {
  let time = 0;
  const cache = memoryCache({ now: () => time });
  await cache.set("a", "1", 10);
  time = 9_999;
  assert.equal(await cache.get("a"), "1");
  time = 10_000;
  assert.equal(await cache.get("a"), null);
  assert.deepEqual(await cache.health(), { status: "ok", backend: "memory", entries: 0, bytes: 0 });
});

Deno.test("a full cache drops what was used least recently", async () => {
  const cache = memoryCache({ maxBytes: 12 });
  for (const key of ["a", "b", "c"]) await cache.set(key, key, 60);
  await cache.get("a");
  await cache.set("d", "d", 60);
  assert.deepEqual(await Promise.all(["a", "b", "c", "d"].map((key) => cache.get(key))), [
    "a",
    null,
    "c",
    "d",
  ]);
});

Deno.test("a value larger than the cache, or without a life time, is not kept and replaces the old one", async () => {
  const cache = memoryCache({ maxBytes: 12 });
  await cache.set("a", "old", 60);
  await cache.set("a", "far too large", 60);
  await cache.set("b", "x", 0);
  assert.equal(await cache.get("a"), null);
  assert.equal(await cache.get("b"), null);
});

Deno.test("delete() and deletePrefix() remove exactly what they name", async () => {
  const cache = memoryCache();
  for (const key of ["search:1", "search:2", "session:1"]) await cache.set(key, "x", 60);
  assert.equal(await cache.deletePrefix("search:"), 2);
  assert.equal(await cache.get("session:1"), "x");
  await cache.delete("session:1");
  await cache.delete("never there");
  assert.equal(await cache.get("session:1"), null);
});

Deno.test("the bytes that health() reports are those of the entries, after any sequence of operations", async () => {
  const operation = fc.record({
    key: fc.constantFrom("a", "bb", "ccc"),
    value: fc.string({ maxLength: 9 }),
    drop: fc.boolean(),
  });
  await fc.assert(fc.asyncProperty(fc.array(operation), async (operations) => {
    const cache = memoryCache({ maxBytes: 40 });
    for (const { key, value, drop } of operations) {
      await (drop ? cache.delete(key) : cache.set(key, value, 60));
    }
    let bytes = 0;
    for (const key of ["a", "bb", "ccc"]) {
      const value = await cache.get(key);
      if (value !== null) bytes += 2 * (key.length + value.length);
    }
    const health = await cache.health();
    assert.equal(health.bytes, bytes);
    assert.ok(bytes <= 40);
  }));
});
