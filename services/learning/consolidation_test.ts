import assert from "node:assert/strict";
import fc from "fast-check";
import { consolidate, strength } from "./consolidation.ts";
import { habitDirectives, Habits, withMessage } from "./patterns.ts";
import type { StoredFact } from "./stored.ts";

const DAY = 24 * 60 * 60 * 1000;
let made = 0;

function fact(attribute: string, value: string, uses = [0], single = false): StoredFact {
  const why = { kind: "statement" as const, text: value, date: new Date(uses[0] ?? 0).toISOString() };
  return { id: String(++made), user_id: "u", attribute, value, single, why, also: [], uses };
}

Deno.test("a memory is half forgotten 180 days after it was stated once; each use keeps it longer", () => {
  assert.ok(Math.abs(strength([0], 180 * DAY) - 0.5) < 0.01);
  assert.ok(strength([0, 100 * DAY], 180 * DAY) > 0.8);
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1 }), fc.nat(1000), fc.nat(1000), (days, now, more) => {
      const uses = days.map((day) => day * DAY);
      const at = (1001 + now) * DAY;
      assert.ok(strength(uses, at + more * DAY) <= strength(uses, at));
      assert.ok(strength([...uses, 0], at) >= strength(uses, at));
    }),
  );
});

Deno.test("what says the same is merged, what says less goes into what says more", () => {
  const [a, b] = [fact("likes", "Jazz"), fact("likes", "jazz")];
  const [less, more] = [fact("allergic_to", "peanuts"), fact("allergic_to", "peanuts and penicillin")];
  const other = fact("dislikes", "jazz");
  const { merge, faded } = consolidate([a, b, less, more, other], DAY);
  assert.deepEqual(merge.map(({ fact, into }) => [fact.id, into.id]), [[a.id, b.id], [less.id, more.id]]);
  assert.deepEqual(faded, []);
});

Deno.test("what was never spoken of again fades, an allergy and a name never do", () => {
  const facts = [fact("likes", "jazz"), fact("allergic_to", "peanuts"), fact("name", "Sam")];
  assert.deepEqual(consolidate(facts, 3650 * DAY).faded.map(({ value }) => value), ["jazz"]);
});

Deno.test("asking the same again is noticed within a session, and counted once a message", () => {
  const say = (habits: Habits, message_id: string, text: string, session_id = "s") =>
    withMessage(habits, { session_id, message_id, text, at: 0 });
  const first = say(Habits.parse({}), "1", "When is the rent of the boat house due?");
  const again = say(first.habits, "2", "When is the rent for the boat house due then?");
  assert.equal(again.reask, true);
  assert.deepEqual(
    say(again.habits, "2", "When is the rent for the boat house due then?").habits,
    again.habits,
  );
  assert.equal(say(first.habits, "3", "When is the rent of the boat house due?", "other").reask, false);
  assert.equal(say(first.habits, "4", "Who painted the mast last spring?").reask, false);
  let habits = again.habits;
  assert.deepEqual(habitDirectives(habits), []);
  for (let i = 0; i < 20; i++) {
    habits = say(habits, `r${i}`, "When is the rent of the boat house due?").habits;
  }
  assert.equal(habitDirectives(habits).length, 1);
});
