/** All reading and writing of emotional rows: nothing else touches emotional_states, emotion_patterns and emotion_triggers. */
import { z } from "zod";
import type { Keyring } from "../../lib/crypto/mod.ts";
import {
  type Database,
  holdRow,
  type JsonObject,
  lockName,
  newId,
  openValue,
  repositories,
  sealTrigger,
  sealValue,
  type Sql,
} from "../../lib/db/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { Emotion, Feeling } from "./contract.ts";
import type { Pattern } from "./patterns.ts";
import type { State } from "./state.ts";
import type { Trigger } from "./triggers.ts";

/** States that one analysis reads at most, the latest. */
const MOST = 2000;
/** Stands in columns that would tell a feeling: it lies in the sealed column alone. */
const SEALED = "sealed";

/** What is kept of a feeling, sealed. */
const StateData = Feeling.extend({
  model: Emotion.shape.model,
  others: z.array(z.object({ who: z.string(), emotion: z.string() })),
});

/** What the sealed columns leave to the others: nothing that tells how somebody feels. */
const CLOSED = {
  emotion_type: SEALED,
  confidence: 0,
  intensity: 0,
  valence: null,
  arousal: null,
  dominance: null,
};

/**
 * Stores what a user's message shows; a message that was stored before is not stored twice. Throws `not_found` for an unknown message, `storage`
 * where the key is lost.
 */
export async function saveState(
  database: Database,
  keyring: Keyring,
  messageId: string,
  emotion: Emotion,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { emotional_states } = repositories(tx);
    await lockName(tx, `feelings of message ${messageId}`);
    // Whoever deletes the message meanwhile waits, and then finds its state.
    if (!await holdRow(tx, "messages", messageId)) {
      throw new MorganError("not_found", `There is no message ${messageId}.`, {
        hint: "Give the id of a message that is stored.",
      });
    }
    const { rows: [known] } = await emotional_states.list({ where: { message_id: messageId }, limit: 1 });
    const id = known?.id ?? newId();
    // Sealed within the transaction: a rotation that begins meanwhile looks at the rows after it.
    const metadata = await sealValue(keyring, "emotional_states", id, json(StateData.parse(emotion)));
    if (known) await emotional_states.update(id, { ...CLOSED, metadata });
    else await emotional_states.insert({ id, message_id: messageId, ...CLOSED, metadata });
  });
}

/**
 * A user's states since then, the oldest first: the latest two thousand. Throws `storage` where the key is lost or is another, also if there are
 * none.
 */
export async function statesOf(
  { db }: Database,
  keyring: Keyring,
  userId: string,
  since: Date,
): Promise<State[]> {
  keyring.state();
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
      "emotional_states.id",
      "emotional_states.message_id",
      "emotional_states.metadata",
    ]).execute();
  return await Promise.all(
    rows.reverse().map(async (row) => {
      const sealed = await openValue(keyring, "emotional_states", row.id, row.metadata);
      const { emotion, confidence, intensity, valence, arousal, dominance } = StateData.parse(sealed);
      return {
        at: row.timestamp,
        conversationId: row.conversation_id,
        messageId: row.message_id,
        emotion,
        confidence,
        intensity,
        valence,
        arousal,
        dominance,
        text: row.content,
      };
    }),
  );
}

/** Puts these patterns and triggers in place of a user's earlier ones, all or none. */
export async function saveFindings(
  database: Database,
  keyring: Keyring,
  userId: string,
  { patterns, triggers }: { patterns: readonly Pattern[]; triggers: readonly Trigger[] },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { emotion_patterns, emotion_triggers } = repositories(tx);
    await lockName(tx, `findings of user ${userId}`);
    await eraseFindings(tx, userId);
    await emotion_patterns.insertMany(
      await Promise.all(patterns.map(async (pattern) => {
        const id = newId();
        const context_metadata = await sealValue(keyring, "emotion_patterns", id, json(pattern));
        return { id, user_id: userId, pattern_type: SEALED, frequency: 0, context_metadata };
      })),
    );
    await emotion_triggers.insertMany(
      await Promise.all(triggers.map(async ({ keyword, ...trigger }) => ({
        ...await sealTrigger(keyring, newId(), keyword, json(trigger)),
        user_id: userId,
        emotion_type: SEALED,
        frequency: 0,
      }))),
    );
  });
}

/**
 * Erases a user's states of messages before `before`, or all; returns how many. What was found in them goes with them, and is found anew in what
 * is left. Needs no key.
 */
export async function eraseStates(
  database: Database,
  userId: string,
  before?: Date,
): Promise<number> {
  return await database.transaction(async (tx) => {
    const mine = tx.selectFrom("messages").innerJoin(
      "conversations",
      "conversations.id",
      "messages.conversation_id",
    )
      .where("conversations.user_id", "=", userId).select("messages.id");
    const chosen = before ? mine.where("messages.timestamp", "<", before) : mine;
    const deleted = await tx.deleteFrom("emotional_states").where("message_id", "in", chosen)
      .returning("deleted_at").execute();
    await eraseFindings(tx, userId);
    return deleted.filter(({ deleted_at }) => deleted_at === null).length;
  });
}

async function eraseFindings(tx: Sql, userId: string): Promise<void> {
  await tx.deleteFrom("emotion_patterns").where("user_id", "=", userId).execute();
  await tx.deleteFrom("emotion_triggers").where("user_id", "=", userId).execute();
}

function json(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
