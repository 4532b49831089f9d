import assert from "node:assert/strict";
import fc from "fast-check";
import {
  chunksByIndex,
  chunkWindow,
  countDocuments,
  type Database,
  deleteConversation,
  deleteDocuments,
  deleteMessage,
  type DocumentRow,
  findByPath,
  listDocuments,
  newId,
  type NewRow,
  publish,
  purge,
  repositories,
  type Sql,
} from "./mod.ts";

/** The tests that every backend passes. `open` gives the database and whether it is empty is not asked: each test uses its own names. */
export function repositoryTests(name: string, open: () => Promise<Database>): void {
  const test = (sentence: string, body: (database: Database) => Promise<void>) =>
    Deno.test(`${name}: ${sentence}`, async () => {
      await using database = await open();
      await body(database);
    });

  test("a row comes back as it was stored, in all ten tables", async ({ db }) => {
    const r = repositories(db);
    const conversation = await r.conversations.insert({
      user_id: "u",
      session_id: "s",
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
    const { id } = await conversations.insert({ user_id: "u", session_id: "s" });
    time = new Date("2026-01-02T00:00:00Z");
    const updated = await conversations.update(id, { context_summary: "short" });
    assert.deepEqual(updated?.updated_at, time);
    assert.deepEqual(updated?.created_at, new Date("2026-01-01T00:00:00Z"));
    assert.equal(updated?.context_summary, "short");
    assert.equal(await conversations.update(newId(), {}), undefined);
    assert.equal(await conversations.update("no id", {}), undefined);
    assert.equal(await conversations.find("no id"), undefined);
  });

  test("deleted rows are left out unless asked for", async ({ db }) => {
    const { conversations } = repositories(db);
    const { id } = await conversations.insert({ user_id: "gone", session_id: "s" });
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
    const conversation = await r.conversations.insert({ user_id: "u", session_id: "s" });
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
    await assert.rejects(emotion_patterns.list({ cursor: "nonsense" }), /cursor/);
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

  test("publish() shows a document as a whole and replaces the version under the same path", async (database) => {
    const { db } = database;
    const r = repositories(db);
    const old = await published(database, "/p/a.md", ["old one", "old two"]);
    const other = await published(database, "/p/renamed.md", ["elsewhere"]);
    const next = await r.documents.insert(newDocument("/p/a.md"));
    assert.equal((await findByPath(db, "/p/a.md"))?.id, old.id);
    assert.deepEqual(await chunkWindow(db, next.id, 0, 9), []);
    const replaced = await publish(database, next.id, {
      chunks: chunksOf(["new one"]),
      changes: { title: "A", metadata: { pages: 1 } },
      replaces: other.id,
    });
    assert.deepEqual(replaced.toSorted(), [old.id, other.id].toSorted());
    const found = await findByPath(db, "/p/a.md");
    assert.deepEqual([found?.id, found?.chunk_count, found?.title], [next.id, 1, "A"]);
    assert.deepEqual((await chunkWindow(db, next.id, 0, 9)).map(({ chunk_text }) => chunk_text), ["new one"]);
    assert.deepEqual(await chunksByIndex(db, [{ document_id: old.id, chunk_index: 0 }]), []);
    await assert.rejects(publish(database, next.id, { chunks: [] }), { code: "conflict" });
    await assert.rejects(publish(database, old.id, { chunks: [] }), { code: "conflict" });
  });

  test("publish() that fails leaves the old version as it was", async (database) => {
    const old = await published(database, "/p/kept.md", ["kept"]);
    const next = await repositories(database.db).documents.insert(newDocument("/p/kept.md"));
    const chunks = [...chunksOf(["x"]), ...chunksOf(["same number"])];
    await assert.rejects(publish(database, next.id, { chunks }), /unique/);
    assert.equal((await findByPath(database.db, "/p/kept.md"))?.id, old.id);
    assert.equal((await chunkWindow(database.db, old.id, 0, 0))[0]?.chunk_text, "kept");
  });

  test("only one completed version can live under a path", async ({ db }) => {
    const { documents } = repositories(db);
    const first = newDocument("/p/once.md", { ingestion_status: "completed" });
    await documents.insert(first);
    await assert.rejects(documents.insert(first), /unique/);
    await documents.insert({ ...first, ingestion_status: "failed", failure_reason: "encrypted" });
  });

  test("a deleted document leaves no text behind, and purge() no rows", async (database) => {
    const { db } = database;
    const r = repositories(db);
    const document = await published(database, "/p/secret.md", ["the secret", "and more"], {
      title: "Secret",
    });
    assert.deepEqual(await database.transaction((tx) => deleteDocuments(tx, [document.id])), [document.id]);
    assert.deepEqual(await deleteDocuments(db, [document.id]), []);
    const where = { document_id: document.id };
    const { rows } = await r.document_chunks.list({ where, includeDeleted: true });
    assert.deepEqual(rows.map(({ chunk_text, metadata }) => [chunk_text, metadata]), [["", {}], ["", {}]]);
    assert.equal((await r.documents.find(document.id, { includeDeleted: true }))?.title, null);
    assert.equal(await purge(database, new Date(0)), 0);
    assert.ok(await purge(database, new Date(Date.now() + 1000)) >= 1);
    assert.equal(await r.documents.find(document.id, { includeDeleted: true }), undefined);
    assert.equal(await r.document_chunks.count(where, { includeDeleted: true }), 0);
    await database.vacuum();
  });

  test("chunksByIndex() finds chunks of several documents; chunkWindow() gives neighbours in order", async (database) => {
    const a = await published(database, "/p/w1.md", ["a0", "a1", "a2", "a3"]);
    const b = await published(database, "/p/w2.md", ["b0"]);
    const refs = [[a.id, 3], [b.id, 0], [a.id, 99]] as const;
    const found = await chunksByIndex(
      database.db,
      refs.map(([document_id, chunk_index]) => ({ document_id, chunk_index })),
    );
    assert.deepEqual(found.map(({ chunk_text }) => chunk_text).toSorted(), ["a3", "b0"]);
    assert.deepEqual(found[0]?.created_at instanceof Date, true);
    assert.deepEqual(await chunksByIndex(database.db, []), []);
    const window = await chunkWindow(database.db, a.id, 1, 2);
    assert.deepEqual(window.map(({ chunk_text }) => chunk_text), ["a1", "a2"]);
  });

  test("documents are listed by path, filtered and page by page", async ({ db }) => {
    const { documents } = repositories(db);
    const paths = ["/l/c.md", "/l/a.md", "/l/b%_.md", "/l/d.pdf"];
    await documents.insertMany(paths.map((path) => newDocument(path)));
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDocuments(db, { path_prefix: "/l/", limit: 2, cursor });
      listed.push(...page.rows.map(({ path }) => path));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    assert.deepEqual(listed, ["/l/a.md", "/l/b%_.md", "/l/c.md", "/l/d.pdf"]);
    const names = async (filter: Parameters<typeof listDocuments>[1]) =>
      (await listDocuments(db, filter)).rows.map(({ filename }) => filename);
    assert.deepEqual(await names({ path_prefix: "/l/b%" }), ["b%_.md"]);
    assert.deepEqual(await names({ path_prefix: "/l/", file_type: "pdf" }), ["d.pdf"]);
    assert.deepEqual(await names({ path_prefix: "/l/", status: ["completed", "failed"] }), []);
    await assert.rejects(listDocuments(db, { cursor: "x" }), { code: "invalid_input" });
  });

  test("countDocuments() counts live documents by state and the chunks of completed ones", async (database) => {
    const before = await countDocuments(database.db);
    await published(database, "/n/1.md", ["x", "y"]);
    await repositories(database.db).documents.insert(newDocument("/n/2.md"));
    const after = await countDocuments(database.db);
    assert.equal(after.completed - before.completed, 1);
    assert.equal(after.chunks - before.chunks, 2);
    assert.equal(after.pending - before.pending, 1);
  });

  test("10,000 chunks are inserted in one call", async (database) => {
    const document = await repositories(database.db).documents.insert(newDocument("/many.md"));
    await publish(database, document.id, {
      chunks: chunksOf(Array.from({ length: 10_000 }, (_, n) => `chunk ${n}`)),
    });
    assert.equal((await chunkWindow(database.db, document.id, 9_999, 9_999))[0]?.chunk_text, "chunk 9999");
  });

  test("health() names the backend and says when it is gone", async (database) => {
    const health = await database.health();
    assert.equal(health.status, "ok");
    assert.equal(health.backend, database.backend);
    assert.ok(health.latency_ms >= 0);
  });
}

function newDocument(path: string, changes: Partial<NewRow<DocumentRow>> = {}): NewRow<DocumentRow> {
  const filename = path.split("/").at(-1) ?? path;
  const file_type = filename.split(".").at(-1) ?? "txt";
  return {
    filename,
    file_type,
    file_size: 1,
    object_key: "0".repeat(64),
    content_key: `${"0".repeat(64)}:${file_type}`,
    ingestion_status: "pending",
    chunk_count: 0,
    path,
    ...changes,
  };
}

function chunksOf(texts: string[]) {
  return texts.map((chunk_text, chunk_index) => ({
    chunk_text,
    chunk_index,
    token_count: 2,
    metadata: { heading: "H" },
  }));
}

async function published(
  database: Database,
  path: string,
  texts: string[],
  changes: { title?: string } = {},
) {
  const db: Sql = database.db;
  const document = await repositories(db).documents.insert(newDocument(path));
  await publish(database, document.id, { chunks: chunksOf(texts), changes });
  return document;
}
