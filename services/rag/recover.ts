import type { RagContext } from "./context.ts";
import { INGEST_QUEUE } from "./context.ts";

/** Codes of what answers from the documents lack by the state of the indexes. */
export function degradedBy({ indexes, catalog, recovering }: RagContext): string[] {
  for (const key of recovering) {
    if (indexes.active.holds(key) || catalog.withContent(key).length === 0) recovering.delete(key);
  }
  return [...indexes.degraded, ...(recovering.size > 0 ? [INCOMPLETE] : [])];
}

/** Documents are being indexed again that the indexes have lost. */
export const INCOMPLETE = "index_incomplete";

/** Queues completed documents that an index lost, or never had, to be indexed again. Returns how many. */
export async function recoverIndex(context: RagContext): Promise<number> {
  let queued = 0;
  for (const contentKey of context.catalog.contentKeys()) {
    const [entry] = context.catalog.withContent(contentKey);
    if (!entry || context.indexes.active.holds(contentKey)) continue;
    await context.jobs.enqueue(INGEST_QUEUE, { document_id: entry.id });
    context.recovering.add(contentKey);
    queued++;
  }
  return queued;
}
