import assert from "node:assert/strict";
import { checkEmpathy } from "../../services/empathy/validator.ts";
import { post } from "../support/requests.ts";
import { type Running, startRunning } from "../support/running.ts";
import type { Register } from "./suite.ts";

const FILES = {
  "bindery/prices.md": "The new guillotine cost 18,450 euros in 2021. It was delivered in March.",
  "bindery/hours.txt": "The bindery opens at nine in the morning. It stays closed on Mondays.",
};
const filter = { path_prefix: "bindery/" };
const PLAIN = "How much did the new guillotine cost?";
const MOVED = "I am so frustrated with all this paper: how much did the new guillotine cost?";

/** How a person is answered: by their feeling, and in danger. */
export function personTests(test: Register): void {
  test("a feeling is named before the answer and changes no cited fact; a plain question gets none", async (running) => {
    await running.ingest(FILES);
    const plain = await running.client.text({ text: PLAIN, llm: false, filter });
    const moved = await running.client.text({ text: MOVED, llm: false, filter });
    assert.equal(plain.emotion?.emotion, "neutral");
    assert.equal(moved.emotion?.emotion, "frustration");
    assert.doesNotMatch(plain.answer, /\n\n/);
    const [opening = "", facts] = moved.answer.split("\n\n");
    assert.match(opening, /frustration/i);
    assert.deepEqual(
      checkEmpathy(opening, { text: MOVED, feeling: "frustration", language: "en", risk: "none" }),
      [],
    );
    assert.equal(facts?.split("\n")[0], plain.answer.split("\n")[0]);
    assert.equal(moved.sources[0]?.quote, plain.sources[0]?.quote);
    assert.equal(moved.support, undefined);
  });

  test("a model is told the manner, and what Morgan says of the feeling comes before its words", async (running) => {
    await running.ingest(FILES);
    running.llm.behaviour.reply = ["The new guillotine cost 18,450 euros [1]."];
    const plain = await running.client.text({ text: PLAIN, filter });
    const before = running.llm.prompts.at(-1)?.[0]?.content ?? "";
    assert.doesNotMatch(before, /feeling/i);
    const moved = await running.client.text({ text: MOVED, filter, explain: true });
    const system = running.llm.prompts.at(-1)?.[0]?.content ?? "";
    assert.match(system, /calm, steady tone/);
    assert.match(system, /Say nothing of the user's feelings/);
    assert.match(moved.answer, /^[^\n]*frustration[^\n]*\n\nThe new guillotine cost 18,450 euros \[1\]\.$/i);
    assert.equal(plain.answer, "The new guillotine cost 18,450 euros [1].");
    assert.equal(moved.explain?.empathy?.tone, "calm");
  });

  test("what a model says in talk keeps the rules: the feeling is named, and what hurts is left out", async (running) => {
    const talk = async (text: string, reply: string) => {
      running.llm.behaviour.reply = reply.split(/(?<= )/);
      return (await running.client.text({ text, session_id: crypto.randomUUID() })).answer;
    };
    const sad = "I feel so lonely since we moved.";
    const mended = await talk(
      sad,
      "Calm down, it could be worse. Moving takes time to settle. You have depression.",
    );
    assert.match(mended, /^[^\n]*loneliness[^\n]*\n\nMoving takes time to settle\.$/i);
    const own = "That loneliness is understandable after a move.";
    assert.equal(await talk(sad, `${own} What do you miss most?`), `${own}\n\nWhat do you miss most?`);
    assert.match(running.llm.prompts.at(-1)?.[0]?.content ?? "", /Name this feeling once/);
    assert.equal(
      await talk("My bike is green.", "I am so sorry to hear that. A green bike it is."),
      "A green bike it is.",
    );
    assert.match(await talk("My bike is green.", "I am so sorry to hear that."), /noted/);
    running.llm.behaviour.reply = ["You are welcome."];
    const thanks = { text: "Thank you so much!", session_id: crypto.randomUUID(), rag: false };
    const { answer } = await running.client.text(thanks);
    assert.match(answer, /^[^\n]*gratitude[^\n]*\n\nYou are welcome\.$/i);
  });

  test("a model that fails in talk leaves what Morgan itself has to say", async (running) => {
    running.llm.behaviour.reply = [];
    running.llm.behaviour.ending = "die";
    try {
      const request = { text: "I feel so lonely since we moved.", session_id: crypto.randomUUID() };
      const { answer, degraded, notice } = await running.client.text(request);
      assert.match(answer, /^[^\n]*loneliness[^\n]*\n\nI have noted that/i);
      assert.deepEqual(degraded, ["llm_unavailable"]);
      assert.ok(notice);
    } finally {
      running.llm.behaviour.ending = "stop";
    }
  });

  test("in danger help comes first and at once, and the documents are not asked", async (running) => {
    await running.ingest({
      ...FILES,
      "bindery/note.md": "I want to die, wrote the poet in the spring of 1911.",
    });
    running.llm.behaviour.reply = ["Wonderful weather for a walk! Call 555 1234 now."];
    const request = { text: "I want to die", filter, locale: "en-GB" };
    const bad = await running.client.text(request);
    assert.equal(bad.support?.risk, "high");
    assert.deepEqual(bad.support?.kinds, ["suicide"]);
    assert.match(bad.answer, /116 123/);
    assert.doesNotMatch(bad.answer, /walk|555|poet/);
    assert.equal(bad.model, undefined);
    const context = { text: request.text, feeling: undefined, language: "en", risk: "high" } as const;
    assert.deepEqual(checkEmpathy(bad.answer, context), []);
    running.llm.behaviour.ending = "die";
    try {
      assert.equal((await running.client.text(request)).answer, bad.answer);
    } finally {
      running.llm.behaviour.ending = "stop";
    }
  });

  test("who fears for somebody else gets words for a helper, and nothing beside them", async (running) => {
    await running.ingest({
      "school/plan.md":
        "If a pupil says that they want to kill themselves, stay with them and call the school nurse Mrs Aldo.",
    });
    const response = await running.client.text({
      text: "A pupil says he wants to kill himself. Whom do I call?",
      llm: false,
      filter: { path_prefix: "school/" },
    });
    assert.equal(response.support?.kinds[0], "other_person");
    assert.match(response.answer, /^It is right to take this seriously/);
    assert.deepEqual([response.sources, response.degraded], [[], []]);
  });

  test("a message that is sent again shows again where help is", async (running) => {
    const request = {
      text: "I want to die",
      llm: false,
      user_message_id: crypto.randomUUID(),
      session_id: crypto.randomUUID(),
    };
    const first = await running.client.text(request);
    const again = await running.client.text(request);
    assert.deepEqual(again, first);
    assert.ok(again.support);
  });

  test("POST /api/empathy_response tells risk, tone, directives, opening and resources", async (running) => {
    const asked = { text: "The update failed three times.", emotion: "frustration" };
    const answer = await (await post(running, "/api/empathy_response", asked)).json();
    assert.equal(answer.risk, "none");
    assert.equal(answer.tone, "calm");
    assert.ok(answer.directives.length > 2 && answer.opening.includes("frustration"));
    assert.deepEqual(answer.resources, []);
  });

  test("what a chat's messages show is kept, and goes with the conversation", async (running) => {
    const user_id = "etta";
    const session_id = crypto.randomUUID();
    for (const text of ["I'm so frustrated with this printer", "I'm really happy now, it works!"]) {
      await running.client.text({ text, session_id, user_id, llm: false });
    }
    const mood = async () => await (await running.call(`/api/mood?user_id=${user_id}&days=1`)).json();
    await running.settled();
    assert.equal((await mood()).states, 2);
    await running.client.deleteConversation(session_id, user_id);
    assert.equal((await mood()).states, 0);
  });

  test("a model that is asked to refine names the feeling anew, and only with one of the labels", async () => {
    await using running = await startRunning({ config: { emotion: { refine: true } } });
    const named = async (reply: string, text: string) => {
      running.llm.behaviour.reply = [reply];
      const user_id = crypto.randomUUID();
      await running.client.text({ text, user_id, rag: false });
      await running.settled();
      const response = await running.call(`/api/mood?user_id=${user_id}&days=1`);
      return (await response.json()).days[0]?.emotion;
    };
    assert.equal(await named("grief", "The house is empty this evening."), "grief");
    const alone = await named("grief, joy, anger", "The house is empty this morning.");
    assert.notEqual(alone, "grief");
  });

  test("where it is turned off nothing is noticed or learned, and danger is still seen", async () => {
    await using running = await startRunning({
      config: { emotion: { enabled: false }, learning: { enabled: false } },
    });
    await offTests(running);
  });
}

async function offTests(running: Running): Promise<void> {
  await running.ingest(FILES);
  const moved = await running.client.text({ text: MOVED, llm: false, filter });
  assert.equal(moved.emotion, undefined);
  assert.match(moved.answer, /^The new guillotine cost/);
  const feedback = await running.client.feedback({ rating: 2, comment: "Too long, use bullet points." });
  assert.deepEqual(feedback.changed, []);
  await running.client.text({ text: "My name is Odile.", session_id: crypto.randomUUID(), llm: false });
  await running.settled();
  assert.deepEqual((await running.client.memories({})).memories, []);
  const mood = await (await running.call("/api/mood")).json();
  assert.equal(mood.states, 0);
  const danger = await running.client.text({ text: "I want to die", llm: false });
  assert.equal(danger.support?.risk, "high");
}
