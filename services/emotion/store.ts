/** All reading and writing of emotional rows: nothing else touches emotional_states, emotion_patterns and emotion_triggers. */
import { type Database, type JsonObject, repositories } from "../../lib/db/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import type { Emotion } from "./contract.ts";
import type { Pattern } from "./patterns.ts";
import type { State } from "./state.ts";
import type { Trigger } from "./triggers.ts";

/** States that one analysis reads at most, the latest. */
const MOST = 2000;

/** Stores what a user's message shows; a message that was stored before is not stored twice. Throws `not_found` for an unknown message. */
export async function saveState(database: Database, messageId: string, emotion: Emotion): Promise<void> {
  const { confidence, intensity, valence, arousal, dominance } = emotion;
  const place = { confidence, intensity, valence, arousal, dominance };
  const row = { emotion_type: emotion.emotion, ...place, metadata: metadataOf(emotion) };
  await database.transaction(async (tx) => {
    const { messages, emotional_states } = repositories(tx);
    if (!await messages.find(messageId)) {
      throw new MorganError("not_found", `There is no message ${messageId}.`, {
        hint: "Give the id of a message that is stored.",
      });
    }
    const { rows: [known] } = await emotional_states.list({ where: { message_id: messageId }, limit: 1 });
    if (known) await emotional_states.update(known.id, row);
    else await emotional_states.insert({ message_id: messageId, ...row });
  });
}

function metadataOf({ plutchik, mixed, others, model }: Emotion): JsonObject {
  return {
    plutchik: { ...plutchik },
    mixed: mixed.map(({ emotion, confidence }) => ({ emotion, confidence })),
    others: others.map(({ who, emotion }) => ({ who, emotion })),
    model,
  };
}

/** A user's states since then, the oldest first: the latest two thousand. */
export async function statesOf({ db }: Database, userId: string, since: Date): Promise<State[]> {
  const rows = await db.selectFrom("emotional_states")
    .innerJoin("messages", "messages.id", "emotional_states.message_id")
    .innerJoin("conversations", "conversations.id", "messages.conversation_id")
    .where("conversations.user_id", "=", userId)
    .where("emotional_states.deleted_at", "is", null)
    .where("messages.deleted_at", "is", null)
    .where("messages.timestamp", ">=", since)
    .orderBy("messages.timestamp", "desc").orderBy("messages.id", "desc").limit(MOST)
    .select([
      "messages.timestamp",
      "messages.conversation_id",
      "messages.content",
      "emotional_states.message_id",
      "emotional_states.emotion_type",
      "emotional_states.confidence",
      "emotional_states.intensity",
      "emotional_states.valence",
      "emotional_states.arousal",
      "emotional_states.dominance",
    ]).execute();
  return rows.reverse().map((row) => ({
    at: row.timestamp,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    emotion: row.emotion_type,
    confidence: row.confidence,
    intensity: row.intensity,
    valence: row.valence ?? 0,
    arousal: row.arousal ?? 0,
    dominance: row.dominance ?? 0,
    text: row.content,
  }));
}

/** Puts these patterns and triggers in place of a user's earlier ones, all or none. */
export async function saveFindings(
  database: Database,
  userId: string,
  { patterns, triggers }: { patterns: readonly Pattern[]; triggers: readonly Trigger[] },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { emotion_patterns, emotion_triggers } = repositories(tx);
    await tx.deleteFrom("emotion_patterns").where("user_id", "=", userId).execute();
    await tx.deleteFrom("emotion_triggers").where("user_id", "=", userId).execute();
    await emotion_patterns.insertMany(patterns.map(({ type, emotion, frequency, intensity, detail }) => ({
      user_id: userId,
      pattern_type: type,
      frequency,
      intensity_avg: Math.min(1, intensity),
      context_metadata: { emotion, ...detail },
    })));
    await emotion_triggers.insertMany(triggers.map(({ keyword, emotion, frequency, last, z }) => ({
      user_id: userId,
      trigger_keyword: keyword,
      emotion_type: emotion,
      frequency,
      last_triggered: last,
      metadata: { z },
    })));
  });
}

/** Erases a user's states of messages before `before`, or all; returns how many. Patterns and triggers go with all. */
export async function eraseStates(database: Database, userId: string, before?: Date): Promise<number> {
  return await database.transaction(async (tx) => {
    const mine = tx.selectFrom("messages").innerJoin(
      "conversations",
      "conversations.id",
      "messages.conversation_id",
    )
      .where("conversations.user_id", "=", userId).select("messages.id");
    const chosen = before ? mine.where("messages.timestamp", "<", before) : mine;
    const deleted = await tx.deleteFrom("emotional_states").where("message_id", "in", chosen).returning("id")
      .execute();
    if (!before) {
      await tx.deleteFrom("emotion_patterns").where("user_id", "=", userId).execute();
      await tx.deleteFrom("emotion_triggers").where("user_id", "=", userId).execute();
    }
    return deleted.length;
  });
}
