import assert from "node:assert/strict";
import fc from "fast-check";
import { deleteConversation, deleteMessage, newId, repositories } from "./mod.ts";
import { newDocument, testerOver } from "./test_documents.ts";
import type { Backend } from "./testing.ts";

/** The tests of rows, lists, deletions and transactions that every backend passes. The database need not be empty. */
export function repositoryTests(backend: Backend): void {
  const test = testerOver(backend);

  test("a row comes back as it was stored, in all ten tables", async ({ db }) => {
    const r = repositories(db);
    const conversation = await r.conversations.insert({
      user_id: "u",
      session_id: newId(),
      metadata: { a: [1, "x", null] },
    });
    assert.deepEqual(conversation.metadata, { a: [1, "x", null] });
    assert.equal(conversation.deleted_at, null);
    assert.deepEqual(await r.conversations.find(conversation.id), conversation);
    const timestamp = new Date("2026-03-01T10:00:00.123Z");
    const message = await r.messages.insert({
      conversation_id: conversation.id,
      role: "user",
      content: "Grüße 🙂",
      timestamp,
    });
    assert.deepEqual(message.timestamp, timestamp);
    assert.equal(message.content, "Grüße 🙂");
    const state = {
      message_id: message.id,
      emotion_type: "joy",
      confidence: 0.5,
      intensity: 0.25,
      valence: -1,
    };
    assert.equal((await r.emotional_states.insert(state)).valence, -1);
    const pattern = {
      user_id: "u",
      pattern_type: "recurring",
      frequency: 3,
      context_metadata: { day: "mon" },
    };
    assert.deepEqual((await r.emotion_patterns.insert(pattern)).context_metadata, { day: "mon" });
    const trigger = {
      user_id: "u",
      trigger_keyword: "exam",
      emotion_type: "fear",
      frequency: 1,
      last_triggered: timestamp,
    };
    assert.deepEqual((await r.emotion_triggers.insert(trigger)).last_triggered, timestamp);
    const preference = {
      user_id: "u",
      preference_type: "length",
      preference_value: { words: 80 },
      confidence: 1,
    };
    assert.deepEqual((await r.user_preferences.insert(preference)).preference_value, { words: 80 });
    const behaviour = {
      user_id: "u",
      pattern_type: "hours",
      pattern_data: { from: 9 },
      frequency: 2,
      confidence: 0,
    };
    assert.deepEqual((await r.behavioral_patterns.insert(behaviour)).metadata, {});
    const feedback = { message_id: message.id, user_id: "u", rating: 5, feedback_type: "rating" as const };
    assert.equal((await r.feedback.insert(feedback)).conversation_id, null);
    const document = await r.documents.insert(newDocument("/big.txt", { file_size: 5_000_000_000 }));
    assert.equal(document.file_size, 5_000_000_000);
    const chunk = { document_id: document.id, chunk_index: 0, chunk_text: "text", token_count: 1 };
    assert.equal((await r.document_chunks.insert(chunk)).embedding_id, null);
  });

  test("the database refuses values out of range and rows without a parent", async ({ db }) => {
    const r = repositories(db);
    await assert.rejects(
      r.feedback.insert({ user_id: "u", rating: 6, feedback_type: "rating" }),
      /check constraint/,
    );
    await assert.rejects(
      r.document_chunks.insert({ document_id: newId(), chunk_index: 0, chunk_text: "x", token_count: 1 }),
      /foreign key/,
    );
    await assert.rejects(r.documents.insert(newDocument("/x", { file_size: -1 })), /check constraint/);
  });

  test("update() sets updated_at and leaves created_at, by the clock that was given", async ({ db }) => {
    let time = new Date("2026-01-01T00:00:00Z");
    const { conversations } = repositories(db, () => time);
    const { id } = await conversations.insert({ user_id: "u", session_id: newId() });
    time = new Date("2026-01-02T00:00:00Z");
    const updated = await conversations.update(id, { context_summary: "short" });
    assert.deepEqual(updated?.updated_at, time);
    assert.deepEqual(updated?.created_at, new Date("2026-01-01T00:00:00Z"));
    assert.equal(updated?.context_summary, "short");
    assert.equal(await conversations.update(newId(), {}), undefined);
    assert.equal(await conversations.update("no id", {}), undefined);
    assert.equal(await conversations.find("no id"), undefined);
  });

  test("a session is one live conversation of a user", async ({ db }) => {
    const { conversations } = repositories(db);
    const session = { user_id: newId(), session_id: "one" };
    const { id } = await conversations.insert(session);
    await assert.rejects(conversations.insert(session), /conversations_live_session_key/);
    await conversations.insert({ ...session, user_id: newId() });
    await conversations.markDeleted({ id });
    await conversations.insert(session);
  });

  test("deleted rows are left out unless asked for", async ({ db }) => {
    const { conversations } = repositories(db);
    const { id } = await conversations.insert({ user_id: "gone", session_id: newId() });
    assert.deepEqual(await conversations.markDeleted({ id }), [id]);
    assert.deepEqual(await conversations.markDeleted({ id }), []);
    const where = { user_id: "gone" };
    assert.equal(await conversations.find(id), undefined);
    assert.equal((await conversations.find(id, { includeDeleted: true }))?.id, id);
    assert.equal(await conversations.count(where), 0);
    assert.equal(await conversations.count(where, { includeDeleted: true }), 1);
    assert.equal((await conversations.list({ where })).rows.length, 0);
    assert.equal((await conversations.list({ where, includeDeleted: true })).rows.length, 1);
    assert.equal(await conversations.update(id, { context_summary: "x" }), undefined);
  });

  test("deleting a conversation deletes its messages, their emotional states and the feedback", async (database) => {
    const r = repositories(database.db);
    const conversation = await r.conversations.insert({ user_id: "u", session_id: newId() });
    const ids: string[] = [];
    for (const content of ["a", "b"]) {
      const message = {
        conversation_id: conversation.id,
        role: "user" as const,
        content,
        timestamp: new Date(),
      };
      const { id } = await r.messages.insert(message);
      ids.push(id);
      await r.emotional_states.insert({ message_id: id, emotion_type: "joy", confidence: 1, intensity: 1 });
      await r.feedback.insert({ message_id: id, user_id: "u", feedback_type: "rating", rating: 1 });
    }
    await r.feedback.insert({ conversation_id: conversation.id, user_id: "u", feedback_type: "correction" });
    const left = async () => [
      await r.messages.count({ id: ids }),
      await r.emotional_states.count({ message_id: ids }),
      await r.feedback.count({ message_id: ids }),
      await r.feedback.count({ conversation_id: conversation.id }),
    ];
    assert.equal(await deleteMessage(database.db, ids[0]!), true);
    assert.deepEqual(await left(), [1, 1, 1, 1]);
    assert.equal(await database.transaction((tx) => deleteConversation(tx, conversation.id)), true);
    assert.deepEqual(await left(), [0, 0, 0, 0]);
    assert.equal(await deleteConversation(database.db, conversation.id), false);
  });

  test("pages by keyset hold every row once, in order, whatever the page size", async ({ db }) => {
    const { emotion_patterns } = repositories(db);
    const frequencies = Array.from({ length: 23 }, (_, n) => n % 5);
    await emotion_patterns.insertMany(
      frequencies.map((frequency) => ({ user_id: "pages", pattern_type: "p", frequency })),
    );
    const arbitrary = [
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom("asc" as const, "desc" as const),
    ] as const;
    await fc.assert(
      fc.asyncProperty(...arbitrary, async (limit, direction) => {
        const seen: number[] = [];
        const ids = new Set<string>();
        let cursor: string | undefined;
        do {
          const order = { column: "frequency" as const, direction };
          const page = await emotion_patterns.list({ where: { user_id: "pages" }, order, limit, cursor });
          for (const row of page.rows) {
            seen.push(row.frequency);
            ids.add(row.id);
          }
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        const sorted = frequencies.toSorted((a, b) => direction === "asc" ? a - b : b - a);
        assert.deepEqual(seen, sorted);
        assert.equal(ids.size, frequencies.length);
      }),
      { numRuns: 15 },
    );
    const forged = [["no time", newId()], [{}, newId()], ["2026-01-01", "no id"], "text"].map((value) =>
      btoa(JSON.stringify(value)).replace(/=+$/, "")
    );
    for (const cursor of ["", "nonsense", ...forged]) {
      const order = { column: "created_at", direction: "desc" } as const;
      await assert.rejects(emotion_patterns.list({ order, cursor }), { code: "not_found" }, cursor);
    }
    assert.equal((await emotion_patterns.list({ where: { user_id: [] } })).rows.length, 0);
    assert.equal(await emotion_patterns.count({ intensity_avg: null, user_id: ["pages", "none"] }), 23);
  });

  test("a list by time goes on after the row where the page ended", async ({ db }) => {
    const { conversations } = repositories(db);
    for (const session_id of ["1", "2", "3"]) await conversations.insert({ user_id: "times", session_id });
    const options = { where: { user_id: "times" }, order: { column: "created_at" as const }, limit: 2 };
    const first = await conversations.list(options);
    const second = await conversations.list({ ...options, cursor: first.next ?? undefined });
    assert.deepEqual([...first.rows, ...second.rows].map(({ session_id }) => session_id), ["1", "2", "3"]);
  });

  test("a transaction that throws leaves nothing; two at once do not mix", async (database) => {
    const inTransaction = (user_id: string, fail: boolean) =>
      database.transaction(async (tx) => {
        await repositories(tx).conversations.insert({ user_id, session_id: "1" });
        await repositories(tx).conversations.insert({ user_id, session_id: "2" });
        if (fail) throw new Error("rolled back");
      });
    const outcomes = await Promise.allSettled([
      inTransaction("t1", false),
      inTransaction("t2", true),
      inTransaction("t3", false),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
    const { conversations } = repositories(database.db);
    assert.equal(await conversations.count({ user_id: ["t1", "t3"] }), 4);
    assert.equal(await conversations.count({ user_id: "t2" }), 0);
  });

  test("health() names the backend and says when it is gone", async (database) => {
    const health = await database.health();
    assert.equal(health.status, "ok");
    assert.equal(health.backend, database.backend);
    assert.ok(health.latency_ms >= 0);
  });
}
