import type { RagContext } from "./context.ts";
import { INGEST_QUEUE } from "./context.ts";

/** Queues completed documents that an index lost, or never had, to be indexed again. Returns how many. */
export async function recoverIndex(context: RagContext): Promise<number> {
  let queued = 0;
  for (const contentKey of context.catalog.contentKeys()) {
    const [entry] = context.catalog.withContent(contentKey);
    if (!entry || context.indexes.active.holds(contentKey)) continue;
    await context.jobs.enqueue(INGEST_QUEUE, { document_id: entry.id });
    queued++;
  }
  return queued;
}
