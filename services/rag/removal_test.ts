import assert from "node:assert/strict";
import { DOCUMENTS_BUCKET } from "../../lib/objects/mod.ts";
import { repositories } from "../../lib/db/mod.ts";
import { FORGET_QUEUE } from "./context.ts";
import { startForgetting } from "./forget.ts";
import { removeDocuments } from "./removal.ts";
import { addDocument, testContext } from "./testing.ts";

Deno.test("a deletion whose process dies before its jobs run is ended by whoever works on them next", async () => {
  await using scene = await testContext();
  const { context } = scene;
  const gone = await addDocument(context, "gone.txt", "The badger digs.");
  const kept = await addDocument(context, "kept.txt", "The heron flies.");
  for (const { key } of [gone, kept]) await context.indexes.active.lexical.upsert(`${key}:text`, ["words"]);
  await context.database.transaction((tx) => removeDocuments(context, tx, [gone.id]));
  // Nobody has worked on the queue: this is what a kill leaves.
  assert.ok(await context.objects.has(DOCUMENTS_BUCKET, gone.key));
  assert.equal((await context.jobs.live(FORGET_QUEUE)).length, 1);

  startForgetting(context);
  await context.jobs.idle(FORGET_QUEUE, AbortSignal.timeout(60_000));
  assert.ok(!await context.objects.has(DOCUMENTS_BUCKET, gone.key));
  assert.ok(await context.objects.has(DOCUMENTS_BUCKET, kept.key));
  assert.deepEqual([...context.indexes.active.lexical.keys()], [`${kept.key}:text`]);
});

Deno.test("a deletion that is rolled back removes nothing", async () => {
  await using scene = await testContext();
  const { context } = scene;
  const { id, key } = await addDocument(context, "kept.txt", "The heron flies.");
  await assert.rejects(context.database.transaction(async (tx) => {
    await removeDocuments(context, tx, [id]);
    throw new Error("the disk is gone");
  }));
  startForgetting(context);
  await context.jobs.idle(FORGET_QUEUE, AbortSignal.timeout(60_000));
  assert.ok(await repositories(context.database.db).documents.find(id));
  assert.ok(await context.objects.has(DOCUMENTS_BUCKET, key));
});

Deno.test("bytes that another document has come to have since the deletion stay", async () => {
  await using scene = await testContext();
  const { context } = scene;
  const gone = await addDocument(context, "a.txt", "The badger digs.");
  await context.database.transaction((tx) => removeDocuments(context, tx, [gone.id]));
  await addDocument(context, "b.txt", "The badger digs.", "pending");
  startForgetting(context);
  await context.jobs.idle(FORGET_QUEUE, AbortSignal.timeout(60_000));
  assert.ok(await context.objects.has(DOCUMENTS_BUCKET, gone.key));
});
