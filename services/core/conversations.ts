import { sql } from "kysely";
import { type Database, newId, repositories } from "../../lib/db/mod.ts";
import type { TextRequest, TextResponse } from "./contract.ts";

/** What stands in the history in place of an answer whose documents were deleted. */
const REMOVED = "(This answer was drawn from a document that has been deleted.)";

/** Stores a question and its answer under their session, made if it is new, in one transaction. */
export async function saveExchange(
  database: Database,
  request: Pick<TextRequest, "text" | "user_id">,
  response: TextResponse,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { conversations, messages } = repositories(tx);
    const where = { user_id: request.user_id, session_id: response.session_id };
    const known = (await conversations.list({ where, limit: 1 })).rows[0];
    const conversation = known ?? await conversations.insert(where);
    const now = Date.now();
    await messages.insert({
      conversation_id: conversation.id,
      role: "user",
      content: request.text,
      timestamp: new Date(now),
    });
    await messages.insert({
      id: response.message_id,
      conversation_id: conversation.id,
      role: "assistant",
      content: response.answer,
      // One millisecond later, so that the order of a conversation is the order of its times.
      timestamp: new Date(now + 1),
      tokens_used: response.usage?.completion_tokens ?? null,
      metadata: {
        answered: response.answered,
        degraded: response.degraded,
        model: response.model ?? null,
        sources: response.sources.map(({ n, document_id, chunk_id, path, quote }) => ({
          n,
          document_id,
          chunk_id,
          path,
          quote,
        })),
      },
    });
  });
}

/** Ids for an answer before it is stored. */
export function newMessage(sessionId: string | undefined): { session_id: string; message_id: string } {
  return { session_id: sessionId ?? newId(), message_id: newId() };
}

/** Takes answers that quote deleted documents out of the history. */
export async function forgetQuotes(database: Database, documentIds: readonly string[]): Promise<void> {
  for (const id of documentIds) {
    const cites = JSON.stringify({ sources: [{ document_id: id }] });
    const rows = await database.db.selectFrom("messages").select("id")
      .where(sql<boolean>`metadata @> ${cites}::jsonb`).execute();
    const { messages } = repositories(database.db);
    for (const row of rows) await messages.update(row.id, { content: REMOVED, metadata: { removed: true } });
  }
}
