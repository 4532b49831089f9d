import assert from "node:assert/strict";
import fc from "fast-check";
import { checkCitations } from "./citations.ts";
import { passagesOf } from "./testing.ts";

const { passages, sentences } = passagesOf(
  "The blue heron nests in Gloria's orchard every April.",
  "The tractor cost 41,300 euros. It was bought in 2019.",
);

/** What a reader sees of an answer that comes in these pieces. */
function shown(pieces: string[], order = [0, 1], question = "Tell me.") {
  const checker = checkCitations(passages, order, sentences, question);
  const text = pieces.map((piece) => checker.push(piece)).join("") + checker.end();
  return { text, checker };
}

Deno.test("markers are numbered in the order of their use, with the sentence that supports them", () => {
  const { text, checker } = shown(["The tractor cost 41,300 euros [2]. The heron nests in the orchard [1]."]);
  assert.equal(text, "The tractor cost 41,300 euros [1]. The heron nests in the orchard [2].");
  assert.deepEqual(checker.sources.map(({ n, path }) => `${n} ${path}`), ["1 d1.txt", "2 d0.txt"]);
  assert.equal(checker.sources[0]?.quote, "The tractor cost 41,300 euros.");
});

Deno.test("the prompt's own order says which passage a marker means", () => {
  const { checker } = shown(["The blue heron nests in the orchard [1]."], [0]);
  assert.equal(checker.sources[0]?.document_id, "d0");
  const { text } = shown(["The blue heron nests in the orchard [2]."], [0]);
  assert.doesNotMatch(text, /\[2\]/);
});

Deno.test("an answer is the same however its pieces are cut, and what was shown is the answer", () => {
  const answer =
    "The blue heron nests in the orchard [1]. The tractor cost 41,300 euros [2, 7]. Odd [x] [ 1 ] ends [1";
  const whole = shown([answer]).text;
  fc.assert(fc.property(fc.array(fc.nat(answer.length), { maxLength: 12 }), (cuts) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b), answer.length];
    const pieces = edges.slice(1).map((edge, i) => answer.slice(edges[i], edge));
    const { text, checker } = shown(pieces);
    assert.equal(text.trimEnd(), whole.trimEnd());
    assert.equal(checker.answer, text.trimEnd());
  }));
});

Deno.test("every marker that is left has a source, and every quote stands in its passage", () => {
  const word = fc.constantFrom(
    "The",
    "heron",
    "tractor",
    "cost",
    "41,300",
    "euros",
    "orchard",
    "[1]",
    "[2]",
    "[9]",
    "moon.",
  );
  fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (words) => {
    const { text, checker } = shown(words.map((word) => `${word} `));
    const markers = [...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
    const known = new Set(checker.sources.map(({ n }) => n));
    assert.ok(markers.every((n) => known.has(n)));
    for (const { document_id, quote } of checker.sources) {
      const passage = passages.find((passage) => passage.document_id === document_id);
      assert.ok(passage?.chunks[0]?.text.includes(quote));
    }
  }));
});
