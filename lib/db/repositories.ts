import type { Sql } from "./database.ts";
import { type Clock, type Repository, repository } from "./repository.ts";
import type { TableName } from "./schema.ts";

/** A repository per table. */
export type Repositories = { [T in TableName]: Repository<T> };

/** All repositories over a database or a transaction: `repositories(tx).messages.insert(…)`. */
export function repositories(db: Sql, now?: Clock): Repositories {
  return {
    conversations: repository(db, "conversations", now),
    messages: repository(db, "messages", now),
    emotional_states: repository(db, "emotional_states", now),
    emotion_patterns: repository(db, "emotion_patterns", now),
    emotion_triggers: repository(db, "emotion_triggers", now),
    documents: repository(db, "documents", now),
    document_chunks: repository(db, "document_chunks", now),
    user_preferences: repository(db, "user_preferences", now),
    behavioral_patterns: repository(db, "behavioral_patterns", now),
    feedback: repository(db, "feedback", now),
  };
}
