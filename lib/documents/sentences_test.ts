import assert from "node:assert/strict";
import fc from "fast-check";
import { splitSentences } from "./sentences.ts";

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

Deno.test("splitSentences() does not split after abbreviations, initials and in numbers", () => {
  assert.deepEqual(sentences("Dr. J. R. Smith of the U.S. Army paid $3.50, e.g. in Fig. 3. He left."), [
    "Dr. J. R. Smith of the U.S. Army paid $3.50, e.g. in Fig. 3.",
    "He left.",
  ]);
  assert.deepEqual(sentences("He moved to the U.S. The year was 1990. Was it? “Yes!” she said."), [
    "He moved to the U.S.",
    "The year was 1990.",
    "Was it?",
    "“Yes!” she said.",
  ]);
});

Deno.test("splitSentences() keeps the lines of wrapped text together and parts lists, headings and tables", () => {
  assert.deepEqual(
    sentences(
      "# Title\nThis is a paragraph that was wrapped at the margin, as\nplain text is. Next.\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |",
    ),
    [
      "# Title",
      "This is a paragraph that was wrapped at the margin, as\nplain text is.",
      "Next.",
      "- one",
      "- two",
      "| a | b |",
      "|---|---|",
      "| c | d |",
    ],
  );
});

Deno.test("splitSentences() knows the full stops of other scripts and the spaces of Thai", () => {
  assert.deepEqual(sentences("これは文です。「はい。」次の文。"), [
    "これは文です。",
    "「はい。」",
    "次の文。",
  ]);
  assert.deepEqual(sentences("यह वाक्य है। दूसरा वाक्य।"), ["यह वाक्य है।", "दूसरा वाक्य।"]);
  const thai = "ภาษาไทยไม่มีช่องว่างระหว่างคำ".repeat(4);
  assert.equal(sentences(`${thai} ${thai} ${thai}`).length, 3);
});

Deno.test("splitSentences() loses nothing, overlaps nothing and leaves no white space at the ends", () => {
  const words = fc.constantFrom(
    "Dr.",
    "a",
    "B",
    "the",
    ".",
    "!",
    "?",
    "。",
    "\n",
    "\n\n",
    " ",
    "\t",
    "- ",
    "# ",
    "| ",
    "3.5",
    "ไทย",
    "…",
    "\u00a0",
    "😀",
  );
  fc.assert(
    fc.property(fc.oneof(fc.array(words).map((w) => w.join("")), fc.string({ unit: "binary" })), (text) => {
      let at = 0;
      let kept = "";
      for (const { start, end } of splitSentences(text)) {
        assert.ok(start >= at && end > start);
        const sentence = text.slice(start, end);
        assert.equal(sentence, sentence.trim());
        kept += sentence;
        at = end;
      }
      assert.equal(kept.replace(/\s+/g, ""), text.replace(/\s+/g, ""));
    }),
  );
});
