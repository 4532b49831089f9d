import assert from "node:assert/strict";
import { dependsOnHistory } from "./follow_up.ts";

for (
  const text of [
    "And how much is it?",
    "How can I reach him?",
    "why?",
    "what about the deposit?",
    "Wer ist er?",
    "deposit?",
  ]
) {
  Deno.test(`"${text}" is understood from what was said before`, () => assert.ok(dependsOnHistory(text)));
}
for (
  const text of [
    "When is the rent due?",
    "Is there a pet policy?",
    "Who is the landlord?",
    "Who is the landlord, and how can he be reached?",
    "Wann ist die Miete fällig?",
  ]
) {
  Deno.test(`"${text}" stands by itself`, () => assert.ok(!dependsOnHistory(text)));
}
