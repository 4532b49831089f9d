import { sql } from "kysely";
import type { MessageRow, Sql } from "../../../lib/db/mod.ts";
import type { SaidMessage } from "../../rag/said/contract.ts";
import { messageParts } from "./parts.ts";

/** Parts of a message that are indexed, some 20,000 characters: whoever says more has pasted a document, whose beginning tells what it was. */
const MOST_PARTS = 24;
/** Characters of the message before that are read; the index takes fewer. */
const BEFORE = 500;

/** Those of these messages that are to be found again, each with what it replies to. */
export async function readMemorable(db: Sql, ids: readonly string[]): Promise<SaidMessage[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("messages")
    .innerJoin("conversations", "conversations.id", "messages.conversation_id")
    .leftJoinLateral(
      (from) =>
        from.selectFrom("messages as earlier")
          .select([
            "earlier.role as before_role",
            sql<string>`right(earlier.content, ${BEFORE})`.as("before_content"),
            "earlier.metadata as before_metadata",
          ])
          .whereRef("earlier.conversation_id", "=", "messages.conversation_id")
          .whereRef("earlier.timestamp", "<", "messages.timestamp")
          .where("earlier.role", "in", ["user", "assistant"]).where("earlier.deleted_at", "is", null)
          .orderBy("earlier.timestamp", "desc").orderBy("earlier.id", "desc").limit(1)
          .as("before"),
      (join) => join.onTrue(),
    )
    .select([
      "messages.id",
      "messages.conversation_id",
      "messages.role",
      "messages.content",
      "messages.metadata",
      "conversations.user_id",
      "before.before_role",
      "before.before_content",
      "before.before_metadata",
    ])
    .where("messages.id", "in", ids).where("messages.role", "in", ["user", "assistant"])
    .where("messages.deleted_at", "is", null).where("conversations.deleted_at", "is", null).execute();
  return rows.flatMap((row) => {
    const parts = messageParts(row.content).slice(0, MOST_PARTS);
    if (parts.length === 0 || !isMemorable(row)) return [];
    const { before_role: role, before_content: content, before_metadata: metadata } = row;
    const before = role !== null && content !== null && metadata !== null
      ? contextOf({ role, content, metadata })
      : undefined;
    return [{
      message_id: row.id,
      conversation_id: row.conversation_id,
      user_id: row.user_id,
      parts,
      ...(before === undefined ? {} : { before }),
    }];
  });
}

/** Those of these messages that live and have kept what they said. */
export async function findLiving(db: Sql, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom("messages").select("id").where("id", "in", ids)
    .where("deleted_at", "is", null).where(sql`metadata ->> 'removed'`, "is", null).execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * What a message that came after `row` may be found by. Nothing of an answer with sources: its documents may be deleted,
 * and then nothing of them may be left.
 */
function contextOf({ role, content, metadata }: Pick<MessageRow, "role" | "content" | "metadata">) {
  const { sources, recalled } = metadata;
  const quotes = [sources, recalled].some((list) => Array.isArray(list) && list.length > 0);
  return role === "user" || !quotes ? content : undefined;
}

/** What was said: no answer that found nothing, that repeats an earlier turn, or that only acknowledges one. */
function isMemorable({ role, metadata }: Pick<MessageRow, "role" | "metadata">): boolean {
  if (role === "user") return true;
  const { state, answered, recalled, sources, model } = metadata;
  const tells = (Array.isArray(sources) && sources.length > 0) || typeof model === "string";
  return state === "complete" && answered === true && recalled === undefined && tells;
}
