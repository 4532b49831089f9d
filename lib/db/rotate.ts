import { sql } from "kysely";
import { keyIdOf, type Keyring } from "../crypto/mod.ts";
import type { Database } from "./database.ts";
import { openValue, placeOf, SEALED_COLUMNS, SEALED_TABLES, type SealedTable } from "./sealed.ts";

/** What a rotation did. */
export interface Rotated {
  /** Values that were sealed anew. */
  rotated: number;
  /** Values that no key opens; while there are any, the former keys are kept. */
  unreadable: number;
  /** Id of the key in use. */
  key: string;
}

/** How a rotation goes. */
export interface RotateOptions {
  signal?: AbortSignal;
  onBatch?: (rotated: number) => void;
  /** Asked, with the ids of the former keys, before they are dropped; with `false` they are kept for the next time. */
  beforeEnd?: (former: readonly string[]) => Promise<boolean>;
}

/** Values that are sealed anew in one transaction. */
const BATCH = 200;

/**
 * Seals everything with a new key, batch by batch; a rotation that broke off is taken up where it was. The former key is kept until
 * nothing needs it any more, so that every value can be read at any moment.
 */
export async function rotateKey(
  database: Database,
  keyring: Keyring,
  options: RotateOptions = {},
): Promise<Rotated> {
  const { current, former } = await keyring.beginRotation();
  let rotated = 0;
  let unreadable = 0;
  for (const table of SEALED_TABLES) {
    let after: string | null = "00000000-0000-0000-0000-000000000000";
    while (after !== null) {
      options.signal?.throwIfAborted();
      const batch: Batch = await rotateBatch(database, keyring, table, current, after);
      rotated += batch.rotated;
      unreadable += batch.unreadable;
      after = batch.last;
      if (batch.rotated > 0) options.onBatch?.(rotated);
    }
  }
  if (unreadable === 0 && (await options.beforeEnd?.(former) ?? true)) await keyring.endRotation();
  return { rotated, unreadable, key: current };
}

interface Batch {
  rotated: number;
  unreadable: number;
  /** The last id that was looked at; `null` at the end. */
  last: string | null;
}

async function rotateBatch(
  database: Database,
  keyring: Keyring,
  table: SealedTable,
  current: string,
  after: string,
): Promise<Batch> {
  const column = sql.ref(SEALED_COLUMNS[table]);
  return await database.transaction(async (tx) => {
    const { rows } = await sql<{ id: string; sealed: string }>`
      select id, ${column} ->> 'sealed' as sealed from ${sql.table(table)}
      where id > ${after} and ${column} ? 'sealed' and split_part(${column} ->> 'sealed', '.', 2) <> ${current}
      order by id limit ${sql.lit(BATCH)} for update`.execute(tx);
    let unreadable = 0;
    for (const { id, sealed } of rows) {
      const plain = await keyring.open(sealed, placeOf(table, id)).catch(() => null);
      if (plain === null) {
        unreadable++;
        continue;
      }
      const anew = { sealed: await keyring.seal(plain, placeOf(table, id)) };
      await sql`update ${sql.table(table)} set ${column} = ${anew} where id = ${id}`.execute(tx);
      if (table === "emotion_triggers") {
        const { keyword } = await openValue(keyring, table, id, anew);
        if (typeof keyword === "string") {
          await sql`update emotion_triggers set trigger_keyword = ${await keyring.blind(keyword)}
            where id = ${id}`.execute(tx);
        }
      }
    }
    return {
      rotated: rows.length - unreadable,
      unreadable,
      last: rows.length < BATCH ? null : rows.at(-1)?.id ?? null,
    };
  });
}

/** Deletes for good every value that no key of the ring opens. Returns how many. */
export async function dropUnreadable(database: Database, known: ReadonlySet<string>): Promise<number> {
  return await database.transaction(async (tx) => {
    let dropped = 0;
    for (const table of SEALED_TABLES) {
      const column = sql.ref(SEALED_COLUMNS[table]);
      const { rows } = await sql<{ id: string; sealed: string }>`
        select id, ${column} ->> 'sealed' as sealed from ${sql.table(table)} where ${column} ? 'sealed'`
        .execute(tx);
      const lost = rows.filter(({ sealed }) => !known.has(keyIdOf(sealed) ?? "")).map(({ id }) => id);
      if (lost.length === 0) continue;
      await sql`delete from ${sql.table(table)} where id in (${sql.join(lost)})`.execute(tx);
      dropped += lost.length;
    }
    return dropped;
  });
}
