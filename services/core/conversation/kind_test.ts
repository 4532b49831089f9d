import assert from "node:assert/strict";
import { messageKind } from "./kind.ts";

const CASES = {
  courtesy: [
    "hi",
    "Hello Morgan!",
    "thanks a lot",
    "Thank you very much.",
    "ok, great",
    "Danke!",
    "merci beaucoup",
    "good night",
  ],
  question: [
    "When is the rent due?",
    "and how much is it",
    "rent due date",
    "Tell me about my lease",
    "please list the tenants",
    "Wann ist die Miete fällig",
    "what did I say about Rex",
    "have it for me by noon",
    "no heating in the flat",
  ],
  statement: [
    "My dog is called Rex.",
    "I moved to Leeds in March",
    "Remember that my landlord is Mr Osei.",
    "Ich wohne in Kiel.",
    "We signed the lease yesterday.",
  ],
} as const;

for (const [kind, texts] of Object.entries(CASES)) {
  for (const text of texts) {
    Deno.test(`"${text}" is a ${kind}`, () => assert.equal(messageKind(text), kind));
  }
}
