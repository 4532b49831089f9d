import { basename } from "node:path";
import { type DocumentRow, newId, repositories } from "../../lib/db/mod.ts";
import { isFailureReason, typeByName } from "../../lib/documents/mod.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import { toProblem } from "../../lib/http/mod.ts";
import { DOCUMENTS_BUCKET } from "../../lib/objects/mod.ts";
import { INGEST_QUEUE, type RagContext } from "./context.ts";
import type { DocumentEvent, IngestEvent } from "./contract.ts";
import { forgetContent } from "./documents.ts";
import { type FilePart, fileParts } from "./multipart.ts";
import { asyncQueue } from "./queue.ts";
import { summarise } from "./summary.ts";

/**
 * Takes the files of a multipart request and tells what becomes of each, ending with a summary. A file is acknowledged
 * once its bytes are stored and its job is queued; from then on it is ingested whether or not anybody listens.
 */
export async function* ingest(
  context: RagContext,
  request: Request,
  options: { force: boolean; requestId: string },
): AsyncGenerator<IngestEvent> {
  const events = asyncQueue<IngestEvent>();
  const waiting: Promise<DocumentEvent>[] = [];
  const reading = (async () => {
    try {
      for await (const part of fileParts(request)) {
        const outcome = await accept(context, part, options.force, events.push);
        events.push({ event: "progress", path: part.path, step: "received" });
        waiting.push(outcome.done.then((event) => (events.push(event), event)));
      }
    } catch (error) {
      events.push({ event: "error", ...toProblem(toMorganError(error), options.requestId) });
    }
    events.push(summarise(await Promise.all(waiting)));
  })();
  reading.then(events.end, events.fail);
  yield* events.values();
}

/** Stores one file and queues its job. `done` resolves with how it ended. */
async function accept(
  context: RagContext,
  part: FilePart,
  force: boolean,
  report: (event: IngestEvent) => void,
): Promise<{ done: Promise<DocumentEvent> }> {
  const { path } = part;
  const limit = context.settings.max_file_mb * 1024 * 1024;
  try {
    requirePath(path);
    const { key, size } = await context.objects.putContent(DOCUMENTS_BUCKET, atMost(part.bytes, limit, path));
    const contentKey = `${key}:${typeByName(path) ?? "unknown"}`;
    const known = await knownOutcome(context, path, contentKey, force);
    if (known) return { done: Promise.resolve(known) };
    return await queueDocument(context, { path, key, size, contentKey }, report);
  } catch (error) {
    const known = toMorganError(error);
    // A full disk or a broken store ends the request; a wrong file ends only itself.
    if (known.code !== "too_large" && known.code !== "invalid_input") throw error;
    await part.skip();
    return { done: Promise.resolve(failedEvent(path, known)) };
  }
}

/** Longest path in bytes of UTF-8: PostgreSQL's B-trees hold no longer entries (2,704 bytes). */
const PATH_BYTES = 2600;

function requirePath(path: string): void {
  const refuse = (what: string) =>
    new MorganError("invalid_input", `Its path ${what}.`, {
      hint: "Give it another name, or move it.",
      details: { reason: "path" },
    });
  if (path.includes("\0")) throw refuse("holds a NUL character");
  if (new TextEncoder().encode(path).length > PATH_BYTES) {
    throw refuse(`is longer than ${PATH_BYTES.toLocaleString("en")} bytes`);
  }
}

