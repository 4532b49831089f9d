import { sql } from "kysely";
import type { Sql } from "../../../lib/db/mod.ts";
import type { CoreContext } from "../context.ts";
import { findLiving, readMemorable } from "./memorable.ts";

type Context = Pick<CoreContext, "database" | "rag">;

/** Messages that are read and indexed at once: 24 parts of 900 characters each, they stay far below the size of a request. */
const BATCH = 64;
/** Ids that are compared at once. */
const PAGE = 1000;

/**
 * Brings the index in line with the database for these messages: what is to be found is indexed, what was deleted or has lost its document is
 * removed. It may be done at any time, twice, and by several at once: whoever comes last looks last.
 */
export async function syncMessages(context: Context, ids: readonly string[], signal: AbortSignal) {
  const { database: { db }, rag: { said } } = context;
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const messages = await readMemorable(db, batch);
    if (messages.length > 0) await said.index(messages, signal);
    // Looked at once more: a deletion that came while they were indexed found nothing to remove.
    const living = await findLiving(db, messages.map(({ message_id }) => message_id));
    const gone = batch.filter((id) => !living.has(id));
    if (gone.length > 0) await said.remove(gone, signal);
  }
}

/** These messages and the answers to them. */
export async function withReplies({ database: { db } }: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom("messages").select(sql<string>`metadata ->> 'reply'`.as("reply"))
    .where("id", "in", ids).where("role", "=", "user").where(sql`metadata ->> 'reply'`, "is not", null)
    .execute();
  return [...new Set([...ids, ...rows.map(({ reply }) => reply)])];
}

/** Indexes every message that the index lacks, and removes from it what is no longer said. Ids alone are compared. */
export async function syncAll(context: Context, signal: AbortSignal): Promise<void> {
  const { database: { db }, rag: { said } } = context;
  for await (const ids of pages((after) => readIds(db, after))) {
    await syncMessages(context, await said.lacks(ids, signal), signal);
  }
  for await (const ids of pages((after) => said.page(after, signal))) {
    const living = await findLiving(db, ids);
    await syncMessages(context, ids.filter((id) => !living.has(id)), signal);
  }
}

/** Sorted ids, a page at a time, until there are no more. */
async function* pages(read: (after: string | undefined) => Promise<string[]>): AsyncGenerator<string[]> {
  let ids = await read(undefined);
  while (ids.length > 0) {
    yield ids;
    ids = await read(ids.at(-1));
  }
}

/** Ids of what was said and lives, from behind `after`. */
async function readIds(db: Sql, after: string | undefined): Promise<string[]> {
  let select = db.selectFrom("messages").select("id").where("role", "in", ["user", "assistant"])
    .where("deleted_at", "is", null).orderBy("id").limit(PAGE);
  if (after !== undefined) select = select.where("id", ">", after);
  return (await select.execute()).map(({ id }) => id);
}
