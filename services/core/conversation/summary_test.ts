import assert from "node:assert/strict";
import { estimateTokens } from "../../../lib/models/llm.ts";
import { isGrounded } from "./grounded.ts";
import { sentencesSummary } from "./summary.ts";

const weigh = () => Promise.resolve(() => 2);
const at = (day: number) => new Date(2026, 2, day, 12);
const turn = (day: number, user: string, assistant: string) => ({
  user,
  assistant,
  date: at(day),
  until: at(day),
  message_ids: [],
});

Deno.test("a summary keeps what the user told of themselves, word for word with its day, within its tokens", async () => {
  const turns = [
    turn(1, "Hello!", "I am here."),
    turn(2, "My sister Amara lives in Lisbon. Can you tell me the time?", "I can't."),
    turn(3, "How are you?", "Well."),
    turn(4, "My sister Amara lives in Lisbon.", "Noted."),
  ];
  const summary = await sentencesSummary(null, turns, 40, weigh);
  assert.match(summary, /^\[2026-03-02\] User: My sister Amara lives in Lisbon\.$/m);
  assert.ok(estimateTokens(summary) <= 40);
  assert.equal(summary.match(/Lisbon/g)?.length, 1);
  assert.doesNotMatch(summary, /Hello/);
  const next = await sentencesSummary(summary, [turn(5, "I fly to Oslo on 3 May.", "Noted.")], 60, weigh);
  assert.match(next, /Lisbon[\s\S]*\[2026-03-05\] User: I fly to Oslo on 3 May\./);
});

Deno.test("a retelling holds when its numbers, its names and most of its words were said", () => {
  const said = "User: My sister Amara lives in Lisbon since 2019.";
  assert.ok(isGrounded("The user's sister Amara has lived in Lisbon since 2019.", said));
  assert.ok(!isGrounded("The user's sister Amara has lived in Porto since 2019.", said));
  assert.ok(!isGrounded("The user's sister Amara has lived in Lisbon since 2018.", said));
  assert.ok(!isGrounded("Quantum computers threaten modern cryptography.", said));
});
