import { sql } from "kysely";
import { keyIdOf, type Keyring } from "../crypto/mod.ts";
import { MorganError } from "../errors.ts";
import type { Sql } from "./database.ts";
import type { JsonObject, JsonValue } from "./schema.ts";

/** The columns whose values are kept encrypted, as `{"sealed": "…"}`. What was said itself lies in `messages`, unencrypted. */
export const SEALED_COLUMNS = {
  emotional_states: "metadata",
  emotion_patterns: "context_metadata",
  emotion_triggers: "metadata",
  user_preferences: "preference_value",
  behavioral_patterns: "pattern_data",
} as const;

/** A table with a sealed column. */
export type SealedTable = keyof typeof SEALED_COLUMNS;

export const SEALED_TABLES: readonly SealedTable[] = [
  "emotional_states",
  "emotion_patterns",
  "emotion_triggers",
  "user_preferences",
  "behavioral_patterns",
];

/** What binds a value to its place. */
export function placeOf(table: SealedTable, id: string): string {
  return `${table}/${SEALED_COLUMNS[table]}/${id}`;
}

/** The value to write into the sealed column of the row `id`. */
export async function sealValue(
  keyring: Keyring,
  table: SealedTable,
  id: string,
  value: JsonObject,
): Promise<JsonObject> {
  return { sealed: await keyring.seal(JSON.stringify(value), placeOf(table, id)) };
}

/** The value that was written; an empty object where nothing was. Throws `storage` where it can't be read. */
export async function openValue(
  keyring: Keyring,
  table: SealedTable,
  id: string,
  stored: JsonObject,
): Promise<JsonObject> {
  if (typeof stored.sealed !== "string") {
    if (Object.keys(stored).length === 0) return {};
    throw new MorganError("storage", `The value of ${placeOf(table, id)} is not encrypted.`, {
      hint: "Something else than Morgan has written it; see `morgan doctor`.",
    });
  }
  const value: JsonValue = JSON.parse(await keyring.open(stored.sealed, placeOf(table, id)));
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new MorganError("storage", `The value of ${placeOf(table, id)} is no object.`);
}

/** Emotion triggers by a keyword: it is stored as a keyed hash, the word itself lies in the sealed metadata. */
export async function sealTrigger(
  keyring: Keyring,
  id: string,
  keyword: string,
  metadata: JsonObject,
): Promise<{ id: string; trigger_keyword: string; metadata: JsonObject }> {
  return {
    id,
    trigger_keyword: await keyring.blind(keyword),
    metadata: await sealValue(keyring, "emotion_triggers", id, { ...metadata, keyword }),
  };
}

/** How many live and deleted values each key has sealed, by key id. */
export async function sealedByKey(db: Sql): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of SEALED_TABLES) {
    const { rows } = await sql<{ id: string; count: number }>`
      select split_part(${sql.ref(SEALED_COLUMNS[table])} ->> 'sealed', '.', 2) as id, count(*)::int as count
      from ${sql.table(table)} where ${sql.ref(SEALED_COLUMNS[table])} ? 'sealed' group by 1`.execute(db);
    for (const { id, count } of rows) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return counts;
}

/** Ids of keys that stored values need, as the oldest and the newest of each kind show: quick, however many there are. */
export async function usedKeyIds(db: Sql): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const table of SEALED_TABLES) {
    for (const direction of [sql`asc`, sql`desc`]) {
      const { rows } = await sql<{ sealed: string }>`
        select ${sql.ref(SEALED_COLUMNS[table])} ->> 'sealed' as sealed from ${sql.table(table)}
        where ${sql.ref(SEALED_COLUMNS[table])} ? 'sealed' order by id ${direction} limit 1`.execute(db);
      for (const { sealed } of rows) ids.add(keyIdOf(sealed) ?? "");
    }
  }
  return ids;
}
