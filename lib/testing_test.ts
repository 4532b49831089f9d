import assert from "node:assert/strict";
import { eventually, within } from "./testing.ts";

Deno.test("what is waited for ends with its result, and with an error that names it when it does not come", async () => {
  let looks = 0;
  await eventually("three looks", () => ++looks === 3);
  assert.equal(looks, 3);
  await assert.rejects(eventually("rain", () => Promise.resolve(false), 5), /never came to this: rain\./);
  assert.equal(await within("a value", Promise.resolve(7)), 7);
  await assert.rejects(within("snow", new Promise(() => {}), 5), /took too long: snow\./);
});
