import assert from "node:assert/strict";
import fc from "fast-check";
import { chunkDocument } from "./chunks.ts";
import { markdownHeadings } from "./markdown.ts";
import { characterCounter, textDocument, wordCounter } from "./testing.ts";

const piece = fc.oneof(
  fc.constantFrom(
    "# One\n",
    "## Two\n",
    "\n\n",
    "\n",
    " ",
    "Sentence one. ",
    "Is it? ",
    "。",
    "| a | b |\n",
    "- item\n",
  ),
  fc.lorem({ maxCount: 30 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom("A".repeat(700), "ไทย".repeat(200), "👨‍👩‍👧".repeat(60)),
);
const source = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

Deno.test("chunkDocument() covers all text once, in order, by slices within the limit", () => {
  fc.assert(fc.property(source, fc.integer({ min: 8, max: 120 }), fc.boolean(), (text, maxTokens, byWord) => {
    const counter = byWord ? wordCounter : characterCounter;
    const doc = textDocument(text, markdownHeadings(text));
    const { chunks, sections } = chunkDocument(doc, counter, { maxTokens });
    let at = 0;
    let kept = "";
    for (const [i, chunk] of chunks.entries()) {
      assert.equal(chunk.index, i);
      assert.ok(chunk.start >= at && chunk.end > chunk.start);
      assert.equal(chunk.text, text.slice(chunk.start, chunk.end));
      assert.equal(chunk.text, chunk.text.trim());
      assert.equal(chunk.tokens, counter.count(chunk.text));
      assert.ok(chunk.tokens <= maxTokens, `${chunk.tokens} > ${maxTokens}`);
      kept += chunk.text;
      at = chunk.end;
    }
    assert.equal(kept.replace(/\s+/g, ""), text.replace(/\s+/g, ""));
    assert.deepEqual(sections.flatMap(({ chunks: [from, to] }) => chunks.slice(from, to)), chunks);
    for (const { index, chunks: [from, to] } of sections) {
      assert.ok(chunks.slice(from, to).every((c) => c.section === index));
    }
  }));
});

Deno.test("chunkDocument() keeps sections apart and gives each chunk its heading path", () => {
  const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(" ") + ".";
  const text = `# Guide\n\n${words(150)}\n\n## Install\n\n${words(150)}\n\n## Use\n\n${words(150)}`;
  const { chunks } = chunkDocument(textDocument(text, markdownHeadings(text)), wordCounter, {
    maxTokens: 500,
  });
  assert.deepEqual(chunks.map((c) => c.headings), [["Guide"], ["Guide", "Install"], ["Guide", "Use"]]);
  assert.ok(chunks[1]?.text.startsWith("## Install"));
});

Deno.test("chunkDocument() joins tiny sections of one parent", () => {
  const text = `# List\n\n${Array.from({ length: 10 }, (_, i) => `## Item ${i}\n\nShort.\n`).join("\n")}`;
  const { chunks } = chunkDocument(textDocument(text, markdownHeadings(text)), wordCounter, {
    maxTokens: 500,
  });
  assert.equal(chunks.length, 1);
  assert.deepEqual(chunks[0]?.headings, ["List"]);
});

Deno.test("chunkDocument() says the page on which a chunk starts", () => {
  const text = `${"One two three. ".repeat(60)}\n\n${"Four five six. ".repeat(60)}`;
  const { chunks } = chunkDocument(textDocument(text, { pages: [0, 902] }), wordCounter, { maxTokens: 250 });
  assert.deepEqual([chunks[0]?.page, chunks.at(-1)?.page], [1, 2]);
});

Deno.test("chunkDocument() keeps a long word together with its limit even where the tokenizer takes it for one token", () => {
  const { chunks } = chunkDocument(textDocument("x".repeat(100_000)), { count: () => 1 }, { maxTokens: 100 });
  assert.ok(chunks.length > 50);
});
