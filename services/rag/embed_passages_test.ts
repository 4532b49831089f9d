import assert from "node:assert/strict";
import fc from "fast-check";
import { embedPassages, splitToFit } from "./embed_passages.ts";

/** Words as tokens, so that lengths can be seen. */
const words = (max: number) => ({
  max,
  count: (text: string) => text.split(/\s+/).filter(Boolean).length,
});

Deno.test("splitToFit() loses nothing, and each part fits", () => {
  fc.assert(fc.property(
    fc.array(fc.oneof(fc.string(), fc.constantFrom(" ", ". ", "\n\n", "word", "𝄞"))).map((parts) =>
      parts.join("")
    ),
    fc.integer({ min: 1, max: 20 }),
    (text, max) => {
      const tokens = { max, count: (part: string) => part.length };
      const parts = splitToFit(text, tokens);
      assert.equal(parts.join(""), text);
      for (const part of parts) assert.ok(part.length <= Math.max(max, 2), JSON.stringify(part));
    },
  ));
});

Deno.test("splitToFit() prefers the end of a paragraph to that of a sentence, and that to a word's", () => {
  assert.deepEqual(splitToFit("one two three.\n\nfour five. six", words(4)), [
    "one two three.\n\n",
    "four five. six",
  ]);
  assert.deepEqual(splitToFit("one two three. four five six", words(3)), [
    "one two three. ",
    "four five six",
  ]);
  assert.deepEqual(splitToFit("one two", words(2)), ["one two"]);
});

Deno.test("embedPassages() gives a text that is too long the mean of its parts by their tokens, of length 1", async () => {
  const asked: string[] = [];
  const embedding = {
    embed(texts: readonly string[]) {
      asked.push(...texts);
      return Promise.resolve(
        Float32Array.from(texts.flatMap((text) => text.includes("a") ? [1, 0] : [0, 1])),
      );
    },
  };
  const reports: number[] = [];
  const vectors = await embedPassages(
    { embedding, index: { model: { id: "m", dimension: 2 } }, tokens: words(3) },
    ["a a", "a a a. b b", "b b"],
    new AbortController().signal,
    (done) => reports.push(done),
  );
  assert.deepEqual(asked, ["a a", "a a a. ", "b b", "b b"]);
  const length = Math.hypot(3, 2);
  const expected = [1, 0, 3 / length, 2 / length, 0, 1];
  expected.forEach((value, i) => assert.ok(Math.abs(value - vectors[i]!) < 1e-6, String(vectors)));
  assert.deepEqual(reports, [0, 3]);
});
