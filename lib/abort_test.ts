import assert from "node:assert/strict";
import { limitedAbort } from "./abort.ts";

Deno.test("a limited signal is aborted with its parent, when its time is up, and by neither once it is disposed", async () => {
  const parent = new AbortController();
  const follower = limitedAbort(parent.signal, 60_000);
  parent.abort("gone");
  assert.equal(follower.signal.reason, "gone");
  follower[Symbol.dispose]();

  const late = limitedAbort(new AbortController().signal, 1);
  const { promise, resolve } = Promise.withResolvers<void>();
  late.signal.addEventListener("abort", () => resolve());
  await promise;
  assert.equal(late.signal.reason.name, "TimeoutError");
  late[Symbol.dispose]();

  const other = new AbortController();
  const disposed = limitedAbort(other.signal, 60_000, "late");
  disposed[Symbol.dispose]();
  other.abort();
  assert.equal(disposed.signal.aborted, false);
});
