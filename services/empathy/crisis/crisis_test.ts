import assert from "node:assert/strict";
import fc from "fast-check";
import { isDev, readTraining } from "../../../tests/empathy/crisis_corpus/read.ts";
import { CRISIS_NEGATIVE } from "../../../tests/empathy/crisis_negative.ts";
import { CRISIS_TRUE } from "../../../tests/empathy/crisis_true.ts";
import { assessConversation, assessText, atLeast } from "./mod.ts";
import { normalize } from "./normalize.ts";

Deno.test("of messages in danger, 98 in 100 and more are given the risk that they need", () => {
  assert.ok(CRISIS_TRUE.length >= 200);
  const missed = CRISIS_TRUE.filter(([text, least]) => !atLeast(assessText(text).risk, least));
  const recall = 1 - missed.length / CRISIS_TRUE.length;
  assert.ok(recall >= 0.98, `${recall}: ${missed.map(([text]) => text).join(" | ")}`);
});

Deno.test("of hard negatives, at most 3 in 100 raise an alarm", () => {
  assert.ok(CRISIS_NEGATIVE.length >= 200);
  const alarms = CRISIS_NEGATIVE.filter((text) => assessText(text).risk !== "none");
  assert.ok(alarms.length / CRISIS_NEGATIVE.length <= 0.03, alarms.join(" | "));
});

Deno.test("of wordings that no pattern was written with, half are heard by patterns alone, with few false alarms", async () => {
  const dev = (await readTraining()).filter(({ text }) => isDev(text));
  const danger = dev.filter(({ danger }) => danger);
  const heard = danger.filter(({ text }) => assessText(text).risk !== "none").length;
  assert.ok(danger.length >= 200 && heard / danger.length >= 0.5, `${heard} of ${danger.length}`);
  const harmless = dev.filter(({ danger }) => !danger);
  const alarms = harmless.filter(({ text }) => assessText(text).risk !== "none");
  assert.ok(alarms.length / harmless.length <= 0.03, alarms.map(({ text }) => text).join(" | "));
});

Deno.test("medicine of others, means, waking, numbness, deadly amounts, blows and burns are heard, and their harmless likes are not", async () => {
  for (const name of ["help_kin_means.tsv", "help_kin_means_dev.tsv"]) {
    const file = new URL(`../../../tests/empathy/${name}`, import.meta.url);
    for (const line of (await Deno.readTextFile(file)).split("\n").slice(1).filter(Boolean)) {
      const [text = "", , help] = line.split("\t");
      const { risk } = assessText(text);
      const least = help === "show" ? "high" : "low";
      assert.ok(help === "none" ? risk === "none" : atLeast(risk, least), `${text}: ${risk}`);
    }
  }
});

Deno.test("an idiom never hides what follows or goes before it", () => {
  for (const cry of ["I want to kill myself", "Ich will nicht mehr leben", "quiero morir"]) {
    for (const idiom of ["this exam is killing me", "I could kill for a coffee", "kill -9 the process"]) {
      for (
        const text of [`${idiom}. ${cry}`, `${cry}. ${idiom}`, `${idiom}, ${cry}`, `${cry} and ${idiom}`]
      ) {
        assert.ok(atLeast(assessText(text).risk, "high"), text);
      }
    }
  }
});

Deno.test("a cry for help is heard wherever it stands in a long message", () => {
  const filler = "The meeting about the budget was moved to the second floor. ";
  for (const before of [0, 30, 33, 34, 60, 200]) {
    const text = `${filler.repeat(before)}I want to kill myself. ${filler.repeat(100)}`;
    assert.ok(atLeast(assessText(text).risk, "high"), `${before} sentences before`);
  }
});

Deno.test("spacing, lookalikes, typos and capitals do not hide it", () => {
  assert.equal(normalize("K I L L my self"), "kill myself");
  assert.equal(normalize("su1c1de"), "suicide");
  assert.equal(normalize("s.u.i.c.i.d.e"), "suicide");
  assert.equal(normalize("Sucide"), "suicide");
  assert.equal(normalize("I wanna dieeeee"), "i want to die");
  assert.equal(normalize("version 10 of mp3"), "version 10 of mp3");
});

Deno.test("any text is assessed, and the same one always alike", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (text) => {
    assert.deepEqual(assessText(text), assessText(text));
  }));
});

Deno.test("what was said before counts: after a danger a farewell is a high risk, a few words stay a low one, a matter of its own is none", () => {
  const user = (content: string) => ({ role: "user" as const, content });
  const before = ["hello", "I want to kill myself"].map(user);
  const risk = (text: string, earlier = before) => assessConversation(text, earlier).risk;
  assert.equal(risk("Thanks for everything. Goodbye."), "high");
  assert.equal(risk("Thanks for everything. Goodbye.", [user("hello")]), "none");
  for (
    const text of ["I don't know", "yes", "leave me alone", "thanks", "ok", "What should I do?", "weiß nicht"]
  ) {
    assert.equal(risk(text), "low", text);
    assert.equal(risk(text, [user("hello")]), "none", text);
  }
  const own = "I cut myself while chopping onions, how do I stop the bleeding?";
  for (const text of ["What is the notice period?", own]) assert.equal(risk(text), "none", text);
  assert.equal(risk("ok", [...before, user("What is the notice period?")]), "none");
  assert.equal(risk("thanks", [...before, ..."abcdefg".split("").map(user)]), "none");
});

Deno.test("what speaks against one sentence does not lower another", () => {
  assert.equal(assessText("I am not suicidal.").risk, "none");
  assert.ok(atLeast(assessText("I am not suicidal. I took a whole bottle of pills.").risk, "imminent"));
  assert.ok(atLeast(assessText("In the novel she kills herself. I want to kill myself.").risk, "high"));
});
