import assert from "node:assert/strict";
import { z } from "zod";
import type { Risk } from "../../services/empathy/contract.ts";
import { LANGUAGES } from "../../services/empathy/language.ts";
import { SUPPORT_TEXTS } from "../../services/empathy/support_texts/mod.ts";
import { post } from "../support/requests.ts";
import { type Running, startRunning } from "../support/running.ts";

type Texts = typeof SUPPORT_TEXTS["en"];

/** One message a language and risk, and the text that is said to it. */
const SAID: Readonly<Record<typeof LANGUAGES[number], readonly (readonly [string, Risk, keyof Texts])[]>> = {
  en: [
    ["There is no point in anything.", "low", "low"],
    ["I want to die", "high", "self"],
    ["My husband hits me", "high", "abuse"],
    ["My friend says she wants to kill herself", "high", "other"],
    ["I took all my sleeping pills an hour ago", "imminent", "taken"],
  ],
  de: [
    ["Ich kann nicht mehr, alles ist sinnlos", "low", "low"],
    ["Ich will nicht mehr leben", "high", "self"],
    ["Mein Mann schlägt mich", "high", "abuse"],
    ["Ich habe alle Tabletten geschluckt", "imminent", "taken"],
  ],
  fr: [
    ["Je n'en peux plus de tout", "low", "low"],
    ["Je ne veux plus vivre", "high", "self"],
    ["J'ai avalé tous les comprimés", "imminent", "taken"],
  ],
  es: [
    ["No quiero vivir más", "high", "self"],
    ["Me he tomado todas las pastillas", "imminent", "taken"],
  ],
  it: [
    ["Non ce la faccio più", "low", "low"],
    ["Non voglio più vivere", "high", "self"],
    ["Ho ingoiato tutte le pillole", "imminent", "taken"],
  ],
  pt: [
    ["Já não aguento mais", "low", "low"],
    ["Não quero mais viver", "high", "self"],
    ["Tomei todos os comprimidos", "imminent", "taken"],
  ],
  nl: [
    ["Ik kan niet meer", "low", "low"],
    ["Ik wil niet meer leven", "high", "self"],
    ["Ik heb alle pillen geslikt", "imminent", "taken"],
  ],
  pl: [
    ["Nie daję już rady", "low", "low"],
    ["Nie chcę już żyć", "high", "self"],
    ["Połknęłam wszystkie tabletki", "imminent", "taken"],
  ],
};

const CHEERFUL = "What a lovely day for a picnic!";

/** The words of a text before and after the number. */
function words(text: string | readonly string[]): string[] {
  return (typeof text === "string" ? text : text[0] ?? "").split("{place}");
}

const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })) });

async function completion(running: Running, content: string): Promise<string> {
  const body = { model: "morgan", messages: [{ role: "user", content }] };
  const response = await post(running, "/v1/chat/completions", body);
  return Completion.parse(await response.json()).choices[0]?.message.content ?? "";
}

Deno.test("whatever the risk, the caring text of the language is the whole answer: asked once, in a chat, with a model and without, and over /v1", async () => {
  // A country of which no helpline is known: what is shown then depends on no locale.
  await using running = await startRunning({ config: { support: { region: "AQ" } } });
  await running.ingest({
    "poem.md": "I want to die, wrote the poet. All my sleeping pills are counted here.",
  });
  running.llm.behaviour.reply = [CHEERFUL];
  for (const language of LANGUAGES) {
    for (const [text, risk, name] of SAID[language]) {
      const answers = new Set<string>();
      for (const llm of [true, false]) {
        for (const session_id of [undefined, crypto.randomUUID()]) {
          const response = await running.client.text({ text, llm, ...(session_id ? { session_id } : {}) });
          assert.equal(response.support?.risk, risk, text);
          assert.deepEqual([response.sources, response.recalled, response.model, response.notice], [
            [],
            undefined,
            undefined,
            undefined,
          ]);
          answers.add(response.answer);
        }
      }
      answers.add(await completion(running, text));
      assert.equal(answers.size, 1, [...answers].join("\n---\n"));
      const [answer = ""] = answers;
      for (const part of words(SUPPORT_TEXTS[language][name])) {
        assert.ok(answer.includes(part), `${text} → ${answer}`);
      }
      if (risk === "low") assert.ok(answer.split("\n").filter(Boolean).length <= 2, answer);
      else assert.match(answer, /112 \/ 911[^]*findahelpline/);
    }
  }
});

async function say(running: Running, session_id: string, text: string) {
  return await running.client.text({ text, session_id, user_id: "ines", llm: true });
}

Deno.test("after a danger a few words are answered gently and without the places again, a question by itself", async () => {
  await using running = await startRunning();
  await running.ingest({ "lease.md": "The notice period of the flat is three months." });
  running.llm.behaviour.reply = [CHEERFUL];
  const chat = crypto.randomUUID();
  await say(running, chat, "I want to die");
  for (const [i, text] of ["I don't know", "yes", "leave me alone", "thanks"].entries()) {
    const { answer, support } = await say(running, chat, text);
    assert.equal(answer, SUPPORT_TEXTS.en.after[i % SUPPORT_TEXTS.en.after.length]);
    assert.deepEqual(support?.resources, []);
  }
  running.llm.behaviour.reply = ["The notice period is three months [1]."];
  const asked = await say(running, chat, "What is the notice period of the flat?");
  assert.match(asked.answer, /three months/);
  assert.equal(asked.support, undefined);
});

Deno.test("what was said in danger is not quoted to answer something else", async () => {
  await using running = await startRunning();
  const said = async (text: string) =>
    await running.client.text({ text, session_id: crypto.randomUUID(), user_id: "ines", llm: false });
  await said("I cut my arms with the kitchen knife again last night");
  await said("My sister borrowed the kitchen knife with the red handle in May.");
  await running.settled();
  const { answer, recalled } = await said("Who borrowed the kitchen knife?");
  assert.match(answer, /sister/);
  assert.doesNotMatch(answer, /arms/);
  assert.ok(recalled?.every(({ text }) => !text.includes("arms")));
});
