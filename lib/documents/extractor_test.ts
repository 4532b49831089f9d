import assert from "node:assert/strict";
import { openExtractor, type SpawnCommand } from "./extractor.ts";
import { makePdf } from "./testing.ts";

async function withFile(bytes: Uint8Array, use: (file: string) => Promise<void>) {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeFile(file, bytes);
    await use(file);
  } finally {
    await Deno.remove(file);
  }
}

/** A child that reads its input and then does `body` instead of answering. */
function child(body: string): (heapMiB: number) => SpawnCommand {
  const source = `await Deno.stdin.read(new Uint8Array(4)); ${body}`;
  return (heapMiB) => ({
    command: Deno.execPath(),
    args: [
      "run",
      "--quiet",
      "--no-config",
      `--v8-flags=--max-old-space-size=${heapMiB}`,
      `data:application/javascript,${encodeURIComponent(source)}`,
    ],
  });
}

const SPLIT = { maxTokens: 100, targetTokens: 50, tokenizer: null };

Deno.test("openExtractor() reads documents one after another in its process, failures included", async () => {
  await using extractor = openExtractor();
  await withFile(makePdf([["Text of the page."]]), async (file) => {
    const [first, second] = await Promise.all([
      extractor.extract(file, "a.pdf", SPLIT),
      extractor.extract(file, "b.pdf", SPLIT),
    ]);
    assert.deepEqual([first.document.text, second.document.text], ["Text of the page.", "Text of the page."]);
  });
  await withFile(
    new Uint8Array(),
    (file) => assert.rejects(extractor.extract(file, "a.txt", SPLIT), { reason: "empty" }),
  );
  await assert.rejects(extractor.extract("/does/not/exist.txt", "exist.txt", SPLIT), { code: "not_found" });
  await withFile(new TextEncoder().encode("Still here."), async (file) => {
    assert.equal((await extractor.extract(file, "a.txt", SPLIT)).document.text, "Still here.");
  });
});

Deno.test("openExtractor() ends a process that loops and fails the document with timeout", async () => {
  await using extractor = openExtractor({ timeoutMs: 1000, spawn: child("for (;;);") });
  await withFile(
    new Uint8Array(1),
    (file) => assert.rejects(extractor.extract(file, "a.pdf", SPLIT), { reason: "timeout" }),
  );
});

Deno.test("openExtractor() fails the document with memory when its process fills the heap or grows beyond the limit", async () => {
  const hoard = "const all = []; for (;;) all.push(new Array(1e5).fill({}));";
  const buffers =
    "const all = []; for (;;) { all.push(new Uint8Array(1e7).fill(1)); await new Promise((r) => setTimeout(r, 1)); }";
  for (const body of Deno.build.os === "linux" ? [hoard, buffers] : [hoard]) {
    await using extractor = openExtractor({ memoryBytes: 200 * 1024 ** 2, spawn: child(body) });
    await withFile(
      new Uint8Array(1),
      (file) => assert.rejects(extractor.extract(file, "a.pdf", SPLIT), { reason: "memory" }),
    );
  }
});

Deno.test("openExtractor() stops at once when the signal aborts", async () => {
  await using extractor = openExtractor({ spawn: child("for (;;);") });
  const controller = new AbortController();
  await withFile(new Uint8Array(1), async (file) => {
    const reading = extractor.extract(file, "a.pdf", SPLIT, controller.signal);
    controller.abort(new Error("no longer wanted"));
    await assert.rejects(reading, /no longer wanted/);
  });
});
