import assert from "node:assert/strict";
import fc from "fast-check";
import { estimateTokens } from "../../../lib/models/llm.ts";
import type { Exchange } from "./history.ts";
import { fitTalk } from "./talk.ts";

const weigh = () => Promise.resolve(() => 1);

function turn(n: number, user: string, assistant = "Noted."): Exchange {
  const date = new Date(Date.UTC(2026, 0, 1, 0, n));
  return { user, assistant, date, until: date, message_ids: [String(n)] };
}

Deno.test("the last turns are given whole, older ones by their sentences, and all of it fits", async () => {
  const turns = Array.from(
    { length: 60 },
    (_, n) => turn(n, `My note number ${n} is about the harbour ${n * 37}.`),
  );
  const talk = await fitTalk({ summary: null, turns }, [], 600, weigh);
  assert.ok(talk.tokens <= 600, `${talk.tokens}`);
  assert.ok(talk.told.turns > 5 && talk.told.turns < 60);
  assert.equal(talk.told.turns + talk.told.summarised, 60);
  assert.match(talk.messages.at(-2)?.content ?? "", /number 59/);
  assert.match(talk.preamble, /earlier in this conversation[\s\S]*My note number \d+ is about/);
});

Deno.test("a turn that is longer than the room is given by its beginning, and marked", async () => {
  const long = Array.from({ length: 200 }, (_, n) => `Sentence ${n} of a long paste.`).join(" ");
  const talk = await fitTalk({ summary: null, turns: [turn(1, long)] }, [], 400, weigh);
  assert.equal(talk.told.shortened, 1);
  assert.match(talk.messages[0]?.content ?? "", /^Sentence 0 .*\[…shortened\]$/s);
  assert.ok(talk.tokens <= 400);
});

Deno.test("whatever was said, it fits the budget and no turn is left out of both", async () => {
  const said = fc.array(fc.tuple(fc.lorem({ maxCount: 40 }), fc.lorem({ maxCount: 60 })), { maxLength: 30 });
  await fc.assert(fc.asyncProperty(said, fc.integer({ min: 200, max: 3000 }), async (pairs, budget) => {
    const turns = pairs.map(([user, assistant], n) => turn(n, user, assistant));
    const talk = await fitTalk({ summary: null, turns }, [], budget, weigh);
    assert.ok(talk.tokens <= budget + 30, `${talk.tokens} of ${budget}`);
    assert.equal(talk.told.turns + talk.told.summarised, turns.length);
    assert.ok(estimateTokens(talk.preamble) <= budget / 2 + 40);
  }));
});
