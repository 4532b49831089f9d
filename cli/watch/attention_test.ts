import assert from "node:assert/strict";
import { attention } from "./attention.ts";

const never = new AbortController().signal;

Deno.test("changes are handed over together once it has calmed down, and only once", async () => {
  const noticed = attention({ quiet: 20, most: 10_000 });
  for (const path of ["/a", "/b", "/a"]) noticed.note(path);
  assert.deepEqual(await noticed.next(60_000, never), { all: false, paths: new Set(["/a", "/b"]) });
  noticed.note("/c");
  noticed.note();
  assert.deepEqual(await noticed.next(60_000, never), { all: true, paths: new Set(["/c"]) });
});

Deno.test("a file that never comes to rest is looked at all the same", async () => {
  const noticed = attention({ quiet: 10_000, most: 30 });
  const writing = setInterval(() => noticed.note("/log"), 5);
  try {
    assert.deepEqual(await noticed.next(60_000, never), { all: false, paths: new Set(["/log"]) });
  } finally {
    clearInterval(writing);
  }
});

Deno.test("without any change everything is looked at after a while; an abort ends the wait", async () => {
  const noticed = attention();
  assert.deepEqual(await noticed.next(10, never), { all: true, paths: new Set() });
  const stop = new AbortController();
  const waiting = noticed.next(60_000, stop.signal);
  stop.abort(new Error("stop"));
  await assert.rejects(waiting, /stop/);
});
