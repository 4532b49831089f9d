import assert from "node:assert/strict";
import { sql } from "kysely";
import { openKeyring } from "../crypto/mod.ts";
import {
  type Database,
  newId,
  openValue,
  repositories,
  rotateKey,
  SEALED_TABLES,
  sealedByKey,
  sealTrigger,
  sealValue,
} from "./mod.ts";
import { type Backend, BACKENDS } from "./testing.ts";

const SECRET = "My dog is called Rex";

/** A database with a sealed row of each kind and many preferences. */
async function filled({ open }: Backend, preferences = 1) {
  await using stack = new AsyncDisposableStack();
  const path = await Deno.makeTempDir({ prefix: "morgan-rotate-" });
  stack.defer(() => Deno.remove(path, { recursive: true }));
  const home = { keys: `${path}/keys` };
  const keyring = await openKeyring(home);
  const database = stack.use(await open());
  const all = repositories(database.db);
  const sealed = async (table: (typeof SEALED_TABLES)[number], id: string) =>
    await sealValue(keyring, table, id, { text: SECRET });
  const [a, b, c, d] = [newId(), newId(), newId(), newId()];
  const conversation = await all.conversations.insert({ user_id: "u", session_id: "s" });
  const message = await all.messages.insert({
    conversation_id: conversation.id,
    role: "user",
    content: "hidden elsewhere",
    timestamp: new Date(),
  });
  await all.emotional_states.insert({
    id: a,
    message_id: message.id,
    emotion_type: "joy",
    confidence: 1,
    intensity: 1,
    metadata: await sealed("emotional_states", a),
  });
  await all.emotion_patterns.insert({
    id: b,
    user_id: "u",
    pattern_type: "recurring",
    frequency: 1,
    context_metadata: await sealed("emotion_patterns", b),
  });
  await all.emotion_triggers.insert({
    ...await sealTrigger(keyring, c, "deadline", { text: SECRET }),
    user_id: "u",
    emotion_type: "fear",
    frequency: 1,
  });
  await all.behavioral_patterns.insert({
    id: d,
    user_id: "u",
    pattern_type: "fact",
    pattern_data: await sealed("behavioral_patterns", d),
    frequency: 1,
    confidence: 1,
  });
  await all.user_preferences.insertMany(
    await Promise.all(Array.from({ length: preferences }, async () => {
      const id = newId();
      return {
        id,
        user_id: "u",
        preference_type: "length",
        preference_value: await sealed("user_preferences", id),
        confidence: 1,
      };
    })),
  );
  const owned = stack.move();
  return {
    database,
    keyring,
    home,
    preference: (await all.user_preferences.list({ limit: 1 })).rows[0]!,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function everything({ db }: Database): Promise<string> {
  const tables = await Promise.all(
    SEALED_TABLES.map((table) => sql`select * from ${sql.table(table)}`.execute(db)),
  );
  return JSON.stringify(tables.map(({ rows }) => rows));
}

/** Registers a test of both backends. */
function test(sentence: string, body: (backend: Backend) => Promise<void>): void {
  for (const backend of BACKENDS) {
    const { name, ignore } = backend;
    Deno.test({ name: `${name}: ${sentence}`, ignore, fn: () => body(backend) });
  }
}

test("rows read without the key show no plain text", async (backend) => {
  await using store = await filled(backend);
  const text = await everything(store.database);
  assert.equal(text.match(/"sealed":"m1\./g)?.length, 5);
  for (const word of SECRET.split(" ").concat("deadline", "text")) {
    assert.doesNotMatch(text, new RegExp(`\\b${word}\\b`));
  }
});

test("a value that is copied to another row can't be opened there", async (backend) => {
  await using store = await filled(backend, 2);
  const { rows: [first, second] } = await repositories(store.database.db).user_preferences.list();
  assert.ok(first && second);
  await assert.rejects(openValue(store.keyring, "user_preferences", second.id, first.preference_value), {
    code: "storage",
    message: new RegExp(`user_preferences/preference_value/${second.id}`),
  });
});

test("a rotation seals every value anew, deleted ones too, and drops the former key", async (backend) => {
  await using store = await filled(backend);
  const { database, keyring } = store;
  const before = keyring.state().current;
  const word = await keyring.blind("deadline");
  await repositories(database.db).behavioral_patterns.markDeleted({ user_id: "u" });
  const { rotated, unreadable, key } = await rotateKey(database, keyring);
  assert.deepEqual([rotated, unreadable], [5, 0]);
  assert.notEqual(key, before);
  assert.deepEqual(await sealedByKey(database.db), new Map([[key, 5]]));
  assert.deepEqual((await openKeyring(store.home)).state().former, []);
  const triggers = repositories(database.db).emotion_triggers;
  assert.equal(await triggers.count({ trigger_keyword: word }), 0);
  assert.equal(await triggers.count({ trigger_keyword: await keyring.blind("deadline") }), 1);
});

test("a rotation that breaks off leaves every value readable and is taken up where it was", async (backend) => {
  await using store = await filled(backend, 900);
  const { database, keyring } = store;
  const before = keyring.state().current;
  const broken = rotateKey(database, keyring, {
    onBatch(rotated) {
      if (rotated > 300) throw new Error("the power is gone");
    },
  });
  await assert.rejects(broken, /the power is gone/);
  const halfway = await sealedByKey(database.db);
  assert.ok((halfway.get(before) ?? 0) > 0 && halfway.size === 2);
  // As after a new start: only what lies on the disk is known.
  const again = await openKeyring(store.home, { used: new Set(halfway.keys()) });
  for (const row of await database.db.selectFrom("user_preferences").selectAll().execute()) {
    assert.deepEqual(await openValue(again, "user_preferences", row.id, row.preference_value), {
      text: SECRET,
    });
  }
  const { rotated, key } = await rotateKey(database, again);
  assert.equal(rotated, halfway.get(before));
  assert.deepEqual(await sealedByKey(database.db), new Map([[key, 904]]));
  assert.deepEqual(again.state().former, []);
});

test("a value that no key opens keeps the former key and is counted", async (backend) => {
  await using store = await filled(backend);
  const { database, keyring, preference } = store;
  await repositories(database.db).user_preferences.update(preference.id, {
    preference_value: { sealed: "m1.0123456789abcdef.AAAA" },
  });
  const { unreadable } = await rotateKey(database, keyring);
  assert.equal(unreadable, 1);
  assert.equal(keyring.state().former.length, 1);
});
