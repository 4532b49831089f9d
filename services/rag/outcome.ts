import { type DocumentRow, publish, repositories } from "../../lib/db/mod.ts";
import type { MorganError } from "../../lib/errors.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import { entryOf } from "./catalog.ts";
import { INGEST_QUEUE, type RagContext } from "./context.ts";
import { forgetContent } from "./documents.ts";

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
  const replaced = await publish(context.database, row.id, { chunks, changes });
  const { documents } = repositories(context.database.db);
  const published = await documents.find(row.id);
  if (!published) return;
  context.catalog.publish(entryOf(published), replaced);
  await context.cache.deletePrefix("search:");
  // Where another generation became the active one while this was being stored, it may lack the content.
  if (!context.indexes.active.holds(row.content_key)) {
    await context.jobs.enqueue(INGEST_QUEUE, { document_id: row.id });
  }
  for (const id of replaced) {
    const old = await documents.find(id, { includeDeleted: true });
    if (old && old.content_key !== row.content_key) await forgetContent(context, old);
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

/** Ends the work on a document that was deleted, or replaced by a newer version, before it was published. */
export async function withdraw(context: RagContext, id: string): Promise<void> {
  const { documents } = repositories(context.database.db);
  const row = await documents.find(id, { includeDeleted: true });
  if (!row?.deleted_at) return;
  await forgetContent(context, row);
  context.events.emit(id, {
    event: "document",
    path: row.path,
    status: "failed",
    document_id: id,
    reason: "withdrawn",
    message: "The document was deleted, or replaced by a newer version, before it was read.",
    chunks: 0,
    embeddings: 0,
  });
}

/**
 * Ends a document as failed, with its reason. Where the row cannot say so, such as on a full disk, whoever listens is
 * told all the same, and the next start takes the document up again.
 */
export async function fail(context: RagContext, id: string, error: MorganError): Promise<void> {
  const { documents } = repositories(context.database.db);
  const reason = String(error.details?.reason ?? error.code);
  const row = await documents.update(id, {
    ingestion_status: "failed",
    failure_reason: reason,
    failure_message: error.message,
    metadata: error.hint ? { hint: error.hint } : {},
  }).catch((failure) => {
    serviceLogger("rag").error("a failure was not stored", { document_id: id, ...errorFields(failure) });
    return documents.find(id);
  });
  if (!row) return;
  context.metrics.documents.inc({ status: "failed" });
  tellFailure(context, row, error);
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
