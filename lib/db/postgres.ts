import { Kysely, sql, type Transaction } from "kysely";
import { toMorganError } from "../errors.ts";
import { parseAddress } from "./address.ts";
import { withAfterCommit } from "./after_commit.ts";
import { again } from "./again.ts";
import type { Database, SqlExecutor } from "./database.ts";
import { wasCommitted } from "./doubt.ts";
import { CommitInDoubt, postgresDialect } from "./driver.ts";
import { vacuumTables } from "./erase.ts";
import { type Hosts, openHosts, type PoolSettings, THIS_PROCESS } from "./hosts.ts";
import { appliedMigrations, migrate, pendingMigrations } from "./migrate.ts";
import { DatabaseError, sqlState } from "./sqlstate.ts";
import type { Schema } from "./schema.ts";

const UNIQUE_VIOLATION = "23505";

/** How PostgreSQL is opened. */
export interface PostgresOptions {
  /** As `database.url` has it. */
  url: string;
  pool: PoolSettings;
  /** Bring the schema up to date; two instances that start at once do it one after the other. @default true */
  migrate?: boolean;
  /** Called before the schema of a database that was there before is changed, with what is to be applied. */
  beforeMigrate?: (database: Database, pending: string[]) => Promise<void>;
  signal?: AbortSignal;
}

/**
 * Opens PostgreSQL and brings its schema up to date. Throws `unavailable` where no server answers, `invalid_config` where one refuses the
 * user, lacks the database or is too old, `conflict` for a schema that a newer Morgan wrote. Each names the host and the next step.
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  options.signal?.throwIfAborted();
  const hosts = openHosts(parseAddress(options.url), options.pool);
  const db = new Kysely<Schema>({ dialect: postgresDialect(hosts) });
  const database = databaseOver(hosts, db);
  try {
    // The first connection says what is wrong, at once.
    (await hosts.connect()).giveBack();
    options.signal?.throwIfAborted();
    if (options.migrate ?? true) await bringUpToDate(hosts, database, options);
    options.signal?.throwIfAborted();
    return database;
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

/** Migrates. Kysely's migrator holds an advisory lock meanwhile; a large table may take its time. */
async function bringUpToDate(
  hosts: Hosts,
  database: Database,
  { beforeMigrate }: PostgresOptions,
): Promise<void> {
  const pending = await pendingMigrations(database.db);
  if (pending.length === 0) return;
  if (beforeMigrate && (await appliedMigrations(database.db)).length > 0) {
    await beforeMigrate(database, pending);
  }
  await migrate(new Kysely<Schema>({ dialect: postgresDialect(hosts, Infinity) }), "up");
}

function databaseOver(hosts: Hosts, db: Kysely<Schema>): Database {
  return {
    backend: "postgres",
    db,
    executor: executorOver(hosts),
    async transaction(body) {
      const run = () => again(() => withAfterCommit((collect) => runOnce(db, body, collect)));
      try {
        return await run();
      } catch (error) {
        if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
        // Another transaction was first with what this one had looked for in vain; now it is found.
        return await run();
      }
    },
    async health() {
      const started = performance.now();
      const latency = () => Math.round((performance.now() - started) * 100) / 100;
      try {
        const seen = await look(hosts);
        return { status: "ok", latency_ms: latency(), backend: "postgres", ...seen, pool: hosts.state() };
      } catch (error) {
        const { message } = toMorganError(error);
        return {
          status: "unavailable",
          latency_ms: latency(),
          backend: "postgres",
          reason: message,
          pool: hosts.state(),
        };
      }
    },
    async listen(channel, hear, deadlineMs) {
      const connection = await hosts.connect(deadlineMs);
      try {
        connection.onNotification(hear);
        await connection.run(`listen ${channel}`, []);
      } catch (error) {
        connection.giveBack(true);
        throw error;
      }
      return {
        run: async <R>(text: string, values: readonly unknown[]) =>
          (await connection.run<R>(text, values)).rows,
        [Symbol.dispose]: () => connection.giveBack(true),
      };
    },
    pool: () => hosts.state(),
    async others() {
      // The name of a process's connections ends with what tells it from others.
      const { rows: [found] } = await sql<{ count: number }>`
        select count(distinct application_name)::int as count from pg_stat_activity
        where datname = current_database() and usename = current_user
          and application_name ~ ' [0-9a-f]{8}$' and application_name not like ${`% ${THIS_PROCESS}`}`
        .execute(db);
      return found?.count ?? 0;
    },
    atOneMoment: (_folder, look) =>
      new Kysely<Schema>({ dialect: postgresDialect(hosts, Infinity) }).transaction()
        .setIsolationLevel("repeatable read").setAccessMode("read only").execute(look),
    vacuum: () => vacuumTables(new Kysely<Schema>({ dialect: postgresDialect(hosts, Infinity) })),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

/** Runs a transaction. One whose COMMIT got no answer is looked up: it has taken place, or may run again. */
async function runOnce<T>(
  db: Kysely<Schema>,
  body: (tx: Transaction<Schema>) => Promise<T>,
  collect: (tx: Transaction<Schema>) => void,
): Promise<T> {
  let done: { result: T } | undefined;
  try {
    return await db.transaction().execute(async (tx) => {
      collect(tx);
      const result = await body(tx);
      done = { result };
      return result;
    });
  } catch (error) {
    if (!(error instanceof CommitInDoubt) || done === undefined) throw error;
    if (await wasCommitted(db, error)) return done.result;
    throw new DatabaseError("undone", "unavailable", "The connection went before a change was stored.", {
      cause: error.cause,
      hint: "Try again in a moment.",
    });
  }
}

/** Asks one connection, once: whoever asks how it is wants to know now. */
async function look(hosts: Hosts) {
  const connection = await hosts.connect();
  try {
    const { rows: [server] } = await connection.run<{ version: string; standby: boolean; found: boolean }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version, pg_is_in_recovery() as standby,
        to_regclass('schema_migrations') is not null as found`,
      [],
    );
    const { rows: [last] } = server?.found
      ? await connection.run<{ name: string | null }>("select max(name) as name from schema_migrations", [])
      : { rows: [] };
    return {
      version: server?.version ?? "",
      role: server?.standby ? "replica" as const : "primary" as const,
      migration: last?.name ?? null,
    };
  } finally {
    connection.giveBack();
  }
}

function executorOver(hosts: Hosts): SqlExecutor {
  return {
    async executeSql(text, values = []) {
      const connection = await again(() => hosts.connect());
      try {
        return await connection.run(text, values);
      } catch (error) {
        // A failed statement between BEGIN and COMMIT leaves the connection in an aborted transaction.
        if (/^\s*BEGIN\b/i.test(text) && !connection.isLost()) await connection.run("rollback", []);
        throw error;
      } finally {
        connection.giveBack();
      }
    },
  };
}
