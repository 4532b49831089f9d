import assert from "node:assert/strict";
import { finderOf, isMet, requiredBy } from "./required.ts";

const met = (source: string, text: string) => {
  const required = requiredBy(source);
  return isMet(required, finderOf(required.flat())(text));
};

Deno.test("a pattern requires its plain strings, of alternatives one, of what may be left out nothing", () => {
  assert.deepEqual(requiredBy("want to die"), [["want to die"]]);
  assert.deepEqual(requiredBy("(?:want|going) to (?:die|leave)"), [["want", "going"], [" to "], [
    "die",
    "leave",
  ]]);
  assert.deepEqual(requiredBy("exams? (?:today )?passed"), [["exam"], ["passed"]]);
  assert.deepEqual(requiredBy("(?:hurt|\\w+) myself"), [[" myself"]]);
  assert.deepEqual(requiredBy("a{3,}bcd"), [["bcd"]]);
});

Deno.test("what looks ahead or behind requires what it looks for, and nothing of what must not stand there", () => {
  assert.deepEqual(requiredBy("gone(?=.*better)(?! today)"), [["gone"], ["better"]]);
  assert.deepEqual(requiredBy("(?<=never )again(?<!once again)"), [["never "], ["again"]]);
});

Deno.test("a text that a pattern matches always meets what it requires", () => {
  const sources = [
    "(?:kill|end)(?:ing|s)? (?:my|him)sel(?:f|ves)",
    "(?<![\\p{L}\\d])(?:no (?:\\w+ ){0,2}?way|out[- ]of) (?:it|this)(?![\\p{L}\\d])",
    "x?y+z{0,2}|(?:a.c|[abc]bc)d*",
    "(?:bye|so long)[^]{0,10}(?:love|miss) (?:you|them)(?=[^.!?]*\\b(?:all|$))",
  ];
  const pieces = [
    "kill",
    "end",
    "ing",
    "s",
    " ",
    "my",
    "him",
    "self",
    "selves",
    "no ",
    "big ",
    "way",
    "out",
    "-of",
    "it",
    "this",
  ]
    .concat([
      "x",
      "y",
      "z",
      "abc",
      "bbc",
      "d",
      "bye",
      "so long",
      " and ",
      "love",
      "miss ",
      "you",
      "them",
      "all",
      ".",
    ]);
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 16) % below;
  };
  let matched = 0;
  for (let round = 0; round < 20_000; round++) {
    const text = Array.from({ length: 8 }, () => pieces[random(pieces.length)]).join("");
    for (const source of sources) {
      if (!new RegExp(source, "u").test(text)) continue;
      matched++;
      assert.ok(met(source, text), `${source}: ${text}`);
    }
  }
  assert.ok(matched > 1000, `${matched} matches`);
});

Deno.test("a pattern whose words are missing is not tried", () => {
  assert.equal(met("want to (?:die|leave)", "want to stay"), false);
});
