import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { marked } from "marked";
import { closeMarks } from "./close_marks.ts";
import { renderBlocks } from "./render.ts";

const shown = (text: string) =>
  stripVTControlCharacters(renderBlocks(marked.lexer(closeMarks(text)), 80).join("\n"));

Deno.test("emphasis and code that are being written never show their marks", () => {
  const text = "The **rent of the flat** is *only* `950 a month` and ***final***, see `x`.";
  const plain = "The rent of the flat is only 950 a month and final, see x.";
  for (let end = 1; end <= text.length; end++) {
    const part = shown(text.slice(0, end));
    assert.ok(plain.startsWith(part.trimEnd()), `${text.slice(0, end)} → ${part}`);
  }
  assert.equal(shown(text), plain);
});

Deno.test("bullets, products and lone marks stay what they are", () => {
  assert.equal(shown("* one\n* two"), "• one\n• two");
  assert.equal(shown("2 * 3 = 6, and"), "2 * 3 = 6, and");
  assert.equal(closeMarks("- a **b**"), "- a **b**");
  assert.equal(closeMarks("first **open\nsecond"), "first **open\nsecond");
});
