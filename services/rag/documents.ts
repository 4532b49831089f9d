import {
  awaited,
  chunkWindow,
  countDocuments,
  type DocumentChunkRow,
  type DocumentRow,
  listDocuments,
  repositories,
} from "../../lib/db/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { z } from "zod";
import type { RagContext } from "./context.ts";
import { INGEST_QUEUE, REINDEX_QUEUE } from "./context.ts";
import type { Document, DocumentDetail, DocumentPage, DocumentsQuery, RagStatus } from "./contract.ts";
import { reindexStatus } from "./reindex_status.ts";
import { degradedBy } from "./recover.ts";
import { removalEnded, removeDocuments, settleRemoval } from "./removal.ts";

const Metadata = z.looseObject({
  pages: z.number().int().optional(),
  charset: z.string().optional(),
  warnings: z.array(z.string()).optional(),
});

/** Where a chunk lies in its document, as its row's metadata has it. */
export const ChunkPlace = z.looseObject({
  page: z.number().int().optional(),
  page_starts: z.array(z.number().int()).default([]),
  headings: z.array(z.string()).default([]),
  inner_headings: z.array(z.object({ title: z.string(), start: z.number().int() })).default([]),
});

/** A chunk's page and heading path as the Contract has them. */
export function placeOf(row: DocumentChunkRow): { page?: number; heading?: string } {
  const { page, headings } = ChunkPlace.parse(row.metadata);
  return {
    ...(page === undefined ? {} : { page }),
    ...(headings.length === 0 ? {} : { heading: headings.join(" › ") }),
  };
}

/** One page of the documents, in the order of their paths. */
export async function documentPage(context: RagContext, query: DocumentsQuery): Promise<DocumentPage> {
  const { path_prefix, type, status, limit, cursor } = query;
  const { rows, next } = await listDocuments(context.database.db, {
    path_prefix,
    file_type: type,
    status,
    limit: Number(limit ?? 100),
    cursor,
  });
  return { documents: rows.map(toDocument), next };
}

/** One document with the text of its chunks. Throws `not_found`. */
export async function documentDetail(context: RagContext, id: string): Promise<DocumentDetail> {
  const row = await repositories(context.database.db).documents.find(id);
  if (!row) throw noDocument(id);
  const chunks = await chunkWindow(context.database.db, id, 0, row.chunk_count);
  return {
    ...toDocument(row),
    content: chunks.map((chunk) => ({
      chunk_id: chunk.id,
      index: chunk.chunk_index,
      ...placeOf(chunk),
      tokens: chunk.token_count,
      text: chunk.chunk_text,
    })),
  };
}

/** Deletes a document and everything of it that could be found or quoted. Throws `not_found`. */
export async function deleteDocument(
  context: RagContext,
  id: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const removal = await context.database.transaction((tx) =>
    removeDocuments(context, tx, [id], { quotes: true })
  );
  if (removal.rows.length === 0) throw noDocument(id);
  await settleRemoval(context, removal);
  await removalEnded(context, removal, signal);
  return removal.rows.map((row) => row.id);
}

/** Figures of documents, jobs and indexes. */
export async function ragStatus(context: RagContext): Promise<RagStatus> {
  const { indexes, jobs } = context;
  const { dense, lexical } = indexes.active;
  const vectors = dense?.index.stats();
  const words = lexical.stats();
  const [documents, waits_for, ingesting, reindexing] = await Promise.all([
    countDocuments(context.database.db),
    awaited(context.database.db),
    jobs.size(INGEST_QUEUE),
    jobs.size(REINDEX_QUEUE),
  ]);
  return {
    documents,
    jobs: {
      waiting: ingesting.waiting + reindexing.waiting,
      active: ingesting.active + reindexing.active,
      ...(waits_for.length > 0 ? { waits_for } : {}),
    },
    index: {
      model: dense?.index.model.id ?? null,
      vectors: vectors?.chunks ?? 0,
      lexical_chunks: words.chunks,
      terms: words.terms,
      bytes: words.diskBytes + (vectors?.diskBytes ?? 0),
      reindex: reindexStatus(context),
    },
    degraded: [...(dense ? [] : ["no_embedding"]), ...degradedBy(context)],
  };
}

function toDocument(row: DocumentRow): Document {
  const { pages, charset, warnings } = Metadata.parse(row.metadata);
  return {
    id: row.id,
    path: row.path,
    ...(row.title ? { title: row.title } : {}),
    type: row.file_type,
    size: row.file_size,
    status: row.ingestion_status,
    ...(row.failure_reason ? { reason: row.failure_reason } : {}),
    ...(row.failure_message ? { message: row.failure_message } : {}),
    chunks: row.chunk_count,
    ...(pages === undefined ? {} : { pages }),
    ...(charset === undefined ? {} : { charset }),
    ...(warnings && warnings.length > 0 ? { warnings } : {}),
    sha256: row.object_key,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

function noDocument(id: string): MorganError {
  return new MorganError("not_found", `There is no document ${id}.`, {
    hint: "List the documents with `morgan documents list`.",
  });
}
