import type { Sql } from "../../../lib/db/mod.ts";
import type { Turn } from "./turn.ts";

/** What the user said and what was answered. */
export interface Exchange {
  user: string;
  /** Empty where there is no answer. */
  assistant: string;
  /** When the user said it. */
  date: Date;
  /** Of the last message of it. */
  until: Date;
  message_ids: string[];
  /** The standalone question that was searched for, if it was another than `user`. */
  query?: string;
}

/** What was said in a conversation before this turn. */
export interface History {
  /** Tells what came before `turns`. */
  summary: string | null;
  /** Oldest first. */
  turns: Exchange[];
  /** What the user's own program asks of the model. */
  instructions?: string;
}

/** Nothing was said before. */
export const NO_HISTORY: History = { summary: null, turns: [] };

/** Turns that are read: more than any window holds. */
const MOST_MESSAGES = 1000;

/** The conversation so far, without the turn that is being answered. */
export async function loadHistory(
  db: Sql,
  turn: Pick<Turn, "conversation" | "user_message_id" | "message_id">,
): Promise<History> {
  const { conversation } = turn;
  if (!conversation) return { summary: null, turns: [] };
  const since = summarisedTo(conversation.metadata);
  let select = db.selectFrom("messages").select(["id", "role", "content", "timestamp", "metadata"])
    .where("conversation_id", "=", conversation.id).where("deleted_at", "is", null)
    .where("role", "in", ["user", "assistant"])
    .where("id", "not in", [turn.user_message_id, turn.message_id])
    .orderBy("timestamp", "desc").orderBy("id", "desc").limit(MOST_MESSAGES);
  if (since) select = select.where("timestamp", ">", since);
  const rows = (await select.execute()).reverse();
  const turns: Exchange[] = [];
  for (const { id, role, content, timestamp, metadata } of rows) {
    const last = turns.at(-1);
    if (role === "user" || !last) {
      turns.push({
        user: role === "user" ? content : "",
        assistant: role === "user" ? "" : content,
        date: timestamp,
        until: timestamp,
        message_ids: [id],
      });
      continue;
    }
    last.assistant = last.assistant === "" ? content : `${last.assistant}\n${content}`;
    last.until = timestamp;
    last.message_ids.push(id);
    if (typeof metadata.query === "string") last.query = metadata.query;
  }
  return { summary: conversation.context_summary, turns };
}

/** When the last message was said that the summary tells of. */
export function summarisedTo(metadata: Record<string, unknown>): Date | undefined {
  return typeof metadata.summarised_to === "string" ? new Date(metadata.summarised_to) : undefined;
}
