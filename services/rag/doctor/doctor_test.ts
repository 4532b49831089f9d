import assert from "node:assert/strict";
import { sql } from "kysely";
import { repositories } from "../../../lib/db/mod.ts";
import { openExtractor, readingCommand } from "../../../lib/documents/mod.ts";
import { DOCUMENTS_BUCKET } from "../../../lib/objects/mod.ts";
import { eventually } from "../../../lib/testing.ts";
import { entryOf } from "../catalog.ts";
import { FORGET_QUEUE, INGEST_QUEUE, type RagContext } from "../context.ts";
import { QUOTES_QUEUE } from "../contract.ts";
import { ingest } from "../intake.ts";
import { startIngestion } from "../pipeline.ts";
import { removeDocuments } from "../removal.ts";
import { addDocument, testContext } from "../testing.ts";
import { startUpkeep } from "../upkeep.ts";
import { examine } from "./mod.ts";

/** Statuses by name, of those that are not well. */
async function found(context: RagContext, repair = false): Promise<Record<string, string>> {
  const { checks } = await examine(context, repair, AbortSignal.timeout(60_000));
  const unwell = checks.filter(({ status }) => status !== "ok" && status !== "absent");
  return Object.fromEntries(unwell.map(({ name, status }) => [name, status]));
}

Deno.test("a document that waits without a job, and a job that nobody works on, are found and queued again", async () => {
  await using made = await testContext();
  const { context } = made;
  const forgotten = await addDocument(context, "forgotten.txt", "A teal weasel.", "pending");
  const stuck = await addDocument(context, "stuck.txt", "A plum badger.", "pending");
  await context.jobs.enqueue(INGEST_QUEUE, { document_id: stuck.id });
  await context.database.executor.executeSql("update pgboss.job set state = 'active' where name = 'ingest'");
  assert.deepEqual(await context.jobs.size(INGEST_QUEUE), { waiting: 0, active: 1 });
  assert.deepEqual(await found(context), { jobs: "problem" });
  assert.deepEqual(await found(context, true), { jobs: "repaired" });
  assert.deepEqual(await context.jobs.size(INGEST_QUEUE), { waiting: 2, active: 0 });
  const data = (await context.jobs.live(INGEST_QUEUE)).map(({ data }) => data);
  assert.deepEqual(new Set(data), new Set([{ document_id: stuck.id }, { document_id: forgotten.id }]));
  assert.deepEqual(await found(context), {});
});

Deno.test("what an index lacks is queued, and what it has too much is removed", async () => {
  await using made = await testContext();
  const { context } = made;
  const { id } = await addDocument(context, "a.txt", "A teal weasel.");
  const row = await repositories(context.database.db).documents.find(id);
  assert.ok(row);
  context.catalog.publish(entryOf(row), []);
  await context.indexes.active.lexical.upsert("0".repeat(64) + ":text", ["a ghost"]);
  assert.deepEqual(await found(context), { indexes: "problem", "index entries": "problem" });
  assert.deepEqual(await found(context, true), { indexes: "repaired", "index entries": "repaired" });
  assert.deepEqual([...context.indexes.active.lexical.keys()], []);
  assert.deepEqual((await context.jobs.live(INGEST_QUEUE)).map(({ data }) => data), [{ document_id: id }]);
});

Deno.test("originals: a missing one is taken from its file again, a damaged one is put aside, an unused one deleted", async () => {
  await using made = await testContext();
  const { context, folder } = made;
  const { objects } = context;
  const text = "A teal weasel.";
  await Deno.writeTextFile(`${folder}/a.txt`, text);
  const missing = await addDocument(context, `${folder}/a.txt`, text);
  const lost = await addDocument(context, `${folder}/gone.txt`, "A plum badger.", "pending");
  await context.jobs.enqueue(INGEST_QUEUE, { document_id: lost.id });
  const arriving = await objects.putContent(DOCUMENTS_BUCKET, new TextEncoder().encode("still arriving"));
  const unused = await objects.putContent(DOCUMENTS_BUCKET, new TextEncoder().encode("of nobody"));
  await Deno.utime(objects.path?.(DOCUMENTS_BUCKET, unused.key) ?? "", 0, 0);
  await objects.delete(DOCUMENTS_BUCKET, missing.key);
  await Deno.writeTextFile(objects.path?.(DOCUMENTS_BUCKET, lost.key) ?? "", "A plum ladder.");
  const expected = { originals: "problem", "unused originals": "problem" };
  const { indexes: _, ...before } = await found(context);
  assert.deepEqual(before, expected);
  assert.deepEqual(await found(context, true), { ...expected, "unused originals": "repaired" });
  assert.equal(await objects.has(DOCUMENTS_BUCKET, missing.key), true);
  assert.equal(await objects.has(DOCUMENTS_BUCKET, unused.key), false);
  assert.equal(await objects.has(DOCUMENTS_BUCKET, arriving.key), true);
  assert.equal(new TextDecoder().decode(await objects.read("morgan-quarantine", lost.key)), "A plum ladder.");
  const row = await repositories(context.database.db).documents.find(lost.id);
  assert.deepEqual([row?.ingestion_status, row?.failure_reason], ["failed", "original_lost"]);
});

