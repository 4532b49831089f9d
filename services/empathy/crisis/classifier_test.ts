import assert from "node:assert/strict";
import fc from "fast-check";
import { supportFor } from "../support.ts";
import { dangerOf, stretches, thresholdsFor } from "./classifier.ts";
import { ngrams } from "./ngrams.ts";

const TEXT = "What is the notice period?";

Deno.test("a short message is judged whole, a long one in stretches that lose no letter", () => {
  assert.deepEqual(stretches("One. Two."), ["One. Two."]);
  const sentence = "The meeting about the budget was moved to the second floor. ";
  const text = sentence.repeat(20).trim();
  const parts = stretches(text);
  assert.equal(parts.join(""), text);
  assert.ok(parts.every((part) => part.length <= 240), "each within what the model reads at once");
  const long = stretches(`first. ${sentence.repeat(200)}last.`);
  assert.equal(long.length, 16);
  assert.match(long[0] ?? "", /^first/);
  assert.match(long.at(-1) ?? "", /last\.$/);
  assert.equal(stretches("?".repeat(1_000)).length, 1);
});

Deno.test("any text has stretches, and never more than are embedded at once", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 6_000 }), (text) => {
    const parts = stretches(text);
    assert.ok(parts.length >= 1 && parts.length <= 16);
  }));
});

Deno.test("the darkest stretch decides", () => {
  const calm = "The meeting was moved to the second floor.";
  const dark = "I want to die, I have no will to live any more.";
  const vectors = new Float32Array(2 * 384);
  const alone = dangerOf([dark], vectors);
  assert.ok(alone > dangerOf([calm], vectors));
  assert.equal(dangerOf([calm, dark], vectors), alone);
});

Deno.test("n-grams of each of the two kinds have length 1, and hide from no capital or accent", () => {
  const length = [...ngrams("Je veux mourir").values()].reduce((sum, value) => sum + value * value, 0);
  assert.ok(length > 1.5 && length < 2.5, `${length}: two kinds, a few places shared`);
  assert.deepEqual(ngrams("JÉ VEUX"), ngrams("je veux"));
  assert.equal(ngrams("").size, 0);
});

Deno.test("the classifier alone has a model look for itself from one score on, and shows the places that help from a higher one on", () => {
  for (const language of ["en", "de"] as const) {
    const { quiet, ask } = thresholdsFor(language);
    assert.ok(0 < quiet && quiet < ask && ask < 1);
    const none = supportFor(TEXT, [], language, "DE", quiet - 0.001);
    assert.deepEqual([none.risk, none.resources], ["none", []]);
    assert.deepEqual(none.directives, []);
    const watched = supportFor(TEXT, [], language, "DE", quiet);
    assert.deepEqual([watched.risk, watched.resources], ["none", []]);
    assert.match(watched.directives.join(" "), /ask gently once how they are; otherwise/);
    const asked = supportFor(TEXT, [], language, "DE", ask);
    assert.equal(asked.risk, "low");
    assert.equal(asked.opening.split("\n\n").length, 2);
    assert.ok(asked.resources.length > 0);
    assert.match(asked.directives.join(" "), /ask gently/);
  }
});

Deno.test("the classifier raises what the patterns leave, and lowers nothing", () => {
  assert.equal(supportFor("I want to kill myself", [], "en", "DE", 0).risk, "high");
  assert.equal(supportFor(TEXT, [], "en", "DE", 1).risk, "low");
});
