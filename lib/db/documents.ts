import { sql } from "kysely";
import { placesUnder } from "../documents/paths.ts";
import { MorganError } from "../errors.ts";
import { noSuchPage } from "./cursor.ts";
import type { Database, Sql } from "./database.ts";
import { type Clock, isUuid, type Page, repository } from "./repository.ts";
import type { DocumentChunkRow, DocumentRow, IngestionStatus, NewRow, RowChanges } from "./schema.ts";

/** Which documents to list; all given terms must hold. */
export interface DocumentFilter {
  /** The folder, or file, that the path is or lies below, as `isUnder` has it. */
  path_prefix?: string | undefined;
  file_type?: string | undefined;
  status?: IngestionStatus | readonly IngestionStatus[] | undefined;
}

/** What `publish` makes visible at once. */
export interface Publication {
  chunks: readonly Omit<NewRow<DocumentChunkRow>, "document_id">[];
  /** Other columns to set with it, such as the title or metadata. */
  changes?: RowChanges<DocumentRow>;
  /** A version to replace beside the one under the same path, such as a renamed document's old row. */
  replaces?: string | undefined;
}

/** A chunk by its document and its number there. */
export interface ChunkRef {
  document_id: string;
  chunk_index: number;
}

/** How many live documents are in each state, and the chunks of the completed ones. */
export interface DocumentCounts {
  pending: number;
  processing: number;
  completed: number;
  failed: number;
  chunks: number;
}

/** The live completed version under `path`, if there is one. */
export async function findByPath(db: Sql, path: string): Promise<DocumentRow | undefined> {
  return await db.selectFrom("documents").selectAll()
    .where("path", "=", path).where("ingestion_status", "=", "completed").where("deleted_at", "is", null)
    .executeTakeFirst();
}

