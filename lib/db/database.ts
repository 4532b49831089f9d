import type { Kysely, Transaction } from "kysely";
import type { PoolState } from "./hosts.ts";
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
  /** Version of PostgreSQL, such as `17.10`. */
  version?: string;
  /** Whether the server takes writes or follows one that does. */
  role?: "primary" | "replica";
  /** The newest migration that it has; null before the first one. */
  migration?: string | null;
  /** Connections; PGlite has one. */
  pool?: PoolState;
}

/** Runs SQL text as pg-boss wants it: `$1` parameters, or several statements at once when there are none. */
export interface SqlExecutor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** A connection that hears what is said on a channel. Disposing it ends the connection. */
export interface Listener extends Disposable {
  /** Runs a statement on it. Throws `unavailable` once it is lost: from then on nothing is heard. */
  run<R>(text: string, values: readonly unknown[]): Promise<R[]>;
}

/** An open database. Closing it (`await using`) ends running queries first. */
export interface Database extends AsyncDisposable {
  readonly backend: "pglite" | "postgres";
  readonly db: Sql;
  readonly executor: SqlExecutor;
  /**
   * Runs `body` in a transaction: committed when it returns, rolled back when it throws. Inside, use only `tx`;
   * PGlite has one connection, and a query on `db` would wait for the transaction that waits for it.
   * With PostgreSQL, `body` runs again as a whole where the transaction was undone by no fault of its own (a deadlock, a server that
   * restarts, another that was first with a unique value): what it does beside `tx` must bear that. Throws `unavailable` when that did not help, and, saying so, where nobody can tell
   * whether it was committed.
   */
  transaction<T>(body: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  health(): Promise<DatabaseHealth>;
  /**
   * Hears from now on what is said on a channel by NOTIFY, on a connection of its own. PGlite has none: what happens there happens in this
   * process. @param deadlineMs longest time of a statement on that connection
   */
  listen?(channel: string, hear: (payload: string) => void, deadlineMs: number): Promise<Listener>;
  /** Connections at this moment; PGlite has one. */
  pool?(): PoolState;
  /** How many other processes of Morgan are connected to it at this moment. */
  others(): Promise<number>;
  /**
   * Reads everything as it is at one moment, for as long as it takes, while others go on. PGlite, which has one connection, is copied into
   * `folder` for it; the copy is removed afterwards.
   */
  atOneMoment<T>(folder: string, look: (db: Sql) => Promise<T>): Promise<T>;
  /**
   * Returns the space of deleted rows and refreshes statistics. PGlite, which has no autovacuum, also erases what was deleted from its files,
   * and others wait meanwhile. PostgreSQL's pages are freed for what comes next; its log of writes, standbys and dumps keep what was
   * deleted for as long as whoever runs it keeps them.
   * @param since when this was done last
   */
  vacuum(since?: Date): Promise<void>;
}
