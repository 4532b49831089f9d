import assert from "node:assert/strict";
import { readSignal } from "./feedback.ts";

const comment = (text: string, sources: string[] = []) =>
  readSignal({ kind: "feedback", text, sources }).map(({ type, subject, value }) =>
    `${type}${subject ? ` ${subject}` : ""}: ${value}`
  );
const message = (text: string) =>
  readSignal({ kind: "message", text, sources: [] }).map(({ type, value, weight }) =>
    `${type}: ${value} ${weight}`
  );

const COMMENTS: [text: string, ...wishes: string[]][] = [
  ["too long", "length: short"],
  ["Way too long!", "length: short"],
  ["Shorter please", "length: short"],
  ["tl;dr", "length: short"],
  ["Please be more concise", "length: short"],
  ["more detail", "length: long"],
  ["A bit too short, I need more details.", "length: long"],
  ["in bullet points", "format: bullets"],
  ["No bullet points please", "format: prose"],
  ["auf Deutsch", "language: de"],
  ["Bitte auf Deutsch antworten", "language: de"],
  ["Answer in French from now on", "language: fr"],
  ["less formal", "formality: informal"],
  ["too formal", "formality: informal"],
  ["more formal please", "formality: formal"],
  ["too technical", "depth: simple"],
  ["less technical and shorter", "length: short", "depth: simple"],
  ["too superficial", "depth: technical"],
  ["zu lang", "length: short"],
  ["zu technisch, bitte kürzer", "length: short", "depth: simple"],
  ["bitte in Stichpunkten", "format: bullets"],
  ["trop long", "length: short"],
  ["plus simple, s'il te plaît", "depth: simple"],
  ["demasiado largo", "length: short"],
  ["más sencillo y en español", "depth: simple"],
  ["troppo lungo", "length: short"],
  ["muito longo", "length: short"],
  ["te lang", "length: short"],
  ["don't use old/rates.pdf", "source old/rates.pdf: distrusted"],
  ["handbook.md is outdated", "source handbook.md: distrusted"],
  ["no more about football", "topic football: less"],
  ["I'm interested in sailing", "topic sailing: more"],
  ["It was not too long at all"],
  ["The rent is no longer due"],
  ["Great answer, thank you"],
  ["The sources in German were good"],
];

for (const [text, ...wishes] of COMMENTS) {
  Deno.test(`a comment: ${text}`, () => assert.deepEqual(comment(text).sort(), wishes.sort()));
}

Deno.test("what is said of the sources is about those that were cited", () => {
  assert.deepEqual(comment("This source is outdated", ["a/old.md"]), ["source a/old.md: distrusted"]);
  assert.deepEqual(comment("don't use old.md", ["a/old.md", "b.md"]), ["source a/old.md: distrusted"]);
});

Deno.test("a rating without words is weak evidence on the sources; with a reason it is about the reason", () => {
  const rated = (rating: number, text = "") =>
    readSignal({ kind: "feedback", text, rating, sources: ["a.md"] });
  assert.deepEqual(rated(1).map(({ value }) => value), ["distrusted"]);
  assert.deepEqual(rated(5).map(({ value }) => value), ["trusted"]);
  assert.ok((rated(1)[0]?.weight ?? 1) < 0.3);
  assert.deepEqual(rated(3), []);
  assert.deepEqual(rated(1, "too long").map(({ type }) => type), ["length"]);
});

Deno.test("a follow-up counts less than a comment, one that is meant to last more; work on a text is neither", () => {
  assert.deepEqual(message("shorter please"), ["length: short 0.5"]);
  assert.deepEqual(message("always answer in bullet points"), ["format: bullets 0.9"]);
  assert.deepEqual(message("Make my letter shorter"), []);
  assert.deepEqual(
    message("Is the northern route across the old bridge longer than the one along the river in winter?"),
    [],
  );
});
