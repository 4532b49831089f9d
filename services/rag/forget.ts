import { lockName, repositories, type Sql } from "../../lib/db/mod.ts";
import { DOCUMENTS_BUCKET } from "../../lib/objects/mod.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import { type Content, FORGET_QUEUE, type ForgetJob, type RagContext } from "./context.ts";

/**
 * Nobody stores or removes a content's bytes while `tx` lasts. Whoever gives a content a document takes this lock and looks
 * whether the bytes are there; whoever removes them takes it and looks whether a document has them. So the database decides.
 */
export async function lockContent(tx: Sql, objectKey: string): Promise<void> {
  await lockName(tx, `content ${objectKey}`);
}

/** Removes vectors, words and bytes of contents that no document has any more. It may be done again at any time. */
export async function forgetContents(context: RagContext, contents: readonly Content[]): Promise<void> {
  for (const content of contents) await forgetContent(context, content);
}

async function forgetContent(context: RagContext, { content_key, object_key }: Content): Promise<void> {
  const { database, indexes } = context;
  let removed: Promise<void> | undefined;
  await database.transaction(async (tx) => {
    await lockContent(tx, object_key);
    if (await repositories(tx).documents.count({ content_key }) === 0) {
      // From this call on the indexes say that they lack it; what they write to the disk need not hold up the database.
      removed = indexes.remove([content_key]);
      removed.catch(() => {});
    }
    await deleteUnused(context, tx, object_key);
  });
  await removed;
}

/** Removes the bytes of an original that no document has. */
export async function forgetOriginal(context: RagContext, objectKey: string): Promise<void> {
  await context.database.transaction(async (tx) => {
    await lockContent(tx, objectKey);
    await deleteUnused(context, tx, objectKey);
  });
}

async function deleteUnused({ objects }: RagContext, tx: Sql, object_key: string): Promise<void> {
  if (await repositories(tx).documents.count({ object_key }) > 0) return;
  await objects.delete(DOCUMENTS_BUCKET, object_key);
}

/** The key of the bytes that a content key names. */
export function objectKeyOf(contentKey: string): string {
  return contentKey.split(":", 1)[0] ?? contentKey;
}

/** Starts to work on the queue of contents to forget. */
export function startForgetting(context: RagContext): void {
  const log = serviceLogger("rag");
  context.jobs.work<ForgetJob>(FORGET_QUEUE, {
    onJob: ({ data }) => forgetContents(context, data.contents),
    async onError({ data }, error, final) {
      log.error("what was deleted is not removed yet", { final, ...errorFields(error) });
      // It is never given up.
      if (final) await context.jobs.enqueue(FORGET_QUEUE, data);
    },
  });
}
