import assert from "node:assert/strict";
import { sql } from "kysely";
import { memoryCache } from "../../lib/cache/mod.ts";
import { brokenKeyring, type Keyring, openKeyring } from "../../lib/crypto/mod.ts";
import {
  type Database,
  deleteConversation,
  newId,
  openValue,
  repositories,
  rotateKey,
  usedKeyIds,
} from "../../lib/db/mod.ts";
import { openTestDatabase } from "../../lib/db/testing.ts";
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

/** The service over a database in memory, at a fixed time. */
async function service() {
  await using stack = new AsyncDisposableStack();
  const path = await Deno.makeTempDir({ prefix: "morgan-emotion-" });
  stack.defer(() => Deno.remove(path, { recursive: true }));
  const home = { keys: `${path}/keys` };
  const database = stack.use(await openTestDatabase());
  const keyring = await openKeyring(home);
  const { classifier } = fakeClassifier();
  /** The client of a service that has this key. */
  const clientWith = (keyring: Keyring) => {
    const app = createEmotionApp({
      token: "t",
      metrics: createMetrics(),
      model: () => Promise.resolve("ngrams"),
      detector: createDetector({ classifier, cache: memoryCache() }),
      tracker: createTracker(database, keyring, () => NOW),
    });
    return emotionClient(IN_PROCESS, inProcess(app, "t"));
  };
  const client = clientWith(keyring);
  const { conversations, messages } = repositories(database.db);
  const owned = stack.move();
  return {
    database,
    keyring,
    home,
    client,
    clientWith,
    /** Stores a message of `user` and tracks it. */
    async say(user: string, content: string, daysAgo: number, by: EmotionClient = client): Promise<string> {
      const conversation = await conversations.insert({ user_id: user, session_id: newId() });
      const timestamp = new Date(NOW.getTime() - daysAgo * DAY);
      const { id } = await messages.insert({
        conversation_id: conversation.id,
        role: "user",
        content,
        timestamp,
      });
      await by.track({ message_id: id, text: content });
      return id;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const TABLES = ["emotional_states", "emotion_patterns", "emotion_triggers"] as const;

/** Days of "ada" in which something recurs and a word goes with a feeling. */
async function weeks(say: (user: string, text: string, daysAgo: number) => Promise<string>): Promise<void> {
  for (let day = 0; day < 8; day++) await say("ada", `I'm anxious about the audit ${day}`, day);
  for (let day = 8; day < 20; day++) await say("ada", `I'm happy with the garden ${day}`, day);
}

/** All emotional rows as whoever has no key reads them. */
async function rows({ db }: Database): Promise<Record<string, unknown>[]> {
  const all = await Promise.all(
    TABLES.map((table) => sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)),
  );
  return all.flatMap(({ rows }) => rows);
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
  assert.ok(row);
  const kept = await openValue(it.keyring, "emotional_states", row.id, row.metadata);
  assert.equal(kept.emotion, "rage");
  assert.ok(Number(kept.valence) < -0.5 && Number(kept.intensity) > 0.8);
  assert.equal(typeof kept.plutchik, "object");
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

Deno.test("a deleted conversation's feelings are erased, and what was found in the user's feelings", async () => {
  await using it = await service();
  const ids: string[] = [];
  for (const day of [5, 4, 3, 2, 1]) ids.push(await it.say("ada", `I'm anxious about the audit ${day}`, day));
  await it.client.mood({ user_id: "ada" });
  const all = repositories(it.database.db);
  assert.equal(await all.emotion_patterns.count({ user_id: "ada" }), 1);
  const message = await all.messages.find(ids[0] ?? "");
  await it.database.transaction((tx) => deleteConversation(tx, message?.conversation_id ?? ""));
  const { rows: states } = await all.emotional_states.list({ includeDeleted: true });
  assert.deepEqual(states.find(({ message_id }) => message_id === ids[0])?.metadata, {});
  assert.equal(states.filter(({ metadata }) => "sealed" in metadata).length, 4);
  assert.equal(await all.emotion_patterns.count({ user_id: "ada" }, { includeDeleted: true }), 0);
  assert.equal((await it.client.mood({ user_id: "ada" })).states, 4);
  // What is deleted already is not counted again.
  assert.equal(await it.client.erase({ user_id: "ada" }), 4);
  assert.deepEqual(await rows(it.database), []);
});

Deno.test("emotional rows tell nothing without the key: no word and no number", async () => {
  await using it = await service();
  await weeks(it.say);
  const { triggers, patterns } = await it.client.mood({ user_id: "ada" });
  assert.ok(triggers.length > 0 && patterns.length > 0);
  const stored = await rows(it.database);
  assert.equal(stored.length, 20 + triggers.length + patterns.length);
  const open: ReadonlySet<unknown> = new Set(["sealed", null, 0, "ada"]);
  const sealed = /^m1\.[0-9a-f]{16}\.[\w-]+$/;
  for (const { id: _, message_id: __, created_at: ___, updated_at: ____, ...columns } of stored) {
    for (const [name, value] of Object.entries(columns)) {
      if (open.has(value)) continue;
      const isObject = typeof value === "object" && value !== null;
      if (isObject) assert.deepEqual(Object.keys(value), ["sealed"]);
      assert.match(String(isObject && "sealed" in value ? value.sealed : value), sealed, name);
    }
  }
});

Deno.test("a rotation of the key seals feelings anew, and the mood stays the same", async () => {
  await using it = await service();
  await weeks(it.say);
  const before = await it.client.mood({ user_id: "ada" });
  const count = (await rows(it.database)).length;
  const former = it.keyring.state().current;
  // Tracked while the key changes: no state is left under the former key.
  const [{ rotated, unreadable, key }] = await Promise.all([
    rotateKey(it.database, it.keyring),
    it.say("ada", "I'm happy about the garden too", 0),
  ]);
  assert.ok(rotated >= count, `${rotated} of ${count}`);
  assert.equal(unreadable, 0);
  assert.notEqual(key, former);
  assert.deepEqual(await usedKeyIds(it.database.db), new Set([key]));
  assert.doesNotMatch(JSON.stringify(await rows(it.database)), new RegExp(former));
  const anew = it.clientWith(await openKeyring(it.home, { used: new Set([key]) }));
  const after = await anew.mood({ user_id: "ada" });
  assert.equal(after.states, before.states + 1);
  assert.deepEqual(after.days.slice(0, -1), before.days.slice(0, -1));
});

Deno.test("with a lost or another key the mood says so; feelings are still told, and can be erased", async () => {
  await using it = await service();
  await it.say("ada", "I'm furious", 1);
  const used = await usedKeyIds(it.database.db);
  await Deno.remove(`${it.home.keys}/data.key`);
  const lost = await openKeyring(it.home, { used }).then(() => assert.fail(), (error) => error);
  assert.ok(lost instanceof MorganError);
  const other = await openKeyring(it.home);
  for (const [keyring, message] of [[brokenKeyring(lost), /is gone/], [other, /another key/]] as const) {
    const client = it.clientWith(keyring);
    await assert.rejects(client.mood({ user_id: "ada" }), (error) => {
      assert.ok(error instanceof MorganError);
      assert.match(error.message, message);
      assert.match(error.hint ?? "", /Put the file back/);
      return true;
    });
    assert.equal((await client.detect("I'm so happy")).emotion, "joy");
  }
  const without = it.clientWith(brokenKeyring(lost));
  const { rows: [message] } = await repositories(it.database.db).messages.list();
  await assert.rejects(without.track({ message_id: message?.id ?? "", text: "I'm furious" }), /is gone/);
  assert.equal(await without.erase({ user_id: "ada" }), 1);
});
