import assert from "node:assert/strict";
import type { Conversation } from "../../services/core/conversation/contract.ts";
import { keyDecoder } from "./editor/keys.ts";
import { fitting, pick, type Picked, type Picking } from "./picker.ts";

const all: Conversation[] = ["The boiler", "Rent and deposit", "A boiler again"].map((title, i) => ({
  id: `c${i}`,
  session_id: `s${i}`,
  kind: "chat",
  title,
  messages: 2,
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
}));

function type(input: string): Picked {
  let picked: Picked = { then: "go on", picking: { all, typed: "", marked: 0 } };
  const decode = keyDecoder();
  for (const key of [...decode(input), ...decode("", true)]) {
    if (picked.then !== "go on") break;
    picked = pick(picked.picking, key);
  }
  return picked;
}

Deno.test("arrows choose, and stay within what is offered", () => {
  assert.deepEqual(type("\r"), { then: "take", session_id: "s0" });
  assert.deepEqual(type("\x1b[B\x1b[B\x1b[B\x1b[B\r"), { then: "take", session_id: "s2" });
  assert.deepEqual(type("\x1b[B\x1b[A\x1b[A\r"), { then: "take", session_id: "s0" });
});

Deno.test("what is typed narrows the choice; with nothing left Enter takes nothing", () => {
  assert.deepEqual(type("BOIL\x1b[B\r"), { then: "take", session_id: "s2" });
  assert.deepEqual(type("again b\r"), { then: "take", session_id: "s2" });
  const none = type("xyz\r");
  assert.equal(none.then, "go on");
  assert.deepEqual(type("xyz\x7f\x7f\x7frent\r"), { then: "take", session_id: "s1" });
  const picking: Picking = { all, typed: "", marked: 0 };
  assert.equal(fitting(picking).length, 3);
});

Deno.test("Escape, Ctrl-C and Ctrl-D leave", () => {
  for (const key of ["\x1b", "\x03", "\x04"]) assert.deepEqual(type(key), { then: "leave" });
});
