import type { Transaction } from "kysely";
import { type DocumentRow, findByPath, publish, repositories, type Schema } from "../../lib/db/mod.ts";
import { isFailureReason } from "../../lib/documents/mod.ts";
import type { MorganError } from "../../lib/errors.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import { entryOf } from "./catalog.ts";
import { INGEST_QUEUE, type RagContext } from "./context.ts";
import { forgetContents } from "./forget.ts";
import {
  NO_REMOVAL,
  type Removal,
  removalOf,
  removeDocuments,
  settleRemoval,
  tellWithdrawn,
} from "./removal.ts";

type ChunkRows = Parameters<typeof publish>[2]["chunks"];
type RowChanges = NonNullable<Parameters<typeof publish>[2]["changes"]>;

/** Makes a document searchable, all at once and in place of the version before it. */
export async function publishRow(
  context: RagContext,
  row: DocumentRow,
  changes: RowChanges,
  chunks: ChunkRows,
  embeddings: number,
  warnings: string[],
): Promise<void> {
  const { published, replaced } = await context.database.transaction(async (tx) => {
    const ids = await publish(tx, row.id, { chunks, changes });
    return {
      published: await repositories(tx).documents.find(row.id),
      replaced: await removalOf(context, tx, ids),
    };
  });
  if (!published) return;
  context.catalog.publish(entryOf(published), replaced.rows.map(({ id }) => id));
  await settleRemoval(context, replaced);
  await context.cache.deletePrefix("search:");
  // Where another generation became the active one while this was being stored, it may lack the content.
  if (!context.indexes.active.holds(row.content_key)) {
    await context.jobs.enqueue(INGEST_QUEUE, { document_id: row.id });
  }
  context.metrics.documents.inc({ status: "completed" });
  context.events.emit(row.id, {
    event: "document",
    path: row.path,
    status: "completed",
    document_id: row.id,
    chunks: chunks.length,
    embeddings,
    ...(warnings.length > 0 ? { warnings } : {}),
  });
}

/**
 * Ends the work on a document that was deleted, or replaced by a newer version, before it was published: what the work put
 * into the indexes meanwhile goes too. False if it is still there.
 */
export async function withdraw(context: RagContext, id: string): Promise<boolean> {
  const row = await repositories(context.database.db).documents.find(id, { includeDeleted: true });
  if (row && !row.deleted_at) return false;
  if (!row) return true;
  await forgetContents(context, [row]);
  tellWithdrawn(context, row);
  return true;
}

/**
 * Ends a document as failed, with its reason. A file that can't be read any more says nothing: the version before it goes.
 * Where the row cannot say so, such as on a full disk, whoever listens is told all the same, and the next start takes the
 * document up again.
 */
export async function fail(context: RagContext, id: string, error: MorganError): Promise<void> {
  const reason = String(error.details?.reason ?? error.code);
  const store = () =>
    context.database.transaction(async (tx) => {
      const { documents } = repositories(tx);
      const found = await documents.find(id);
      if (!found || found.ingestion_status === "completed") return;
      const row = await documents.update(id, {
        ingestion_status: "failed",
        failure_reason: reason,
        failure_message: error.message,
        metadata: error.hint ? { hint: error.hint } : {},
      });
      return { row, former: await removeFormer(context, tx, found.path, reason) };
    });
  let row: DocumentRow | undefined;
  try {
    const stored = await store();
    if (!stored) return;
    row = stored.row;
    await settleRemoval(context, stored.former);
  } catch (failure) {
    serviceLogger("rag").error("a failure was not stored", { document_id: id, ...errorFields(failure) });
    row = await repositories(context.database.db).documents.find(id);
  }
  if (!row) return;
  context.metrics.documents.inc({ status: "failed" });
  tellFailure(context, row, error);
}

/** Removes the version under a path that a file had before it came to be unreadable; one that failed for want of a service stays. */
export async function removeFormer(
  context: RagContext,
  tx: Transaction<Schema>,
  path: string,
  reason: string,
): Promise<Removal> {
  if (!isOwnReason(reason)) return NO_REMOVAL;
  const former = await findByPath(tx, path);
  return former ? await removeDocuments(context, tx, [former.id]) : NO_REMOVAL;
}

/** True where a document failed for a reason that lies in its file: it would fail again. */
export function isOwnReason(reason: string | null): boolean {
  return isFailureReason(reason) || reason === "crash";
}

/** Tells whoever listens that a document failed. */
export function tellFailure(context: RagContext, row: DocumentRow, error: MorganError): void {
  context.events.emit(row.id, {
    event: "document",
    path: row.path,
    status: "failed",
    document_id: row.id,
    reason: String(error.details?.reason ?? error.code),
    message: error.message,
    ...(error.hint ? { hint: error.hint } : {}),
    chunks: 0,
    embeddings: 0,
  });
}

/** Tells whoever listens how far a document is. */
export function progress(
  context: RagContext,
  row: DocumentRow,
  step: "reading" | "embedding" | "indexing",
  done?: number,
  total?: number,
): void {
  context.events.emit(row.id, {
    event: "progress",
    path: row.path,
    step,
    ...(done === undefined ? {} : { done }),
    ...(total === undefined ? {} : { total }),
  });
}
