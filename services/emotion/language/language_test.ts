import assert from "node:assert/strict";
import fc from "fast-check";
import { FEELING_WORDS } from "../feelings.ts";
import { clausesOf } from "./clauses.ts";
import { degreeOf } from "./degree.ts";
import { emojiReports } from "./emoji.ts";
import { irony } from "./irony.ts";
import { read } from "./mod.ts";
import { isPlain } from "./plain.ts";

const own = (text: string) => read(text).own.map(({ feeling, negated }) => (negated ? "not " : "") + feeling);
const others = (text: string) => read(text).others.map(({ who, feeling }) => `${who}: ${feeling}`);

Deno.test("every feeling's own word is found after I'm", () => {
  for (const [word, feeling] of FEELING_WORDS) {
    if (/^(?:can't|cannot|counting|looking|like|in|on|over|drowning)/.test(word)) continue;
    assert.ok(own(`I feel so ${word} right now`).includes(feeling), word);
  }
});

Deno.test("degree words raise, lower and deny", () => {
  const shift = (between: string) => Math.sign(degreeOf(between).shift);
  assert.deepEqual([shift(" extremely"), shift(" a bit"), shift(" just")], [1, -1, 0]);
  assert.ok(degreeOf(" extremely").shift > degreeOf(" very").shift);
  for (const between of [" not", " no longer", " never really", "n't"]) {
    assert.ok(degreeOf(between).negated, between);
  }
  assert.equal(degreeOf(" not only").negated, false);
  assert.equal(degreeOf(" never been so").negated, false);
});

Deno.test("both of two feelings are found, and a denied one is marked", () => {
  assert.deepEqual(own("I'm tired and a little sad"), ["exhaustion", "sadness"]);
  assert.deepEqual(own("I'm happy about the job but scared of the move"), ["joy", "fear"]);
  assert.deepEqual(own("I am not angry"), ["not anger"]);
  assert.deepEqual(own("I wasn't nervous at all"), ["not nervousness"]);
  assert.deepEqual(own("Don't worry about it."), ["not worry"]);
});

Deno.test("suppositions, politeness, quotations and code state nothing", () => {
  for (
    const text of [
      "If I'm angry I go for a walk.",
      "I'm afraid that the file is missing.",
      "I'm happy to help with that.",
      "I'm good at chess.",
      "Sorry to bother you, where is the log?",
      "He wrote “I am furious” on the wall.",
      "`I feel sad` is the test's input.",
      "> I'm devastated\nWhat does the poem mean?",
    ]
  ) assert.deepEqual(own(text), [], text);
});

Deno.test("whose feeling it is", () => {
  assert.deepEqual(others("My sister is furious with her boss"), ["my sister: rage"]);
  assert.deepEqual(others("Anna is worried, I'm not."), ["Anna: worry"]);
  assert.deepEqual(others("This is sad. The server is down."), []);
  assert.deepEqual(own("My sister is furious with her boss"), []);
  assert.deepEqual(own("My son is anxious and that worries me"), ["worry"]);
});

Deno.test("emoji and emoticons tell a feeling, more of them more strongly; addresses and code do not", () => {
  assert.deepEqual(emojiReports("great 🎉🎉🎉 :)").map(({ feeling }) => feeling), ["joy", "excitement"]);
  const shift = (text: string) => emojiReports(text)[0]?.shift ?? -1;
  assert.ok(shift("😡😡😡") > shift("😡"));
  assert.deepEqual(emojiReports("http://host/path a::b f(x):y 8:30"), []);
});

Deno.test("praise of a mishap is irony, praise of a repair is not", () => {
  for (
    const text of [
      "Great, the disk failed again.",
      "I just love waiting on hold for hours",
      "Thanks for nothing.",
    ]
  ) {
    assert.ok(irony(text) > 0, text);
  }
  for (
    const text of [
      "Great, it works now!",
      "I love this film.",
      "Wonderful news, thank you.",
      "Perfect, the crash is fixed.",
      "Thanks for the quick answer.",
    ]
  ) assert.ok(irony(text) === 0, text);
});

Deno.test("plain questions and statements are plain, those with a feeling are not", () => {
  for (
    const text of [
      "How do I restart the service?",
      "Kill the process on port 80",
      "What is the best way to parse CSV?",
      "list the files in /var/log",
      "How does depression affect sleep?",
      "Write an angry letter to my landlord.",
      "Good morning! How are you?",
      "No",
      "Could you tell me where the config file is? Thanks.",
    ]
  ) assert.ok(isPlain(text), text);
  for (
    const text of [
      "How can I stop being sad?",
      "Why is it so awful?",
      "Why do you hate me?",
      "How could this be so awful?",
      "WHY DOES IT NOT WORK",
      "He left.",
    ]
  ) {
    assert.ok(!isPlain(text), text);
  }
});

Deno.test("what dies and is no one is no loss of anyone", () => {
  for (
    const text of [
      "My phone died.",
      "the battery of my laptop is dead",
      "All my plants have died",
      "The engine just died on the road",
      "The wifi keeps dying",
    ]
  ) assert.ok(isPlain(text), text);
  for (
    const text of [
      "My father died.",
      "My dog died and my phone died too.",
      "The phone rang: my sister is dead",
      "My phone died and I'm so sad",
      "My plants died with my mother, she died in May",
    ]
  ) assert.ok(!isPlain(text), text);
});

Deno.test("reading never fails and never takes long, whatever the text", () => {
  const pieces = fc.constantFrom(
    "I'm ",
    "not ",
    "so ",
    "very ",
    "really ",
    "sad",
    ", ",
    "and ",
    "my ",
    "'",
    "“",
    "`",
    "!",
    "😭",
    "\n",
    "a",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 400 }), (parts) => {
      for (const report of read(parts.join("")).own) assert.notEqual(report.feeling, "");
    }),
    { numRuns: 50 },
  );
  for (
    const word of ["so ", "really ", "a bit ", "not ", "I'm so ", "my ", "I love ", '"', "is ", "and a ", "!"]
  ) {
    read(`I'm ${word.repeat(20_000)}x`);
  }
  assert.ok(clausesOf("x".repeat(5000)).length === 1);
});
