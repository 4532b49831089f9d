import { sql } from "kysely";
import { PgBoss } from "pg-boss";
import { alone, type Database } from "../db/mod.ts";

const DAY = 24 * 60 * 60;

/** The schema that pg-boss keeps its tables in. */
export const BOSS_SCHEMA = "pgboss";

/** Handlers that fail are tried again this often. */
export const RETRY_LIMIT = 2;

/** pg-boss over Morgan's database with everything off that would make an idle server work: cron, flows, statistics, registry. */
export function bossOver(database: Database): PgBoss {
  return new PgBoss({
    db: database.executor,
    backend: database.backend,
    schema: BOSS_SCHEMA,
    schedule: false,
    supervise: false,
    registerInstance: false,
    persistQueueStats: false,
    persistWarnings: false,
    reindex: false,
    monitorVacuum: false,
    queueCacheIntervalSeconds: DAY / 24,
    bamIntervalSeconds: DAY / 24,
  });
}

/** Creates pg-boss's tables, for the prepared data directory: the same ones on any day. */
export async function installBoss(database: Database): Promise<void> {
  const boss = bossOver(database);
  await alone(database, BOSS_SCHEMA, async () => {
    await boss.start();
    await dropDatedTables(database);
  });
  await boss.stop({ graceful: false });
}

/** pg-boss makes a table of statistics for each of the coming days, named by the date. Without `persistQueueStats` they stay empty. */
async function dropDatedTables({ db }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
      where inhparent = ${`${BOSS_SCHEMA}.queue_stats`}::regclass`.execute(db);
  for (const { name } of rows) await sql`drop table ${sql.id(BOSS_SCHEMA, name)}`.execute(db);
}