/** What is known without reading the file: unchanged since last time, or failed before for a reason of its own. */
async function knownOutcome(
  context: RagContext,
  path: string,
  contentKey: string,
  force: boolean,
): Promise<DocumentEvent | undefined> {
  if (force) return undefined;
  const { rows } = await repositories(context.database.db).documents.list({
    where: { path, content_key: contentKey },
  });
  const completed = rows.find((row) => row.ingestion_status === "completed");
  if (completed) {
    const { id, chunk_count: chunks } = completed;
    context.metrics.documents.inc({ status: "unchanged" });
    return { event: "document", path, status: "unchanged", document_id: id, chunks, embeddings: 0 };
  }
  // What failed for want of space or of a service, not for a reason of its own, is tried again.
  const failed = rows.find((row) => row.ingestion_status === "failed" && isOwnReason(row.failure_reason));
  if (!failed) return undefined;
  return {
    event: "document",
    path,
    status: "failed",
    document_id: failed.id,
    reason: failed.failure_reason ?? "unknown",
    message: failed.failure_message ?? "It failed before.",
    ...(typeof failed.metadata.hint === "string" ? { hint: failed.metadata.hint } : {}),
    chunks: 0,
    embeddings: 0,
  };
}

function isOwnReason(reason: string | null): boolean {
  return isFailureReason(reason) || reason === "crash";
}

interface Arrival {
  path: string;
  key: string;
  size: number;
  contentKey: string;
}

/**
 * Stores row and job in one transaction. A version of the same content that is under way is waited for; one that waits
 * or failed under the same path is replaced.
 */
async function queueDocument(
  context: RagContext,
  { path, key, size, contentKey }: Arrival,
  report: (event: IngestEvent) => void,
): Promise<{ done: Promise<DocumentEvent> }> {
  const done = Promise.withResolvers<DocumentEvent>();
  const follow = (id: string) => {
    const listening = context.events.listen(id, (event) => {
      if (event.event === "progress") return report(event);
      listening[Symbol.dispose]();
      done.resolve(event);
    });
  };
  const id = newId();
  const failed: DocumentRow[] = [];
  const underWay = await context.database.transaction(async (tx): Promise<string | undefined> => {
    const { documents } = repositories(tx);
    const { rows } = await documents.list({ where: { path } });
    const same = rows.find((row) => row.content_key === contentKey && isUnderWay(row));
    if (same) return same.id;
    for (const row of rows) {
      if (row.ingestion_status === "completed") continue;
      await documents.markDeleted({ id: [row.id] });
      if (row.ingestion_status === "failed") failed.push(row);
    }
    follow(id);
    await documents.insert({
      id,
      filename: basename(path),
      path,
      file_type: typeByName(path) ?? "unknown",
      file_size: size,
      object_key: key,
      content_key: contentKey,
      ingestion_status: "pending",
      chunk_count: 0,
    });
    await context.jobs.enqueue(INGEST_QUEUE, { document_id: id }, { tx });
  });
  // What was under way is cleared up by its job.
  for (const row of failed) await forgetContent(context, row);
  if (underWay !== undefined) {
    follow(underWay);
    // It may have ended between the look and the listening.
    const ended = await knownOutcome(context, path, contentKey, false);
    if (ended) done.resolve(ended);
  }
  return { done: done.promise };
}

function isUnderWay(row: DocumentRow): boolean {
  return row.ingestion_status === "pending" || row.ingestion_status === "processing";
}

/** Passes bytes on and throws `too_large` once there are more than `limit`. */
async function* limited(bytes: AsyncIterable<Uint8Array>, limit: number, path: string) {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) {
      throw new MorganError("too_large", `${path} is larger than ${limit / 1024 / 1024} MB.`, {
        hint: "Split it, or raise ingest.max_file_mb.",
        details: { reason: "too_large" },
      });
    }
    yield chunk;
  }
}

function atMost(bytes: AsyncIterable<Uint8Array>, limit: number, path: string): ReadableStream<Uint8Array> {
  return ReadableStream.from(limited(bytes, limit, path));
}

function failedEvent(path: string, error: MorganError): DocumentEvent {
  return {
    event: "document",
    path,
    status: "failed",
    reason: String(error.details?.reason ?? error.code),
    message: error.message,
    ...(error.hint ? { hint: error.hint } : {}),
    chunks: 0,
    embeddings: 0,
  };
}
