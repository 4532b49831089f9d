import type { Sql } from "./database.ts";
import { type Clock, repository } from "./repository.ts";

/** Deletes softly, children with their parents. Give a transaction as `db`: either all rows go or none. */

/**
 * A conversation with its messages, their emotional states and all feedback on them. What was said and felt is erased at once; what was found in
 * the user's feelings is too, to be found anew in what is left. False if it is not there.
 */
export async function deleteConversation(db: Sql, id: string, now?: Clock): Promise<boolean> {
  const conversation = await repository(db, "conversations", now).find(id);
  if (conversation === undefined) return false;
  await repository(db, "conversations", now).markDeleted({ id });
  const messages = await repository(db, "messages", now).markDeleted({ conversation_id: id });
  await repository(db, "feedback", now).markDeleted({ conversation_id: id });
  await deleteOfMessages(db, messages, now);
  await db.updateTable("conversations").set({ context_summary: null, metadata: {} }).where("id", "=", id)
    .execute();
  if (messages.length > 0) {
    await db.updateTable("messages").set({ content: "", metadata: {} }).where("id", "in", messages).execute();
  }
  for (const table of ["emotion_patterns", "emotion_triggers"] as const) {
    await db.deleteFrom(table).where("user_id", "=", conversation.user_id).execute();
  }
  await db.updateTable("feedback").set({ comment: null }).where("conversation_id", "=", id).execute();
  return true;
}

/** A message with its emotional states and feedback. False if it is not there. */
export async function deleteMessage(db: Sql, id: string, now?: Clock): Promise<boolean> {
  const deleted = await repository(db, "messages", now).markDeleted({ id });
  await deleteOfMessages(db, deleted, now);
  return deleted.length > 0;
}

async function deleteOfMessages(db: Sql, messages: string[], now?: Clock): Promise<void> {
  const felt = await repository(db, "emotional_states", now).markDeleted({ message_id: messages });
  if (felt.length > 0) {
    await db.updateTable("emotional_states").set({ metadata: {} }).where("id", "in", felt).execute();
  }
  await repository(db, "feedback", now).markDeleted({ message_id: messages });
}
