import assert from "node:assert/strict";
import { memoryCache } from "../../lib/cache/mod.ts";
import { type Database, deleteConversation, newId, openDatabase, repositories } from "../../lib/db/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { IN_PROCESS, inProcess } from "../../lib/http/mod.ts";
import { createMetrics } from "../../lib/telemetry/mod.ts";
import { createEmotionApp } from "./app.ts";
import { type EmotionClient, emotionClient } from "./client.ts";
import { createDetector } from "./detector.ts";
import { fakeClassifier } from "./testing.ts";
import { createTracker } from "./tracker.ts";

const NOW = new Date("2026-03-20T12:00:00Z");
const DAY = 86_400_000;

interface Service extends AsyncDisposable {
  database: Database;
  client: EmotionClient;
  /** Stores a message of `user` and tracks it. */
  say(user: string, text: string, daysAgo: number): Promise<string>;
}

async function service(): Promise<Service> {
  const database = await openDatabase({ dataDir: "memory" });
  const { classifier } = fakeClassifier();
  const app = createEmotionApp({
    token: "t",
    metrics: createMetrics(),
    detector: createDetector({ classifier, cache: memoryCache() }),
    tracker: createTracker(database, () => NOW),
  });
  const client = emotionClient(IN_PROCESS, inProcess(app, "t"));
  const { conversations, messages } = repositories(database.db);
  return {
    database,
    client,
    async say(user, content, daysAgo) {
      const conversation = await conversations.insert({ user_id: user, session_id: newId() });
      const timestamp = new Date(NOW.getTime() - daysAgo * DAY);
      const { id } = await messages.insert({
        conversation_id: conversation.id,
        role: "user",
        content,
        timestamp,
      });
      await client.track({ message_id: id, text: content });
      return id;
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

Deno.test("detect() answers for one text, detectAll() for more than a request carries, in order", async () => {
  await using it = await service();
  assert.equal((await it.client.detect("I'm feeling frustrated")).emotion, "frustration");
  const texts = Array.from({ length: 300 }, (_, i) => i % 2 === 0 ? `I'm happy ${i}` : `Port ${i} is open`);
  const found = await it.client.detectAll(texts);
  assert.deepEqual(found.map(({ emotion }) => emotion), texts.map((_, i) => i % 2 === 0 ? "joy" : "neutral"));
});

Deno.test("a tracked message is stored once, with its place and shares, and an unknown message is refused", async () => {
  await using it = await service();
  const id = await it.say("ada", "I'm furious", 0);
  const again = { message_id: id, text: "I'm furious" };
  await Promise.all([it.client.track(again), it.client.track(again)]);
  const { rows } = await repositories(it.database.db).emotional_states.list();
  assert.equal(rows.length, 1);
  const [row] = rows;
  assert.equal(row?.emotion_type, "rage");
  assert.ok((row?.valence ?? 0) < -0.5 && (row?.intensity ?? 0) > 0.8);
  assert.equal(typeof row?.metadata.plutchik, "object");
  await assert.rejects(it.client.track({ message_id: newId(), text: "x" }), (error) => {
    assert.ok(error instanceof MorganError);
    assert.equal(error.code, "not_found");
    return true;
  });
});

Deno.test("the mood is the user's own, within its days, and finds what recurs", async () => {
  await using it = await service();
  for (const day of [5, 4, 3, 2, 1]) await it.say("ada", `I'm anxious about the audit ${day}`, day);
  await it.say("ada", "I'm happy", 40);
  await it.say("bob", "I'm sad", 1);
  const mood = await it.client.mood({ user_id: "ada", days: 10 });
  assert.equal(mood.states, 5);
  assert.deepEqual(mood.days.map(({ emotion }) => emotion), Array(5).fill("anxiety"));
  assert.ok((mood.now ?? 0) < -0.3);
  assert.deepEqual(mood.patterns.map(({ type, emotion }) => `${type} ${emotion}`), ["recurring anxiety"]);
  await it.client.mood({ user_id: "ada", days: 10 });
  const stored = await repositories(it.database.db).emotion_patterns.list({ where: { user_id: "ada" } });
  assert.equal(stored.rows.length, 1);
  const empty = await it.client.mood({ user_id: "nobody" });
  assert.equal(empty.states, 0);
  assert.equal(empty.now, null);
  assert.equal(empty.recovery.resilience, null);
});

Deno.test("a deleted conversation leaves the mood; erasing keeps to the user and the age", async () => {
  await using it = await service();
  const id = await it.say("ada", "I'm sad", 1);
  await it.say("ada", "I'm lonely", 50);
  await it.say("bob", "I'm sad", 50);
  const message = await repositories(it.database.db).messages.find(id);
  await it.database.transaction((tx) => deleteConversation(tx, message?.conversation_id ?? ""));
  assert.equal((await it.client.mood({ user_id: "ada", days: 100 })).states, 1);
  assert.equal(await it.client.erase({ user_id: "ada", older_than_days: 30 }), 1);
  assert.equal((await it.client.mood({ user_id: "ada", days: 100 })).states, 0);
  assert.equal((await it.client.mood({ user_id: "bob", days: 100 })).states, 1);
  assert.equal(await it.client.erase({ user_id: "bob" }), 1);
  assert.equal(await repositories(it.database.db).emotion_patterns.count({ user_id: "bob" }), 0);
});
