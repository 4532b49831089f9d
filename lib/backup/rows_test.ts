import assert from "node:assert/strict";
import { type Database, newId, repositories } from "../db/mod.ts";
import { BACKENDS } from "../db/testing.ts";
import { openJobs } from "../jobs/mod.ts";
import { dumpRows, JOBS, loadRows, TABLES } from "./rows.ts";

/** Rows of every kind of column: texts of any script, numbers at their limits, times to the microsecond, JSON, what is absent. */
async function fill(database: Database): Promise<void> {
  const { conversations, messages, emotional_states, documents, document_chunks } = repositories(database.db);
  const talk = await conversations.insert({
    user_id: 'ines "x"',
    session_id: "täglich\n\t\\",
    metadata: { a: [1, null, "é"] },
  });
  const gone = await conversations.insert({ user_id: "ines", session_id: "gone" });
  const said = { role: "user" as const, timestamp: new Date("2026-03-01T12:00:00.123Z") };
  const message = await messages.insert({
    conversation_id: talk.id,
    content: "日本語 😀 \u2028 \"'",
    ...said,
  });
  await messages.insert({ conversation_id: gone.id, content: "of a deleted conversation", ...said });
  await conversations.markDeleted({ id: gone.id });
  await emotional_states.insert({
    message_id: message.id,
    emotion_type: "joy",
    confidence: 0.1 + 0.2,
    intensity: 1 / 3,
    valence: -1,
    arousal: null,
    dominance: 5e-324,
  });
  for (let i = 0; i < 1_100; i++) {
    const document = await documents.insert({
      id: newId(),
      filename: `${i}.txt`,
      path: `a/${i}.txt`,
      file_type: "text",
      file_size: i === 0 ? 2 ** 52 : i,
      object_key: i % 2 === 0 ? "even" : "odd",
      content_key: `${i}:text`,
      ingestion_status: "completed",
      chunk_count: 1,
    });
    if (i > 1) continue;
    await document_chunks.insert({
      document_id: document.id,
      chunk_index: 0,
      chunk_text: "x".repeat(5_000_000 * i) + "end",
      token_count: 1,
    });
  }
  await database.db.updateTable("conversations").set({ updated_at: new Date("2026-03-01T00:00:00.001Z") })
    .execute();
  await database.executor.executeSql(
    "update messages set created_at = '2026-01-01 00:00:00.123456+13' where role = 'user'",
  );
  await using jobs = await openJobs(database, { queues: ["ingest", "learn"] });
  await jobs.enqueue("ingest", { document_id: "1" });
  await jobs.enqueue("learn", { sealed: "…" });
}

async function read(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = { [JOBS]: await Deno.readTextFile(`${folder}/${JOBS}`) };
  for await (const { name } of Deno.readDir(`${folder}/${TABLES}`)) {
    files[name] = await Deno.readTextFile(`${folder}/${TABLES}/${name}`);
  }
  return files;
}

for (const from of BACKENDS) {
  for (const to of BACKENDS) {
    Deno.test({
      name:
        `what lives in ${from.name} comes to ${to.name} row by row, in place of what is there; nothing deleted comes along`,
      ignore: from.ignore || to.ignore,
      async fn() {
        const folder = await Deno.makeTempDir();
        try {
          await using source = await from.open();
          await fill(source);
          const dumped = await source.atOneMoment(`${folder}/data`, (db) => dumpRows(db, `${folder}/1`));
          assert.equal(dumped.tables.conversations, 1);
          assert.equal(dumped.tables.messages, 1);
          assert.equal(dumped.tables.documents, 1_100);
          assert.deepEqual(dumped.originals.map(({ key }) => key), ["even", "odd"]);

          await using target = await to.open();
          await repositories(target.db).conversations.insert({ user_id: "u", session_id: "was there" });
          await loadRows(target, `${folder}/1`, dumped, "the backup");
          const again = await target.atOneMoment(`${folder}/data`, (db) => dumpRows(db, `${folder}/2`));
          assert.deepEqual(again, dumped);
          assert.deepEqual(await read(`${folder}/2`), await read(`${folder}/1`));

          const short = { ...dumped, tables: { ...dumped.tables, messages: 2 } };
          await assert.rejects(loadRows(target, `${folder}/1`, short, "the backup"), {
            code: "invalid_input",
            message: "the backup is damaged: its table messages lacks rows.",
          });
          assert.equal(await repositories(target.db).documents.count(), 1_100);
        } finally {
          await Deno.remove(folder, { recursive: true });
        }
      },
    });
  }
}
