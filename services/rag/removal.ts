import type { Transaction } from "kysely";
import { deleteDocuments, type DocumentRow, type Schema } from "../../lib/db/mod.ts";
import { FORGET_QUEUE, type ForgetJob, type RagContext } from "./context.ts";
import { QUOTES_QUEUE, type QuotesJob } from "./contract.ts";

/** Documents that a transaction removed, and the jobs that it stored to remove what is left of them. */
export interface Removal {
  rows: DocumentRow[];
  jobs: { queue: string; id: string }[];
}

/** Nothing was removed. */
export const NO_REMOVAL: Removal = { rows: [], jobs: [] };

/** How documents are removed. */
export interface RemovalOptions {
  /** Also what was quoted of them and of their former versions. @default false */
  quotes?: boolean;
}

/**
 * Deletes documents in the transaction `tx`, together with the jobs that remove their bytes, index entries and quotes: it all
 * happens, also after kill -9, or nothing does. Call `settleRemoval` once the transaction is committed.
 */
export async function removeDocuments(
  context: RagContext,
  tx: Transaction<Schema>,
  ids: readonly string[],
  options: RemovalOptions = {},
): Promise<Removal> {
  return await removalOf(context, tx, await deleteDocuments(tx, ids), options);
}

/** The jobs for documents that `tx` has deleted. */
export async function removalOf(
  { jobs }: RagContext,
  tx: Transaction<Schema>,
  deleted: readonly string[],
  { quotes = false }: RemovalOptions = {},
): Promise<Removal> {
  if (deleted.length === 0) return NO_REMOVAL;
  const rows = await tx.selectFrom("documents").selectAll().where("id", "in", deleted).execute();
  const contents = rows.map(({ content_key, object_key }) => ({ content_key, object_key }));
  const stored: Removal["jobs"] = [];
  const store = async (queue: string, data: object) => {
    stored.push({ queue, id: await jobs.enqueue(queue, data, { tx }) });
  };
  await store(FORGET_QUEUE, { contents } satisfies ForgetJob);
  if (quotes) {
    const documents = rows.map(({ id, path }) => ({ id, path }));
    const at = new Date().toISOString();
    // An answer that is being made looks for this mark before it is stored: the job may have looked for it too early.
    await tx.updateTable("documents").set({ metadata: { withdrawn: at } }).where("id", "in", deleted)
      .execute();
    await store(QUOTES_QUEUE, { documents, at } satisfies QuotesJob);
  }
  return { rows, jobs: stored };
}

/** Ends the work on removed documents at once, and tells whoever waits for them. */
export async function settleRemoval(context: RagContext, { rows }: Removal): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  context.catalog.remove(ids);
  for (const work of context.working) if (ids.includes(work.document_id)) work.stop();
  for (const row of rows) if (row.ingestion_status !== "completed") tellWithdrawn(context, row);
  await context.cache.deletePrefix("search:");
}

/** Resolves when nothing of removed documents is left. */
export async function removalEnded(
  { jobs, working }: RagContext,
  { rows, jobs: stored }: Removal,
  signal?: AbortSignal,
): Promise<void> {
  const ids = new Set(rows.map(({ id }) => id));
  await Promise.all([...working].filter(({ document_id }) => ids.has(document_id)).map(({ ended }) => ended));
  for (const { queue, id } of stored) await jobs.ended(queue, id, signal);
}

/** Tells whoever waits for a document that it won't be read. */
export function tellWithdrawn({ events }: RagContext, { id, path }: DocumentRow): void {
  events.emit(id, {
    event: "document",
    path,
    status: "failed",
    document_id: id,
    reason: "withdrawn",
    message: "The document was deleted, or replaced by a newer version, before it was read.",
    chunks: 0,
    embeddings: 0,
  });
}
