import assert from "node:assert/strict";
import fc from "fast-check";
import { asyncQueue } from "./queue.ts";

Deno.test("what is pushed is yielded in order, before, while and after it is read", async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.integer(), fc.boolean())), async (pushes) => {
    const queue = asyncQueue<number>();
    const reading = Array.fromAsync(queue.values());
    for (const [value, pause] of pushes) {
      queue.push(value);
      if (pause) await Promise.resolve();
    }
    queue.end();
    assert.deepEqual(await reading, pushes.map(([value]) => value));
  }));
});

Deno.test("a failure comes after what was pushed before it", async () => {
  const queue = asyncQueue<number>();
  queue.push(1);
  queue.fail(new Error("broken"));
  const values = queue.values();
  assert.equal((await values.next()).value, 1);
  await assert.rejects(values.next(), /broken/);
});
