import assert from "node:assert/strict";
import { openKeyring } from "../../lib/crypto/mod.ts";
import { openDatabase } from "../../lib/db/mod.ts";
import { openTestDatabase } from "../../lib/db/testing.ts";
import { IN_PROCESS, inProcess } from "../../lib/http/mod.ts";
import { openJobs } from "../../lib/jobs/mod.ts";
import { createMetrics } from "../../lib/telemetry/mod.ts";
import { createLearningApp } from "./app.ts";
import { learningClient } from "./client.ts";
import { LEARN_QUEUE } from "./context.ts";
import { startLearning } from "./engine.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The service over a database in memory, at a time that a test sets. */
async function service() {
  await using stack = new AsyncDisposableStack();
  const path = await Deno.makeTempDir({ prefix: "morgan-learning-" });
  stack.defer(() => Deno.remove(path, { recursive: true }));
  const clock = { now: new Date("2026-01-01T12:00:00Z") };
  const database = stack.use(await openTestDatabase());
  const jobs = stack.use(await openJobs(database, { queues: [LEARN_QUEUE] }));
  const keyring = await openKeyring({ keys: `${path}/keys` });
  const context = { token: "t", metrics: createMetrics(), database, jobs, keyring, now: () => clock.now };
  const learning = stack.use(startLearning(context));
  const client = learningClient(IN_PROCESS, inProcess(createLearningApp(context, learning), "t"));
  let turns = 0;
  const owned = stack.move();
  return {
    client,
    clock,
    database,
    keyring,
    learning,
    /** Says something, and waits until it is learned. */
    async say(
      text: string,
      more: { user_id?: string; message_id?: string; used?: string[]; session_id?: string } = {},
    ) {
      const message_id = more.message_id ?? `m${++turns}`;
      await client.observe({ text, session_id: "s", date: clock.now.toISOString(), ...more, message_id });
      await learning.idle();
      return message_id;
    },
    async texts(user_id = "cli", all = false) {
      const { memories } = await client.memories({
        user_id,
        kind: "fact",
        ...(all ? { all: "true" as const } : {}),
      });
      return memories.map(({ text }) => text).sort();
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

Deno.test("what a user states is remembered with the turn it came from, for that user alone", async () => {
  await using running = await service();
  const { say, client, texts } = running;
  const message_id = await say("Hi there. My dog is called Rex, by the way.");
  const { memories: [memory] } = await client.memories({});
  assert.equal(memory?.text, "Name of the user's dog: Rex");
  assert.deepEqual(memory?.why, {
    kind: "statement",
    text: "My dog is called Rex, by the way.",
    date: "2026-01-01T12:00:00.000Z",
    message_id,
    session_id: "s",
  });
  assert.deepEqual(await texts("somebody else"), []);
  assert.deepEqual((await client.adaptation("cli")).about.map(({ text }) => text), [
    "Name of the user's dog: Rex",
  ]);
});

Deno.test("a turn that is handed over twice is learned from once, and forgotten things stay forgotten", async () => {
  await using running = await service();
  const { say, client, texts } = running;
  await say("I live in Kiel.", { message_id: "same" });
  await say("I live in Kiel.", { message_id: "same" });
  const { memories: [memory] } = await client.memories({});
  assert.equal(memory?.uses, 1);
  await client.forgetMemory(memory?.id ?? "");
  await say("I live in Kiel.", { message_id: "same" });
  assert.deepEqual(await texts(), []);
});

Deno.test("a new value takes the place of the old; undo brings the old one back", async () => {
  await using running = await service();
  const { say, client, texts } = running;
  await say("I live in Kiel.");
  await say("I moved to Oslo last week.");
  assert.deepEqual(await texts(), ["Lives in: Oslo"]);
  const { memories: [oslo] } = await client.memories({});
  await client.undoMemory(oslo?.id ?? "");
  assert.deepEqual(await texts(), ["Lives in: Kiel"]);
  await client.undoMemory(oslo?.id ?? "");
  assert.deepEqual(await texts(), ["Lives in: Oslo"]);
  await say("I don't live in Oslo anymore.");
  assert.deepEqual(await texts(), []);
});

Deno.test("what is said again, or recalled, is the same memory and grows stronger", async () => {
  await using running = await service();
  const { say, client, clock } = running;
  await say("I'm vegetarian.");
  const { memories: [memory] } = await client.memories({});
  clock.now = new Date(clock.now.getTime() + 100 * DAY);
  await say("As I said, I'm vegetarian.");
  await say("What can I cook?", { used: [memory?.id ?? ""] });
  const { memories } = await client.memories({ kind: "fact" });
  assert.deepEqual(memories.map(({ uses, also }) => [uses, also.length]), [[3, 1]]);
});

Deno.test("forgetting can be undone, unless it was for good", async () => {
  await using running = await service();
  const { say, client, texts, database } = running;
  await say("My cat is called Mia.");
  const { memories: [memory] } = await client.memories({});
  const id = memory?.id ?? "";
  assert.deepEqual(await client.forgetMemory(id), [id]);
  assert.deepEqual(await texts(), []);
  assert.deepEqual(await texts("cli", true), ["Name of the user's cat: Mia"]);
  const { memory: back } = await client.undoMemory(id);
  assert.equal(back.state, "live");
  await client.forgetMemory(id, { forGood: true });
  assert.deepEqual(await texts("cli", true), []);
  const rows = await database.db.selectFrom("behavioral_patterns").select("id").where("id", "=", id)
    .execute();
  assert.deepEqual(rows, []);
  await assert.rejects(client.undoMemory(id), { code: "not_found" });
  await assert.rejects(client.forgetMemory(id), { code: "not_found" });
});

Deno.test("feedback changes the preferences at once, says so, and can be undone", async () => {
  await using running = await service();
  const { client } = running;
  const first = await client.updatePreferences({
    signals: [{ kind: "feedback", text: "too long", rating: 2, feedback_id: "f1" }],
  });
  assert.deepEqual(first.changed.map(({ type, value, before, text }) => [type, value, before, text]), [
    ["length", "short", null, "Answers are shorter."],
  ]);
  assert.equal((await client.adaptation("cli")).extractive.sentences, 1);
  const again = await client.updatePreferences({
    signals: [{ kind: "feedback", text: "too long", feedback_id: "f1" }],
  });
  assert.deepEqual(again.changed, []);
  const { memory, changed } = await client.undoMemory(first.changed[0]?.id ?? "");
  assert.equal(memory.state, "undone");
  assert.deepEqual(changed.map(({ value, before }) => [value, before]), [[null, "short"]]);
  assert.equal((await client.adaptation("cli")).extractive.sentences, 3);
});

Deno.test("preferences can be set and taken back outright; a wrong value names the field", async () => {
  await using running = await service();
  const { client } = running;
  const set = await client.updatePreferences({ preferences: [{ type: "language", value: "de" }] });
  assert.deepEqual(set.preferences.map(({ type, value, confidence }) => [type, value, confidence]), [[
    "language",
    "de",
    1,
  ]]);
  assert.deepEqual(set.preferences[0]?.since, "2026-01-01T12:00:00.000Z");
  const gone = await client.updatePreferences({ preferences: [{ type: "language", value: null }] });
  assert.deepEqual([gone.preferences, gone.changed[0]?.before], [[], "de"]);
  for (
    const [wrong, field] of [
      [{ type: "length", value: "tiny" }, /preferences\.0\.value.*short or long/],
      [{ type: "topic", value: "more" }, /preferences\.0\.subject/],
    ] as const
  ) {
    await assert.rejects(client.updatePreferences({ preferences: [wrong] }), {
      code: "invalid_input",
      message: field,
    });
  }
});

Deno.test("preferences decay: after years without a word they are gone", async () => {
  await using running = await service();
  const { client, clock } = running;
  await client.updatePreferences({ signals: [{ kind: "feedback", text: "too long" }] });
  clock.now = new Date(clock.now.getTime() + 1000 * DAY);
  assert.equal((await client.adaptation("cli")).extractive.sentences, 3);
});

Deno.test("nothing of what was learned lies in the database in plain text, waiting turns included", async () => {
  await using running = await service();
  const { say, client, database } = running;
  await say("My dog is called Rexorius. Please remember that my locker is 4711.");
  await client.updatePreferences({ signals: [{ kind: "feedback", text: "too long about Zanzibar" }] });
  const tables = ["behavioral_patterns", "user_preferences", "pgboss.job"];
  const dump = JSON.stringify(
    await Promise.all(
      tables.map((table) => database.executor.executeSql(`select * from ${table}`)),
    ),
  );
  assert.match(dump, /"sealed":"m1\./);
  assert.doesNotMatch(dump, /Rexorius|locker|4711|Zanzibar|too long/);
});

Deno.test("a rotation of the key leaves everything readable", async () => {
  await using running = await service();
  const { say, client, texts } = running;
  await say("I live in Kiel.");
  const before = await client.keys(true);
  const { rotated, unreadable, key } = await client.rotateKey();
  assert.ok(rotated >= 2 && unreadable === 0 && key !== before.current);
  assert.deepEqual(Object.keys((await client.keys(true)).values), [key]);
  assert.deepEqual(await texts(), ["Lives in: Kiel"]);
});

Deno.test("memories are listed in pages and found by their words", async () => {
  await using running = await service();
  const { say, client } = running;
  await say("I live in Kiel. My dog is called Rex. I'm vegetarian.");
  const first = await client.memories({ limit: 2 });
  const rest = await client.memories({ limit: 2, cursor: first.next ?? "" });
  assert.deepEqual([first.memories.length, rest.memories.length, rest.next], [2, 1, null]);
  assert.deepEqual((await client.memories({ query: "dog rex" })).memories.length, 1);
  await assert.rejects(client.memories({ cursor: "nonsense" }), { code: "not_found" });
});

Deno.test("a turn that was accepted is learned from by the next process, also when this one ended before it came to that", async () => {
  await using stack = new AsyncDisposableStack();
  const path = await Deno.makeTempDir({ prefix: "morgan-learning-" });
  stack.defer(() => Deno.remove(path, { recursive: true }));
  const open = async () => {
    const database = await openDatabase({ dataDir: `${path}/data` });
    return {
      database,
      jobs: await openJobs(database, { queues: [LEARN_QUEUE] }),
      keyring: await openKeyring({ keys: `${path}/keys` }),
    };
  };
  const base = { token: "t", metrics: createMetrics() };
  {
    const { database, jobs, keyring } = await open();
    // Accepts, and never gets to work: as a process that is killed at once.
    const idle = { ...jobs, work: () => {} };
    await using learning = startLearning({ ...base, database, keyring, jobs: idle });
    for (const text of ["I live in Kiel.", "I moved to Oslo."]) {
      await learning.observe({ user_id: "cli", message_id: text, text, sources: [], used: [] });
    }
    await jobs[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  }
  const { database, jobs, keyring } = await open();
  stack.use(database);
  stack.use(jobs);
  const learning = stack.use(startLearning({ ...base, database, keyring, jobs }));
  await learning.idle();
  const { memories } = await learning.memories({ user_id: "cli", all: "false", limit: 10 });
  assert.deepEqual(memories.map(({ text }) => text), ["Lives in: Oslo"]);
});
