import { sql } from "kysely";
import type { Sql } from "./database.ts";

/**
 * Waits until no other transaction, of this process or another, holds the lock of this name, and holds it until `tx` ends.
 * Whoever takes several locks takes them in the same order as everybody else.
 */
export async function lockName(tx: Sql, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
