import { sql } from "kysely";
import type { z } from "zod";
import type { SaidSearchRequest, SaidSearchResponse } from "../../rag/said/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Recalled } from "../conversation/contract.ts";
import { messageParts } from "./parts.ts";

/** An earlier message that was found again. */
export interface RecalledMessage extends Recalled {
  conversation_id: string;
  dense?: number | undefined;
  lexical?: number | undefined;
}

/** What was found again for a query. */
export interface Recall extends Pick<SaidSearchResponse, "terms" | "model"> {
  /** Best first, each once with the part that fits best. */
  messages: RecalledMessage[];
}

/** Earlier messages that fit a query. What was deleted is not among them, whatever the index still holds. */
export async function recall(
  { database, rag }: Pick<CoreContext, "database" | "rag">,
  request: z.input<typeof SaidSearchRequest>,
  signal?: AbortSignal,
): Promise<Recall> {
  const { hits, ...found } = await rag.said.search({ ...request, limit: request.limit * 2 }, signal);
  const best = hits.filter((hit, i) =>
    hits.findIndex(({ message_id }) => message_id === hit.message_id) === i
  ).slice(0, request.limit);
  if (best.length === 0) return { ...found, messages: [] };
  const rows = await database.db.selectFrom("messages")
    .innerJoin("conversations", "conversations.id", "messages.conversation_id")
    .select([
      "messages.id",
      "messages.role",
      "messages.content",
      "messages.timestamp",
      "conversations.session_id",
    ])
    .leftJoin(
      "messages as reply",
      (join) => join.on(sql`reply.id::text`, "=", sql`messages.metadata ->> 'reply'`),
    )
    // What was said in danger answers nothing else.
    .where(sql`reply.metadata ->> 'unquoted'`, "is", null)
    .where("messages.id", "in", best.map(({ message_id }) => message_id))
    .where("conversations.user_id", "=", request.user_id)
    .where("messages.deleted_at", "is", null).where("conversations.deleted_at", "is", null).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const messages = best.flatMap(({ part, ...hit }) => {
    const row = byId.get(hit.message_id);
    const text = row && messageParts(row.content)[part];
    if (!text || (row.role !== "user" && row.role !== "assistant")) return [];
    const { session_id, role } = row;
    return [{ ...hit, session_id, role, date: row.timestamp.toISOString(), text }];
  });
  return { ...found, messages };
}
