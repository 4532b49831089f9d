import assert from "node:assert/strict";
import { supportFor } from "../support.ts";
import { isOrdinary } from "./ordinary.ts";

Deno.test("silence among relatives, medicine given and records of the dead are not the classifier's", () => {
  for (
    const text of [
      "My cousin won't answer my letters any more",
      "Mein Vater redet nicht mehr mit uns",
      "Gave my aunt her tablets at noon",
      "Le he dado a mi padre sus gotas",
      "Where do I find the death certificate of my great-aunt?",
    ]
  ) {
    assert.ok(isOrdinary(text), text);
    assert.equal(supportFor(text, [], "en", "DE", 1).risk, "none", text);
  }
});

Deno.test("what may lie behind a silence is heard", () => {
  for (
    const text of [
      "My sister won't talk to me any more and I have nobody left",
      "Mein Vater redet nicht mehr mit mir, ich habe Angst",
      "My dad stopped talking to me. I want to be dead.",
      `My sister won't talk to me any more. ${"It was a long week. ".repeat(8)}`,
    ]
  ) assert.ok(!isOrdinary(text), text);
});
