import { basename } from "node:path";
import { type DocumentRow, lockName, newId, repositories, type Sql } from "../../lib/db/mod.ts";
import { typeByName } from "../../lib/documents/mod.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import { toProblem } from "../../lib/http/mod.ts";
import { DOCUMENTS_BUCKET, type StagedObject } from "../../lib/objects/mod.ts";
import { INGEST_QUEUE, type RagContext } from "./context.ts";
import type { DocumentEvent, IngestEvent } from "./contract.ts";
import { lockContent } from "./forget.ts";
import { type FilePart, fileParts } from "./multipart.ts";
import { isOwnReason } from "./outcome.ts";
import { asyncQueue } from "./queue.ts";
import { type Removal, removeDocuments, settleRemoval } from "./removal.ts";
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
      if (waiting.length === 0) throw noFiles();
    } catch (error) {
      events.push({ event: "error", ...toProblem(toMorganError(error), options.requestId) });
    }
    events.push(summarise(await Promise.all(waiting)));
  })();
  reading.then(events.end, events.fail);
  yield* events.values();
}

function noFiles(): MorganError {
  return new MorganError("invalid_input", "The request holds no file.", {
    hint: 'Send each file as a part named by its path: curl -F "file=@a.md;filename=notes/a.md".',
  });
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
    await using staged = await context.objects.stage(DOCUMENTS_BUCKET, atMost(part.bytes, limit, path));
    return await queueDocument(context, path, staged, force, report);
  } catch (error) {
    const known = toMorganError(error);
    // A full disk or a broken store ends the request; a wrong file ends only itself.
    if (known.code !== "too_large" && known.code !== "invalid_input") throw error;
    await part.skip();
    if (known.code === "too_large") await removeUnread(context, path);
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

/** A file that has grown beyond the limit is not what was read of it. */
async function removeUnread(context: RagContext, path: string): Promise<void> {
  const removal = await context.database.transaction(async (tx) => {
    await lockPath(tx, path);
    const { rows } = await repositories(tx).documents.list({ where: { path } });
    return await removeDocuments(context, tx, rows.map(({ id }) => id));
  });
  await settleRemoval(context, removal);
}

/** Two uploads of one path follow one another. It is taken before `lockContent`. */
async function lockPath(tx: Sql, path: string): Promise<void> {
  await lockName(tx, `path ${path}`);
}

/** What is known of a version without reading it again: unchanged since last time, or failed before for a reason of its own. */
function knownOutcome(path: string, row: DocumentRow): DocumentEvent | undefined {
  const { id, ingestion_status: status, chunk_count: chunks, failure_reason, failure_message } = row;
  if (status === "completed") {
    return { event: "document", path, status: "unchanged", document_id: id, chunks, embeddings: 0 };
  }
  // What failed for want of space or of a service, not for a reason of its own, is tried again.
  if (status !== "failed" || !isOwnReason(failure_reason)) return undefined;
  return {
    event: "document",
    path,
    status: "failed",
    document_id: id,
    reason: failure_reason ?? "unknown",
    message: failure_message ?? "It failed before.",
    ...(typeof row.metadata.hint === "string" ? { hint: row.metadata.hint } : {}),
    chunks: 0,
    embeddings: 0,
  };
}

/** What a file came upon: it is known, it is being read already, or it has a row and a job of its own now. */
type Arrived = { known: DocumentEvent } | { id: string };

/**
 * Stores bytes, row and job: from then on the file is acknowledged. A version of the same content that is under way is waited
 * for; other versions of the path that wait, are being read or failed are replaced, and the work on them ends.
 */
async function queueDocument(
  context: RagContext,
  path: string,
  staged: StagedObject,
  force: boolean,
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
  const { key, size } = staged;
  const type = typeByName(path) ?? "unknown";
  const content_key = `${key}:${type}`;
  // The long part, while nobody waits for it.
  await staged.store();
  const { arrived, removal } = await context.database.transaction(
    async (tx): Promise<{ arrived: Arrived; removal: Removal }> => {
      await lockPath(tx, path);
      await lockContent(tx, key);
      const { documents } = repositories(tx);
      const { rows } = await documents.list({ where: { path } });
      const same = rows.filter((row) => row.content_key === content_key);
      const known = force ? undefined : same.map((row) => knownOutcome(path, row)).find(Boolean);
      const underWay = known ? undefined : same.find(isUnderWay);
      const kept = known?.document_id ?? underWay?.id;
      // The version that is searched stays until the new one is read, unless the new one is known to be unreadable.
      const goes = (row: DocumentRow) => row.ingestion_status !== "completed" || known?.status === "failed";
      const removal = await removeDocuments(
        context,
        tx,
        rows.filter((row) => row.id !== kept && goes(row)).map((row) => row.id),
      );
      if (known) return { arrived: { known }, removal };
      if (underWay) {
        follow(underWay.id);
        return { arrived: { id: underWay.id }, removal };
      }
      // A deletion may have taken the bytes since; from here on it sees the row.
      await staged.store();
      const id = newId();
      follow(id);
      await documents.insert({
        id,
        filename: basename(path),
        path,
        file_type: type,
        file_size: size,
        object_key: key,
        content_key,
        ingestion_status: "pending",
        chunk_count: 0,
      });
      await context.jobs.enqueue(INGEST_QUEUE, { document_id: id }, { tx });
      return { arrived: { id }, removal };
    },
  );
  await settleRemoval(context, removal);
  if ("known" in arrived) {
    if (arrived.known.status === "unchanged") context.metrics.documents.inc({ status: "unchanged" });
    return { done: Promise.resolve(arrived.known) };
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
