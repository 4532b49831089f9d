import { chunkWindow, type DocumentRow, repositories, waitFor } from "../../lib/db/mod.ts";
import {
  type Chunk,
  type ExtractedDocument,
  type SplitOptions,
  UnreadableDocument,
} from "../../lib/documents/mod.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import { isAway } from "../../lib/models/embedding.ts";
import type { Job } from "../../lib/jobs/mod.ts";
import { errorFields, serviceLogger, timed } from "../../lib/telemetry/mod.ts";
import type { CatalogEntry } from "./catalog.ts";
import { INGEST_QUEUE, type IngestJob, type RagContext, type Work } from "./context.ts";
import { HEADING_TOKENS, indexContent, restoreIndex } from "./indexing.ts";
import { materialise } from "./original.ts";
import { fail, progress, publishRow, tellFailure, withdraw } from "./outcome.ts";

/** Tokens a chunk aims at: a paragraph or two, which bge-small and its kind embed best. */
const TARGET_TOKENS = 200;
/**
 * A file that was being read each of this many times that the process died is to blame for it. Few would blame files
 * that only happened to be first in the queue: each restart begins with them.
 */
const MOST_INTERRUPTIONS = 30;

/** What a model is asked to find out whether it answers; more than one text, since a single one's vector is kept. */
export const ANYBODY = ["Is anybody", "there?"] as const;

/** Starts to work on the queue of documents. Two at a time, so that one is read while another is embedded. */
export function startIngestion(context: RagContext): void {
  const log = serviceLogger("rag");
  let away = false;
  context.jobs.work<IngestJob>(INGEST_QUEUE, {
    concurrency: 2,
    async onJob(job, signal) {
      // No document is read in vain while the embedding server is known to be away.
      if (away) await context.indexes.active.dense?.embedding.embed([...ANYBODY], "passage", { signal });
      away = false;
      await ingestDocument(context, job, signal);
    },
    async onError(job, error, final) {
      log.error("ingesting failed", { document_id: job.data.document_id, final, ...errorFields(error) });
      const known = toMorganError(error);
      if (isAway(known)) {
        away = true;
        await tellWaiting(context, job.data.document_id, known);
        // It is never given up.
        if (final) await context.jobs.enqueue(INGEST_QUEUE, job.data);
        return;
      }
      if (final) return await fail(context, job.data.document_id, known);
      if (known.code !== "storage_full") return;
      // It is tried again, but nobody should wait for a disk to get larger.
      const row = await repositories(context.database.db).documents.find(job.data.document_id);
      if (row) tellFailure(context, row, known);
    },
  });
}

/** Says in a document's row, and to whoever listens, that it waits for a service, which may take long to be back. */
async function tellWaiting(context: RagContext, id: string, { code, message }: MorganError): Promise<void> {
  const row = await waitFor(context.database.db, id, code, message);
  if (!row) return;
  const hint = "The file is stored: Morgan reads it by itself as soon as the server answers.";
  tellFailure(context, row, new MorganError(code, message, { hint }));
}

/** Works on one document until it is done, or deleted. */
async function ingestDocument(context: RagContext, job: Job<IngestJob>, closing: AbortSignal): Promise<void> {
  const id = job.data.document_id;
  const withdrawn = new AbortController();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const stop = () => withdrawn.abort(new MorganError("conflict", "The document was deleted."));
  const work: Work = { document_id: id, stop, ended };
  context.working.add(work);
  try {
    await takeDocument(context, job, AbortSignal.any([closing, withdrawn.signal]));
  } catch (error) {
    if (closing.aborted || !withdrawn.signal.aborted || !await withdraw(context, id)) throw error;
  } finally {
    context.working.delete(work);
    end();
  }
}

