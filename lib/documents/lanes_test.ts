import assert from "node:assert/strict";
import { eventually, within } from "../testing.ts";
import { readingCommand } from "./extractor.ts";
import { openLanes } from "./lanes.ts";

const SPLIT = { maxTokens: 100, targetTokens: 50, tokenizer: null };

Deno.test("a small file does not wait while a large one is read", async () => {
  const folder = await Deno.makeTempDir();
  let started = 0;
  try {
    await Deno.writeTextFile(`${folder}/small`, "A teal weasel.");
    await Deno.writeFile(`${folder}/large`, new Uint8Array(1024 ** 2 + 1).fill(97));
    await using extractor = openLanes({
      // The first process never answers.
      spawn: (heapMiB, readable) =>
        started++ === 0
          ? { command: Deno.execPath(), args: ["eval", "--no-config", "setInterval(() => {}, 1000)"] }
          : readingCommand(heapMiB, readable),
    });
    const stop = new AbortController();
    const large = extractor.extract(`${folder}/large`, "large.txt", SPLIT, stop.signal);
    const held = assert.rejects(large, /enough/);
    await eventually("its process is started", () => started === 1);
    const small = extractor.extract(`${folder}/small`, "small.txt", SPLIT);
    const { document } = await within("the small one is read", small);
    assert.equal(document.text, "A teal weasel.");
    stop.abort(new Error("enough"));
    await held;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
