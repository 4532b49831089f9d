import { sql } from "kysely";
import type { Database, Sql } from "./database.ts";
import { isUuid } from "./repository.ts";
import type { TableName } from "./schema.ts";

/**
 * Waits until no other transaction, of this process or another, holds the lock of this name, and holds it until `tx` ends.
 * Whoever takes several locks takes them in the same order as everybody else.
 */
export async function lockName(tx: Sql, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** Keeps a live row as it is until `tx` ends: whoever changes or deletes it waits. False where it is not there, or not any more. */
export async function holdRow(tx: Sql, table: TableName, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rows } = await sql`select from ${
    sql.table(table)
  } where id = ${id} and deleted_at is null for share`
    .execute(tx);
  return rows.length > 0;
}

/** Runs `work`, which uses other connections, while no other process does what goes by this name. PGlite has one process only. */
export async function alone<T>(database: Database, name: string, work: () => Promise<T>): Promise<T> {
  if (database.backend === "pglite") return await work();
  return await database.transaction(async (tx) => {
    await lockName(tx, name);
    return await work();
  });
}