/** Reads, splits, embeds and publishes one document; what can't be read ends as `failed` with its reason. */
async function takeDocument(context: RagContext, job: Job<IngestJob>, signal: AbortSignal): Promise<void> {
  const id = job.data.document_id;
  const { documents } = repositories(context.database.db);
  const row = await documents.find(id);
  if (!row) return void await withdraw(context, id);
  if (row.ingestion_status === "failed") return;
  if (row.ingestion_status === "completed") return await restoreIndex(context, row, signal);
  if (job.interruptions >= MOST_INTERRUPTIONS) {
    return await fail(
      context,
      id,
      new MorganError(
        "unreadable_document",
        `Morgan stopped ${job.interruptions} times while it read ${row.path}.`,
        {
          hint: "Leave this file out, or convert it to another format.",
          details: { reason: "crash" },
        },
      ),
    );
  }
  try {
    await documents.update(id, {
      ingestion_status: "processing",
      failure_reason: null,
      failure_message: null,
    });
    await readDocument(context, row, signal);
  } catch (error) {
    // Where the document was deleted meanwhile, whatever went wrong went wrong because of that.
    if (!signal.aborted && await withdraw(context, id)) return;
    if (error instanceof UnreadableDocument) return await fail(context, id, error);
    // Another job has completed it.
    if (!(error instanceof MorganError) || error.code !== "conflict") throw error;
  }
}

async function readDocument(context: RagContext, row: DocumentRow, signal: AbortSignal): Promise<void> {
  const twin = context.catalog.withContent(row.content_key)[0];
  if (twin && await shareContent(context, row, twin)) return;

  progress(context, row, "reading");
  const { document, split } = await timed(context.metrics, "extract", async () => {
    await using file = await materialise(context.objects, row.object_key);
    return await context.extractor.extract(file.path, row.path, splitOptions(context), signal);
  });
  if (split.chunks.length === 0) throw new UnreadableDocument("empty", row.path);

  const content = {
    key: row.content_key,
    chunks: split.chunks.map(({ headings, text }) => ({ heading: headings.join(" › "), text })),
  };
  const embeddings = await indexContent(context, row, content, signal);
  await publishRow(
    context,
    row,
    {
      title: document.title,
      file_type: document.type,
      metadata: {
        warnings: document.warnings,
        ...(document.charset ? { charset: document.charset } : {}),
        ...(document.page_count === undefined ? {} : { pages: document.page_count }),
      },
    },
    split.chunks.map((chunk) => ({
      chunk_index: chunk.index,
      chunk_text: chunk.text,
      token_count: chunk.tokens,
      embedding_id: `${row.content_key}/${chunk.index}`,
      metadata: {
        start: chunk.start,
        end: chunk.end,
        section: chunk.section,
        headings: chunk.headings,
        inner_headings: innerHeadings(document, chunk),
        ...(chunk.page === null ? {} : { page: chunk.page, page_starts: pageStarts(document.pages, chunk) }),
      },
    })),
    embeddings,
    document.warnings,
  );
}

/** Offsets in a chunk's text at which further pages begin. */
function pageStarts(pages: readonly number[], { start, end }: { start: number; end: number }): number[] {
  return pages.filter((page) => page > start && page < end).map((page) => page - start);
}

/** Headings that begin inside a chunk, with their offset in it: short sections share a chunk. */
function innerHeadings(document: ExtractedDocument, chunk: Chunk): { title: string; start: number }[] {
  return document.headings
    .filter(({ start }) => start >= chunk.start && start < chunk.end)
    .map(({ title, start }) => ({ title, start: start - chunk.start }));
}

/** How documents are cut for the model of the active index. */
export function splitOptions({ indexes }: RagContext): SplitOptions {
  const { tokens } = indexes.active;
  return { maxTokens: tokens.max - HEADING_TOKENS, targetTokens: TARGET_TOKENS, tokenizer: tokens.files };
}

/**
 * A second path to content that is indexed already: its chunks are copied, its vectors shared. False where the twin was
 * deleted meanwhile, or the index lacks it.
 */
async function shareContent(context: RagContext, row: DocumentRow, twin: CatalogEntry): Promise<boolean> {
  const original = await repositories(context.database.db).documents.find(twin.id);
  const chunks = await chunkWindow(context.database.db, twin.id, 0, 2 ** 31 - 1);
  if (!original || chunks.length !== original.chunk_count) return false;
  if (!context.indexes.active.holds(row.content_key)) return false;
  const { title, file_type, metadata } = original;
  await publishRow(
    context,
    row,
    { title, file_type, metadata },
    chunks.map(({ chunk_index, chunk_text, token_count, embedding_id, metadata }) => ({
      chunk_index,
      chunk_text,
      token_count,
      embedding_id,
      metadata,
    })),
    0,
    [],
  );
  return true;
}
