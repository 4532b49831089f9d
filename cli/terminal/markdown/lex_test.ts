import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { lexBlocks } from "./lex.ts";
import { renderBlocks } from "./render.ts";
import { markdownStream } from "./stream.ts";

const shown = (text: string) => stripVTControlCharacters(renderBlocks(lexBlocks(text), 80).join("\n"));

for (const mark of ["> ", ">", "- ", "1. ", "* > 2) ", "[", "![", "*_", "~~*"]) {
  Deno.test(`thousands of ${mark} are shown as they are, and no stack overflows`, () => {
    const text = `${mark.repeat(5_000)}end of it`;
    assert.ok(shown(text).includes("end of it"));
    let streamed = "";
    const stream = markdownStream({
      write: (part) => void (streamed += part),
      columns: () => 80,
      rows: () => 24,
    });
    for (let at = 0; at < text.length; at += 1_000) stream.push(text.slice(at, at + 1_000));
    stream.end();
    assert.ok(stripVTControlCharacters(streamed).includes("end of it"));
  });
}

Deno.test("what people nest is still shown as Markdown", () => {
  assert.equal(shown("> > > deep"), "│ │ │ deep");
  assert.equal(shown("- - a"), "• • a");
  assert.equal(shown("- - - - - - - - - - - -"), "─".repeat(40));
});
