import assert from "node:assert/strict";
import { MorganError } from "../errors.ts";
import { dependencyPolicy } from "./policy.ts";

const down = () => Promise.reject(new MorganError("unavailable", "down"));

Deno.test("a transient failure is tried again, another one is not", async () => {
  let calls = 0;
  const policy = dependencyPolicy("it");
  const value = await policy.run(() => ++calls < 3 ? down() : Promise.resolve("there"));
  assert.deepEqual([value, calls], ["there", 3]);
  calls = 0;
  await assert.rejects(
    policy.run(() => {
      calls++;
      return Promise.reject(new MorganError("not_found", "no such model"));
    }),
    { code: "not_found" },
  );
  assert.equal(calls, 1);
});

Deno.test("after many failures in a row the dependency is left alone, and named", async () => {
  const policy = dependencyPolicy("The model server");
  await assert.rejects(policy.run(down), { code: "unavailable", message: "down" });
  await assert.rejects(policy.run(down));
  let called = false;
  await assert.rejects(
    policy.run(() => {
      called = true;
      return down();
    }),
    { code: "unavailable", message: /^The model server failed repeatedly/ },
  );
  assert.equal(called, false);
});
