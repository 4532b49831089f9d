import { sql } from "kysely";
import type { Database, Sql } from "./database.ts";

/** The table that is large: it is rewritten only where something in it was deleted. */
const LARGE = "document_chunks";
/** The schema of jobs. */
const BOSS = "pgboss";

/**
 * Rewrites the files of PGlite, so that they and the log of writes (WAL) hold nothing of what was deleted, and returns the space.
 *
 * PostgreSQL marks what is deleted or replaced as dead and leaves its bytes; so does VACUUM, which only hands them to later rows. VACUUM FULL copies
 * what lives to new files; with `wal_recycle` off, the checkpoint removes the log's older files instead of keeping them for reuse, and the switch
 * before it lets a new one begin. ANALYZE first: statistics hold samples of texts.
 *
 * @param since when this was done last; the large table is left as it is if nothing in it was deleted since
 */
export async function eraseDead({ db }: Pick<Database, "db">, since?: Date): Promise<void> {
  for (const table of [...await tableNames(db), ...await tableNames(db, BOSS)]) {
    if (since && table === LARGE && !await hasDeletedSince(db, table, since)) continue;
    await sql`analyze ${sql.table(table)}`.execute(db);
    await sql`vacuum full ${sql.table(table)}`.execute(db);
  }
  await sql`vacuum full pg_catalog.pg_statistic`.execute(db);
  await sql`set wal_recycle = off`.execute(db);
  await sql`select pg_switch_wal()`.execute(db);
  await sql`checkpoint`.execute(db);
}

/** Frees the space of deleted rows for later ones and refreshes statistics, while others go on. */
export async function vacuumTables(db: Sql): Promise<void> {
  for (const table of [...await tableNames(db), ...await tableNames(db, BOSS)]) {
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
  }
}

async function hasDeletedSince(db: Sql, table: string, since: Date): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} where deleted_at >= ${since} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** The tables of a schema; those of another than `public` with its name before theirs. */
async function tableNames(db: Sql, schema = "public"): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = ${schema} and table_type = 'BASE TABLE' order by table_name`.execute(db);
  return rows.map(({ name }) => schema === "public" ? name : `${schema}.${name}`);
}
