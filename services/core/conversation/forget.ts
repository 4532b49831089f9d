import { sql } from "kysely";
import { repositories, type Sql } from "../../../lib/db/mod.ts";
import type { JobQueue } from "../../../lib/jobs/mod.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import { QUOTES_QUEUE, QuotesJob } from "../../rag/contract.ts";
import type { CoreContext } from "../context.ts";
import { storeSaid } from "../said/jobs.ts";
import { removedAnswer } from "./withdrawn.ts";

/** Starts to work on what rag tells of deleted documents. */
export function startForgettingQuotes(context: CoreContext, jobs: JobQueue): void {
  const log = serviceLogger("core");
  jobs.work(QUOTES_QUEUE, {
    onJob: ({ data }) => forgetQuotes(context, QuotesJob.parse(data)),
    async onError({ data }, error, final) {
      log.error("what was quoted of a deleted document is not removed yet", { final, ...errorFields(error) });
      // It is never given up.
      if (final) await jobs.enqueue(QUOTES_QUEUE, data);
    },
  });
}

/**
 * Takes answers that quote deleted documents, or their former versions, out of the history, and answers that quoted those: rows,
 * summaries, the index of what was said, and the copies in files. Done again, it finds what it removed and ends what a kill left.
 */
export async function forgetQuotes(context: CoreContext, { documents, at }: QuotesJob): Promise<void> {
  const removed = await context.database.transaction(async (tx) => {
    const removed = await removeAnswers(tx, documents, new Date(at));
    await storeSaid(context, tx, [...removed.keys()]);
    return removed;
  });
  for (const id of new Set(removed.values())) {
    await context.mirror.write(id);
  }
}

/** Erases the answers and the summaries that may tell of them. Returns each answer's conversation. */
async function removeAnswers(
  tx: Sql,
  documents: QuotesJob["documents"],
  at: Date,
): Promise<Map<string, string>> {
  const removed = new Map<string, string>();
  for (const { id, path } of documents) {
    const found = [
      ...await citing(tx, { sources: [{ document_id: id }] }),
      ...await citing(tx, { nearest: [{ document_id: id }] }),
      ...await citing(tx, { removed_with: [id] }),
      // A former version had another id.
      ...await citing(tx, { sources: [{ path }] }, at),
      ...await citing(tx, { nearest: [{ path }] }, at),
      ...await citing(tx, { drawn_on: [path] }, at),
    ];
    while (found.length > 0) {
      const answer = found.pop();
      if (!answer || removed.has(answer.id)) continue;
      removed.set(answer.id, answer.conversation_id);
      await repositories(tx).messages.update(answer.id, removedAnswer([id]));
      found.push(...await citing(tx, { recalled: [{ message_id: answer.id }] }));
    }
  }
  for (const id of new Set(removed.values())) {
    const conversation = await repositories(tx).conversations.find(id);
    if (!conversation) continue;
    const { summarised_to: _, ...metadata } = conversation.metadata;
    // The summary may tell what the answers told; it is made anew from what is left.
    await repositories(tx).conversations.update(id, { context_summary: null, metadata });
  }
  return removed;
}

/** Messages whose metadata holds `what`, of those that were said until `until`. */
async function citing(
  tx: Sql,
  what: object,
  until?: Date,
): Promise<{ id: string; conversation_id: string }[]> {
  let query = tx.selectFrom("messages").select(["id", "conversation_id"])
    .where("deleted_at", "is", null)
    .where(sql<boolean>`metadata @> ${JSON.stringify(what)}::jsonb`);
  if (until) query = query.where("timestamp", "<=", until);
  return await query.execute();
}
