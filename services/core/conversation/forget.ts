import { sql } from "kysely";
import { repositories } from "../../../lib/db/mod.ts";
import type { CoreContext } from "../context.ts";
import { mirrorConversation } from "./mirror.ts";

/** What stands in the history in place of an answer whose documents were deleted. */
const REMOVED = "(This answer was drawn from a document that has been deleted.)";

/**
 * Takes answers that quote deleted documents out of the history, and answers that quoted those: rows, summaries, the index
 * of what was said, and the copies in files.
 */
export async function forgetQuotes(context: CoreContext, documentIds: readonly string[]): Promise<void> {
  const conversations = new Set<string>();
  const removed: string[] = [];
  for (const id of documentIds) {
    await forget({ sources: [{ document_id: id }] });
    await forget({ nearest: [{ document_id: id }] });
  }
  for (let i = 0; i < removed.length; i++) await forget({ recalled: [{ message_id: removed[i] ?? "" }] });
  if (removed.length === 0) return;
  await context.memory.remove(removed);
  const { db } = context.database;
  for (const id of conversations) {
    const conversation = await repositories(db).conversations.find(id);
    if (!conversation) continue;
    const { summarised_to: _, ...metadata } = conversation.metadata;
    // The summary may tell what the answers told; it is made anew from what is left.
    await repositories(db).conversations.update(id, { context_summary: null, metadata });
    await mirrorConversation(db, context.conversations, id);
  }

  async function forget(cites: object): Promise<void> {
    const { db } = context.database;
    const rows = await db.selectFrom("messages").select(["id", "conversation_id"])
      .where(sql<boolean>`metadata @> ${JSON.stringify(cites)}::jsonb`).execute();
    for (const row of rows) {
      await repositories(db).messages.update(row.id, { content: REMOVED, metadata: { removed: true } });
      removed.push(row.id);
      conversations.add(row.conversation_id);
    }
  }
}
