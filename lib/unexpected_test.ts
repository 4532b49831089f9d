import assert from "node:assert/strict";
import { handleUnexpected } from "./unexpected.ts";

Deno.test("what nobody caught is told to the last that asked for it, and the process goes on", async () => {
  const seen: string[] = [];
  const told = Promise.withResolvers<void>();
  using _outer = handleUnexpected({
    rejected: () => seen.push("outer"),
    thrown: () => seen.push("outer"),
  });
  {
    using _inner = handleUnexpected({
      rejected: (error) => seen.push(`rejected ${error}`),
      thrown(error) {
        seen.push(`thrown ${error}`);
        told.resolve();
      },
    });
    Promise.reject("a");
    queueMicrotask(() =>
      setTimeout(() => {
        throw new Error("b");
      })
    );
    await told.promise;
  }
  assert.deepEqual(seen, ["rejected a", "thrown Error: b"]);
  const later = Promise.withResolvers<void>();
  using _last = handleUnexpected({ rejected: () => later.resolve(), thrown() {} });
  Promise.reject("c");
  await later.promise;
});
