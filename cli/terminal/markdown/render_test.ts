import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { marked } from "marked";
import { renderBlocks } from "./render.ts";

const shown = (text: string, width: number) =>
  stripVTControlCharacters(renderBlocks(marked.lexer(text), width).join("\n"));

Deno.test("the box of a task is its mark", () => {
  assert.equal(shown("- [x] keys\n- [ ] meter, which\n  is below", 40), "☑ keys\n☐ meter, which is below");
});

Deno.test("a table too wide for the screen becomes lines of column and value", () => {
  const table = "| part | a | b | c |\n| - | - | - | - |\n| Burner | 1 | 2 | 3 |\n| Valve | 4 | | 6 |";
  assert.match(shown(table, 40), /^part {4}a {2}b {2}c\n─+[\s\S]*\nBurner {2}1 {2}2 {2}3\n/);
  assert.equal(
    shown(table, 24),
    "part: Burner\na: 1\nb: 2\nc: 3\n\npart: Valve\na: 4\nb:\nc: 6",
  );
});
