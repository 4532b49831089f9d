import { sql } from "kysely";
import { z } from "zod";
import type { Keyring } from "../../lib/crypto/mod.ts";
import {
  type BehavioralPatternRow,
  type JsonObject,
  openValue,
  sealValue,
  type Sql,
  type UserPreferenceRow,
} from "../../lib/db/mod.ts";
import { MEMORY_STATES, PreferenceType, Why } from "./contract.ts";
import { Habits } from "./patterns.ts";
import type { Evidence } from "./preferences.ts";

/** How something learned came to its end. */
const Ended = z.object({ state: z.enum(MEMORY_STATES), by: z.string().optional() });

const StoredFactData = z.object({
  attribute: z.string(),
  subject: z.string().optional(),
  value: z.string(),
  single: z.boolean(),
  why: Why,
  also: z.array(Why),
  uses: z.array(z.number()),
  ended: Ended.optional(),
});
const StoredEvidenceData = z.object({
  type: PreferenceType,
  subject: z.string().optional(),
  value: z.string().nullable(),
  weight: z.number(),
  at: z.number(),
  why: Why,
  ended: Ended.optional(),
});

/** A fact as it is kept. */
export type StoredFact = z.infer<typeof StoredFactData> & { id: string; user_id: string };
/** Evidence for a preference as it is kept. */
export type StoredEvidence = Evidence & { user_id: string; ended?: z.infer<typeof Ended> | undefined };

/** Later turns and uses that are kept of a fact. */
const MOST_TURNS = 20;

/** Reads and writes what was learned, sealed. Give a transaction as `db` for all or none. */
export function learned(db: Sql, keyring: Keyring) {
  const time = () => new Date();
  const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

  async function openFact(row: BehavioralPatternRow): Promise<StoredFact> {
    const data = await openValue(keyring, "behavioral_patterns", row.id, row.pattern_data);
    return { ...StoredFactData.parse(data), id: row.id, user_id: row.user_id };
  }
  async function openEvidence(row: UserPreferenceRow): Promise<StoredEvidence> {
    const data = await openValue(keyring, "user_preferences", row.id, row.preference_value);
    return { ...StoredEvidenceData.parse(data), id: row.id, user_id: row.user_id };
  }

  return {
    /** A user's facts, oldest first. */
    async facts(user_id: string, all = false): Promise<StoredFact[]> {
      let query = db.selectFrom("behavioral_patterns").selectAll().where("user_id", "=", user_id)
        .where("pattern_type", "=", "fact").orderBy("created_at").orderBy("id");
      if (!all) query = query.where("deleted_at", "is", null);
      return await Promise.all((await query.execute()).map(openFact));
    },
    /** A user's evidence for preferences, oldest first. */
    async evidence(user_id: string, all = false): Promise<StoredEvidence[]> {
      let query = db.selectFrom("user_preferences").selectAll().where("user_id", "=", user_id)
        .orderBy("created_at").orderBy("id");
      if (!all) query = query.where("deleted_at", "is", null);
      return await Promise.all((await query.execute()).map(openEvidence));
    },
    /** What is another after each change of what was learned of a user, whichever process made it. */
    async version(user_id: string): Promise<string> {
      // PostgreSQL gives each version of a row the number of its transaction (manual, 5.5 "System Columns").
      const { rows: [learned] } = await sql<{ version: string | null }>`
        select md5(string_agg(id::text || xmin::text, ',' order by id)) as version from (
          select id, xmin from user_preferences where user_id = ${user_id} and deleted_at is null
          union all select id, xmin from behavioral_patterns where user_id = ${user_id} and deleted_at is null
        ) learned`.execute(db);
      return learned?.version ?? "";
    },
    /** Now, or just after the newest evidence: what is said later counts as later, however quickly it follows. */
    async nextMoment(user_id: string, now: number): Promise<number> {
      return (await this.evidence(user_id)).reduce((latest, { at }) => Math.max(latest, at + 1), now);
    },
    /** Stores a fact, or what became of it. A fact that ended is kept for undo until the next upkeep after 30 days. */
    async putFact(fact: StoredFact): Promise<void> {
      const { id, user_id, ...data } = fact;
      const kept = { ...data, also: data.also.slice(-MOST_TURNS), uses: data.uses.slice(-MOST_TURNS) };
      const now = time();
      const row = {
        pattern_data: await sealValue(keyring, "behavioral_patterns", id, json(kept)),
        frequency: data.also.length + 1,
        updated_at: now,
        deleted_at: data.ended ? now : null,
      };
      await db.insertInto("behavioral_patterns").values({
        id,
        user_id,
        pattern_type: "fact",
        confidence: 1,
        metadata: {},
        created_at: now,
        ...row,
      }).onConflict((conflict) => conflict.column("id").doUpdateSet(row)).execute();
    },
    async putEvidence(evidence: StoredEvidence): Promise<void> {
      const { id, user_id, ...data } = evidence;
      const now = time();
      const row = {
        preference_value: await sealValue(keyring, "user_preferences", id, json(data)),
        updated_at: now,
        deleted_at: data.ended ? now : null,
      };
      await db.insertInto("user_preferences").values({
        id,
        user_id,
        preference_type: data.type,
        confidence: data.weight,
        metadata: {},
        created_at: now,
        ...row,
      }).onConflict((conflict) => conflict.column("id").doUpdateSet(row)).execute();
    },
    /** Removes a fact or evidence from the disk. */
    async erase(id: string): Promise<void> {
      await db.deleteFrom("behavioral_patterns").where("id", "=", id).execute();
      await db.deleteFrom("user_preferences").where("id", "=", id).execute();
    },
    async habits(user_id: string): Promise<Habits> {
      const row = await db.selectFrom("behavioral_patterns").selectAll().where("user_id", "=", user_id)
        .where("pattern_type", "=", "habits").where("deleted_at", "is", null).executeTakeFirst();
      return Habits.parse(
        row ? await openValue(keyring, "behavioral_patterns", row.id, row.pattern_data) : {},
      );
    },
    async putHabits(user_id: string, habits: Habits): Promise<void> {
      const id = await derivedId(user_id, "habits");
      const now = time();
      const row = {
        pattern_data: await sealValue(keyring, "behavioral_patterns", id, json(habits)),
        frequency: habits.turns,
        updated_at: now,
        deleted_at: null,
      };
      await db.insertInto("behavioral_patterns").values({
        id,
        user_id,
        pattern_type: "habits",
        confidence: 1,
        metadata: {},
        created_at: now,
        ...row,
      }).onConflict((conflict) => conflict.column("id").doUpdateSet(row)).execute();
    },
  };
}

/** An id that the same parts always give, as a UUID of version 8 (RFC 9562, 5.8): what is learned twice of one turn is one row. */
export async function derivedId(...parts: string[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(parts)));
  const bytes = new Uint8Array(digest).slice(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toHex();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
