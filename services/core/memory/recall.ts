import { sql } from "kysely";
import { type MessageRow, repositories } from "../../../lib/db/mod.ts";
import type { CoreContext } from "../context.ts";
import type { Recalled } from "../conversation/contract.ts";
import type { MessageSearch } from "./index.ts";
import { messageParts } from "./parts.ts";

/** An earlier message that was found again. */
export interface RecalledMessage extends Recalled {
  conversation_id: string;
  dense?: number;
  lexical?: number;
}

/** Earlier messages that fit a query, best first, each once with the part that fits best. */
export async function recall(
  context: Pick<CoreContext, "database" | "memory">,
  query: string,
  options: MessageSearch,
  signal?: AbortSignal,
): Promise<RecalledMessage[]> {
  const hits = await context.memory.search(query, { ...options, limit: options.limit * 2 }, signal);
  const best = hits.filter((hit, i) =>
    hits.findIndex(({ message_id }) => message_id === hit.message_id) === i
  )
    .slice(0, options.limit);
  if (best.length === 0) return [];
  const { db } = context.database;
  const rows = await db.selectFrom("messages")
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
    .where("messages.deleted_at", "is", null).where("conversations.deleted_at", "is", null).execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return best.flatMap(({ part, ...hit }) => {
    const row = found.get(hit.message_id);
    const text = row && messageParts(row.content)[part];
    if (!text || (row.role !== "user" && row.role !== "assistant")) return [];
    const { session_id, role } = row;
    return [{ ...hit, session_id, role, date: row.timestamp.toISOString(), text }];
  });
}

/** Adds every message to the index that it has not, and removes what is no longer said: after a start, and after the model has changed. */
export async function recoverMemory(
  { database, memory }: Pick<CoreContext, "database" | "memory">,
): Promise<void> {
  const { messages } = repositories(database.db);
  const users = new Map<string, string>();
  const last = new Map<string, MessageRow>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof messages.list>> = await messages.list({
      where: { role: ["user", "assistant"] },
      order: { column: "timestamp", direction: "asc" },
      limit: 1000,
      ...(cursor === null ? {} : { cursor }),
    });
    const unknown = [...new Set(page.rows.map((row) => row.conversation_id))].filter((id) => !users.has(id));
    if (unknown.length > 0) {
      const owners = await database.db.selectFrom("conversations").select(["id", "user_id"])
        .where("id", "in", unknown).where("deleted_at", "is", null).execute();
      for (const { id, user_id } of owners) users.set(id, user_id);
    }
    memory.add(page.rows.flatMap((row) => {
      const { id, conversation_id, content } = row;
      const before = last.get(conversation_id);
      last.set(conversation_id, row);
      const user_id = users.get(conversation_id);
      if (user_id === undefined || !isMemorable(row)) return [];
      return [{ message_id: id, conversation_id, user_id, text: content, before: contextOf(before) }];
    }));
    cursor = page.next;
  } while (cursor !== null);
  await memory.prune();
}

/**
 * What a message that came after `row` may be found by. Nothing of an answer with sources: its documents may be deleted,
 * and then nothing of them may be left.
 */
export function contextOf(
  row: Pick<MessageRow, "role" | "content" | "metadata"> | undefined,
): string | undefined {
  if (!row) return undefined;
  const { sources, recalled } = row.metadata;
  const quotes = [sources, recalled].some((list) => Array.isArray(list) && list.length > 0);
  return row.role === "user" || !quotes ? row.content : undefined;
}

/** What was said: no answer that found nothing, that repeats an earlier turn, or that only acknowledges one. */
export function isMemorable(
  { role, metadata }: { role: string; metadata: Record<string, unknown> },
): boolean {
  if (role === "user") return true;
  const { state, answered, recalled, sources, model } = metadata;
  const tells = (Array.isArray(sources) && sources.length > 0) || typeof model === "string";
  return state === "complete" && answered === true && recalled === undefined && tells;
}