Deno.test("upkeep removes what was deleted a month ago, once a day, and nothing else", async () => {
  await using made = await testContext();
  const { context } = made;
  const [old, recent, live] = [
    await addDocument(context, "old.txt", "One."),
    await addDocument(context, "recent.txt", "Two."),
    await addDocument(context, "live.txt", "Three."),
  ];
  const { documents, conversations, messages } = repositories(context.database.db);
  const talk = await conversations.insert({ user_id: "u", session_id: "s" });
  await messages.insert({ conversation_id: talk.id, role: "user", content: "x", timestamp: new Date() });
  await documents.markDeleted({ id: [old.id, recent.id] });
  await conversations.markDeleted({ id: talk.id });
  const month = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  await context.database.db.updateTable("documents").set({ deleted_at: month }).where("id", "=", old.id)
    .execute();
  await context.database.db.updateTable("conversations").set({ deleted_at: month }).execute();
  await sql`insert into daily_work (name, at) values ('upkeep', ${new Date(0)})`.execute(context.database.db);
  const ids = async () => (await documents.list({ includeDeleted: true })).rows.map(({ id }) => id);
  {
    await using upkeep = startUpkeep(context, 0);
    await eventually("the old row is purged", async () => (await ids()).length <= 2);
    assert.ok(upkeep);
  }
  assert.deepEqual(await ids(), [recent.id, live.id]);
  assert.equal(await conversations.count({}, { includeDeleted: true }), 0);
  assert.equal(await messages.count({}, { includeDeleted: true }), 0);
  // The day is not over: nothing more is purged.
  await context.database.db.updateTable("documents").set({ deleted_at: month }).where("id", "=", recent.id)
    .execute();
  {
    await using upkeep = startUpkeep(context, 0);
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.ok(upkeep);
  }
  assert.deepEqual(await ids(), [recent.id, live.id]);
});

Deno.test("a deletion that fails, or that nobody works on, is shown with its reason, and a repair brings it on", async () => {
  // Longer than the test: what is to be tried again is tried by the repair.
  await using made = await testContext({ retryDelay: 3_600_000 });
  const { context } = made;
  const check = async (repair = false) => {
    const { checks } = await examine(context, repair, AbortSignal.timeout(60_000));
    return checks.find(({ name }) => name === "deletions");
  };
  assert.equal((await check())?.status, "ok");
  const { id } = await addDocument(context, "notes/a.txt", "A teal weasel.");
  let fails = true;
  for (const queue of [FORGET_QUEUE, QUOTES_QUEUE]) {
    context.jobs.work(queue, {
      onJob: () => fails ? Promise.reject(new Error("the disk is on fire")) : Promise.resolve(),
    });
  }
  await context.database.transaction((tx) => removeDocuments(context, tx, [id], { quotes: true }));
  const failed = async (queue: string) => (await context.jobs.live(queue)).some(({ failure }) => failure);
  await eventually("both fail", async () => await failed(FORGET_QUEUE) && await failed(QUOTES_QUEUE));

  const found = await check();
  assert.equal(found?.status, "problem");
  assert.match(found?.message ?? "", /2 deletions not finished/);
  assert.match(found?.items?.join("\n") ?? "", /quotes of notes\/a\.txt: the disk is on fire/);
  assert.match(found?.items?.join("\n") ?? "", /originals [0-9a-f]{12}: the disk is on fire/);
  fails = false;
  assert.equal((await check(true))?.status, "repaired");
  assert.equal((await check())?.status, "ok");

  // As a process leaves it that ended while it worked on it.
  await context.database.transaction((tx) =>
    context.jobs.enqueue("quotes", { documents: [], at: "" }, { tx })
  );
  await context.database.executor.executeSql("update pgboss.job set state = 'active' where name = 'quotes'");
  await eventually("it is found", async () => (await check())?.status === "problem");
  // With PostgreSQL it may have been taken over by then, without a repair.
  assert.notEqual((await check(true))?.status, "problem");
});

Deno.test("a reader that does not start is told with its reason; what could not be read for that is read by the next ingest", async () => {
  await using made = await testContext();
  let broken = true;
  await using extractor = openExtractor({
    spawn: (...given) => broken ? { command: "/does/not/exist/deno", args: [] } : readingCommand(...given),
  });
  const context = { ...made.context, extractor };
  const reader = async () => {
    const { checks } = await examine(context, false, AbortSignal.timeout(60_000));
    return checks.find(({ name }) => name === "reader");
  };
  const bad = await reader();
  assert.equal(bad?.status, "problem");
  assert.match(bad?.message ?? "", /does not start: .*exist\/deno/);
  assert.match(bad?.remedy ?? "", /Install Morgan again/);

  startIngestion(context);
  const body = () => {
    const form = new FormData();
    form.append("file", new Blob(["A teal weasel."]), "a.txt");
    return new Request("http://morgan.internal", { method: "POST", body: form });
  };
  const outcome = async () => {
    const events = await Array.fromAsync(ingest(context, body(), { force: false, requestId: "r" }));
    return events.find((event) => event.event === "document");
  };
  const failed = await outcome();
  assert.deepEqual([failed?.status, failed?.reason], ["failed", "reader"]);
  assert.match(failed?.message ?? "", /does not start/);
  broken = false;
  assert.equal((await reader())?.status, "ok");
  assert.equal((await outcome())?.status, "completed");
});
