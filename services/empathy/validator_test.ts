import assert from "node:assert/strict";
import { MESSAGES } from "../../tests/empathy/messages.ts";
import { feelingOf } from "./feelings.ts";
import { generate } from "./generator.ts";
import { LANGUAGES } from "./language.ts";
import { checkEmpathy, type EmpathyContext, type Rule, RULES } from "./validator.ts";

const context = (over: Partial<EmpathyContext> = {}): EmpathyContext => ({
  text: "The update failed three times.",
  feeling: "frustration",
  language: "en",
  risk: "none",
  ...over,
});

Deno.test("sixty messages: each opening names the feeling, in the language, in one sentence, and breaks no rule", () => {
  assert.equal(MESSAGES.length, 60);
  for (const { text, emotion, feeling, language } of MESSAGES) {
    const answer = generate({ text, ...(emotion ? { emotion } : {}) });
    assert.equal(answer.language, language, text);
    assert.equal(answer.risk, "none", text);
    assert.deepEqual(answer.resources, [], text);
    if (feeling === null) {
      assert.equal(answer.opening, "", text);
      assert.equal(answer.tone, "neutral", text);
      assert.equal(answer.directives.length, 1, text);
      continue;
    }
    assert.equal(answer.emotion, feeling, text);
    assert.match(answer.opening, /^[^.!?]+[.!?]$/, text);
    const name = feelingOf(feeling);
    assert.ok(name);
    const broken = checkEmpathy(answer.opening, {
      text,
      feeling: name,
      language: answer.language,
      risk: "none",
    });
    assert.deepEqual(broken, [], `${text} → ${answer.opening}`);
  }
});

Deno.test("openings vary from text to text and are the same for the same text", () => {
  const openings = new Set<string>();
  for (let i = 0; i < 40; i++) {
    const request = { text: `The update failed ${i} times.`, emotion: "frustration" };
    openings.add(generate(request).opening);
    assert.equal(generate(request).opening, generate(request).opening);
  }
  assert.ok(openings.size >= 4, `${openings.size} openings`);
});

/** An answer that breaks a rule, and nothing but it. */
const BREAKING: readonly (readonly [Rule, string, Partial<EmpathyContext>?])[] = [
  ["names_feeling", "This is understandable."],
  ["validates_first", "You could restart it; the frustration is understandable."],
  ["minimises", "The frustration is understandable, but at least it starts."],
  ["commands_calm", "The frustration makes sense, but calm down."],
  ["diagnoses", "The frustration makes sense; you may have depression."],
  ["flatters", "The frustration makes sense, and great question."],
  ["toxic_positivity", "The frustration makes sense, but everything happens for a reason."],
  ["bends_fact", "The frustration makes sense; the limit is 40 MB [1].", { facts: ["The limit is 20 MB."] }],
  ["bends_fact", 'The frustration makes sense: "The limit is far above it" [1].', {
    facts: ["The limit is 20 MB."],
  }],
  ["sympathises", "I am sorry to hear that. The limit is in the manual.", { feeling: undefined }],
  ["claims_feelings", "The frustration makes sense, and I feel your pain here."],
  ["promises", "The frustration makes sense, and everything will be fine."],
  ["claims_to_know", "The frustration makes sense; I know how you feel."],
  ["wrong_language", "The frustration makes sense, and it is what we see here.", {
    language: "de",
    feeling: "frustration",
  }],
  ["too_long", `The frustration makes sense. ${"It is in the manual and we see it there. ".repeat(5)}`],
  ["blames", "The frustration makes sense, but you should have read it."],
  ["compares", "The frustration makes sense, but others have it worse."],
  ["orders", "The frustration makes sense, but you must read it."],
  ["jokes", "The frustration makes sense 😂."],
  ["many_questions", "The frustration makes sense. What failed? And when?"],
  ["withholds_help", "Thank you for saying this. Are you safe?", { risk: "high", feeling: undefined }],
];

Deno.test("each of the twenty rules is broken by an answer that breaks it, and only by that", () => {
  assert.equal(Object.keys(RULES).length, 20);
  assert.deepEqual(new Set(BREAKING.map(([rule]) => rule)), new Set(Object.keys(RULES)));
  assert.deepEqual(
    checkEmpathy("The frustration makes sense. The limit is 20 MB [1].", context({ facts: ["20 MB"] })),
    [],
  );
  for (const [rule, answer, over] of BREAKING) {
    const broken = checkEmpathy(answer, context(over));
    assert.ok(broken.includes(rule), `${rule}: ${answer}`);
    // A German reader of an English sentence misses the German word as well.
    if (rule !== "wrong_language") assert.deepEqual(broken, [rule], answer);
  }
});

Deno.test("answers in danger keep the rules in every language and show where help is", () => {
  const said = {
    en: "I want to die",
    de: "Ich will nicht mehr leben",
    fr: "Je ne veux plus vivre",
    es: "No quiero vivir más",
    it: "Non voglio più vivere",
    pt: "Não quero mais viver",
    nl: "Ik wil niet meer leven",
    pl: "Nie chcę już żyć",
  } as const;
  for (const language of LANGUAGES) {
    const text = said[language];
    const answer = generate({ text });
    assert.equal(answer.language, language);
    assert.equal(answer.tone, "caring");
    assert.deepEqual(
      checkEmpathy(answer.opening, { text, feeling: undefined, language, risk: answer.risk }),
      [],
      answer.opening,
    );
    assert.ok(answer.resources.length >= 2);
  }
});
