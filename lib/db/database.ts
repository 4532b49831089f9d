import { type Kysely, sql, type Transaction } from "kysely";
import { eraseDead } from "./erase.ts";
import type { Schema } from "./schema.ts";

/** Where a query runs: the database itself, or a transaction of it. */
export type Sql = Kysely<Schema>;

/** What `health()` says. */
export interface DatabaseHealth {
  status: "ok" | "unavailable";
  /** Milliseconds that `select 1` took. */
  latency_ms: number;
  backend: Database["backend"];
  /** Why it is unavailable. */
  reason?: string;
}

/** Runs SQL text as pg-boss wants it: `$1` parameters, or several statements at once when there are none. */
export interface SqlExecutor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** An open database. Closing it (`await using`) ends running queries first. */
export interface Database extends AsyncDisposable {
  readonly backend: "pglite" | "postgres";
  readonly db: Sql;
  readonly executor: SqlExecutor;
  /**
   * Runs `body` in a transaction: committed when it returns, rolled back when it throws. Inside, use only `tx`;
   * PGlite has one connection, and a query on `db` would wait for the transaction that waits for it.
   */
  transaction<T>(body: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  health(): Promise<DatabaseHealth>;
  /**
   * Copies the database's files into `folder`, which is made, as they are at one moment. `look` reads at that same moment;
   * everything else waits until both are done.
   */
  snapshot<T>(folder: string, look: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  /**
   * Returns the space of deleted rows, refreshes statistics, and erases what was deleted from the files. Others wait meanwhile. PGlite has no
   * autovacuum.
   * @param since when this was done last
   */
  vacuum(since?: Date): Promise<void>;
}

/** The parts of `Database` that every backend shares. */
export function databaseOver(
  db: Sql,
  backend: Database["backend"],
  executor: SqlExecutor,
  copyFiles: (folder: string) => Promise<void>,
  /** Throws where there is too little room on the disk to write. */
  requireRoom: () => void,
): Database {
  return {
    backend,
    db,
    executor,
    transaction: (body) => db.transaction().execute(body),
    async health() {
      const started = performance.now();
      const latency = () => Math.round((performance.now() - started) * 100) / 100;
      try {
        await sql`select 1`.execute(db);
        return { status: "ok", latency_ms: latency(), backend };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { status: "unavailable", latency_ms: latency(), backend, reason };
      }
    },
    snapshot: (folder, look) =>
      db.transaction().execute(async (tx) => {
        requireRoom();
        const seen = await look(tx);
        await sql`checkpoint`.execute(tx);
        await copyFiles(folder);
        return seen;
      }),
    vacuum: async (since) => {
      requireRoom();
      await eraseDead({ db }, since);
    },
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}