/** Documents in the order of their path, page by page; `cursor` is the id of the last row of the page before. */
export async function listDocuments(
  db: Sql,
  options: DocumentFilter & { limit?: number; cursor?: string | undefined } = {},
): Promise<Page<DocumentRow>> {
  const limit = Math.min(Math.max(1, Math.trunc(options.limit ?? 100)), 1000);
  let query = db.selectFrom("documents").selectAll().where("deleted_at", "is", null)
    .orderBy("path").orderBy("id").limit(limit + 1);
  if (options.path_prefix) {
    const { itself, insides } = placesUnder(options.path_prefix);
    const inside = insides.map((start) => sql<boolean>`starts_with(path, ${start})`);
    query = query.where((is) => is.or([is("path", "=", itself), ...inside]));
  }
  if (options.file_type !== undefined) query = query.where("file_type", "=", options.file_type);
  if (options.status !== undefined) query = query.where("ingestion_status", "in", [options.status].flat());
  if (options.cursor !== undefined) {
    if (!isUuid(options.cursor)) throw noSuchPage();
    // The row that the cursor names may be deleted by now; its path still says where to go on.
    query = query.where(
      sql<boolean>`(path, id) > (select path, id from documents where id = ${options.cursor})`,
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? page.at(-1)?.id ?? null : null };
}

/**
 * Stores the chunks, sets the document `completed` and removes the version that it replaces, so that a document is visible
 * as a whole or not at all. Give a transaction as `db`. Returns the ids of the replaced documents.
 * Throws `conflict` if the document was deleted or completed meanwhile.
 */
export async function publish(
  db: Sql,
  documentId: string,
  { chunks, changes = {}, replaces }: Publication,
  now?: Clock,
): Promise<string[]> {
  const documents = repository(db, "documents", now);
  // Whoever deletes it meanwhile waits, and then finds its chunks.
  await db.selectFrom("documents").select("id").where("id", "=", documentId).forUpdate().execute();
  const document = await documents.find(documentId);
  if (document === undefined || document.ingestion_status === "completed") {
    throw new MorganError(
      "conflict",
      `Document ${documentId} was deleted or completed while it was being read.`,
    );
  }
  const path = changes.path ?? document.path;
  const old = await db.selectFrom("documents").select("id")
    .where("deleted_at", "is", null).where("id", "!=", documentId)
    .where((is) =>
      is.or([
        is.and([is("path", "=", path), is("ingestion_status", "=", "completed")]),
        ...(replaces === undefined ? [] : [is("id", "=", replaces)]),
      ])
    ).execute();
  const replaced = await deleteDocuments(db, old.map(({ id }) => id), now);
  await repository(db, "document_chunks", now)
    .insertMany(chunks.map((chunk) => ({ ...chunk, document_id: documentId })));
  await documents.update(documentId, {
    ...changes,
    ingestion_status: "completed",
    chunk_count: chunks.length,
    failure_reason: null,
    failure_message: null,
  });
  return replaced;
}

/**
 * Deletes documents softly and erases everything of them that could be quoted: text, headings, titles.
 * Give a transaction as `db`. Returns the ids of those that were live.
 */
export async function deleteDocuments(
  db: Sql,
  ids: readonly string[],
  now: Clock = () => new Date(),
): Promise<string[]> {
  const deleted = await repository(db, "documents", now).markDeleted({ id: ids });
  if (deleted.length === 0) return [];
  const time = now();
  await db.updateTable("documents").set({ title: null, metadata: {} }).where("id", "in", deleted).execute();
  await db.updateTable("document_chunks")
    .set({ chunk_text: "", metadata: {}, deleted_at: time, updated_at: time })
    .where("document_id", "in", deleted).where("deleted_at", "is", null).execute();
  return deleted;
}

/** Removes for good what was deleted before `before`, with its chunks. Returns the number of documents. */
export async function purge(database: Database, before: Date): Promise<number> {
  return await database.transaction(async (tx) => {
    const gone = tx.selectFrom("documents").select("id").where("deleted_at", "<", before);
    await tx.deleteFrom("document_chunks").where("document_id", "in", gone).execute();
    const result = await tx.deleteFrom("documents").where("deleted_at", "<", before).executeTakeFirst();
    return Number(result.numDeletedRows);
  });
}

/** The live chunks that `refs` name, in one query and in no particular order; missing ones are left out. */
export async function chunksByIndex(db: Sql, refs: readonly ChunkRef[]): Promise<DocumentChunkRow[]> {
  if (refs.length === 0) return [];
  const { rows } = await sql<DocumentChunkRow>`select chunk.* from document_chunks chunk
    join jsonb_to_recordset(${{
    refs: refs.map(({ document_id, chunk_index }) => ({ document_id, chunk_index })),
  }}::jsonb -> 'refs')
      as ref (document_id uuid, chunk_index int) using (document_id, chunk_index)
    where chunk.deleted_at is null`.execute(db);
  return rows;
}

/** The live chunks `from`..`to` (both included) of a document, in order. */
export async function chunkWindow(
  db: Sql,
  documentId: string,
  from: number,
  to: number,
): Promise<DocumentChunkRow[]> {
  return await db.selectFrom("document_chunks").selectAll()
    .where("document_id", "=", documentId).where("chunk_index", ">=", from).where("chunk_index", "<=", to)
    .where("deleted_at", "is", null).orderBy("chunk_index").execute();
}

/** Notes what a document that is not read yet waits for. Returns its row; `undefined` where it is read, failed or deleted. */
export async function waitFor(
  db: Sql,
  documentId: string,
  reason: string,
  message: string,
): Promise<DocumentRow | undefined> {
  return await db.updateTable("documents")
    .set({
      ingestion_status: "pending",
      failure_reason: reason,
      failure_message: message,
      updated_at: new Date(),
    })
    .where("id", "=", documentId).where("deleted_at", "is", null)
    .where("ingestion_status", "in", ["pending", "processing"]).returningAll().executeTakeFirst();
}

/** What documents wait for beside their turn, each sentence once. */
export async function awaited(db: Sql): Promise<string[]> {
  const rows = await db.selectFrom("documents").select("failure_message").distinct()
    .where("deleted_at", "is", null).where("ingestion_status", "=", "pending")
    .where("failure_message", "is not", null).orderBy("failure_message").execute();
  return rows.flatMap(({ failure_message }) => failure_message ?? []);
}

/** What `status` shows. */
export async function countDocuments(db: Sql): Promise<DocumentCounts> {
  const counts: DocumentCounts = { pending: 0, processing: 0, completed: 0, failed: 0, chunks: 0 };
  const { rows } = await sql<{ status: IngestionStatus; count: number; chunks: number }>`
    select ingestion_status as status, count(*)::int as count, sum(chunk_count)::int as chunks
    from documents where deleted_at is null group by ingestion_status`.execute(db);
  for (const { status, count, chunks } of rows) {
    counts[status] = count;
    if (status === "completed") counts.chunks = chunks;
  }
  return counts;
}
