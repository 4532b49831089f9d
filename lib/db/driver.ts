import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { Answer, Connection } from "./connection.ts";
import type { Hosts } from "./hosts.ts";
import { again } from "./again.ts";
import { DatabaseError, sqlState } from "./sqlstate.ts";

/** A COMMIT that was on its way when the connection went: whether it took place is to be looked up. */
export class CommitInDoubt extends Error {
  readonly mark: TransactionMark | undefined;

  constructor(mark: TransactionMark | undefined, cause: unknown) {
    super("The connection went while a transaction was committed.", { cause });
    this.mark = mark;
  }
}

/** Which transaction it was. Its number means another one on a server that was promoted since: there the timeline is another. */
export interface TransactionMark {
  /** `null`: it wrote nothing. */
  xid: string | null;
  timeline: string;
}

const WRITES: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);
const IN_FAILED_TRANSACTION = "25P02";

const MARK = `select pg_current_xact_id_if_assigned()::text as xid,
  left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) as timeline`;

/** Kysely over connections of PostgreSQL. @param deadlineMs longest time of a statement */
export function postgresDialect(hosts: Hosts, deadlineMs?: number): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => driverOver(hosts, deadlineMs),
  };
}

function driverOver(hosts: Hosts, deadlineMs: number | undefined): Driver {
  const lent = new WeakMap<DatabaseConnection, Session>();
  const sessionOf = (connection: DatabaseConnection): Session => {
    const session = lent.get(connection);
    if (session === undefined) throw new Error("This connection is of another driver.");
    return session;
  };
  return {
    init: () => Promise.resolve(),
    async acquireConnection() {
      const session = await openSession(() => hosts.connect(deadlineMs));
      lent.set(session.connection, session);
      return session.connection;
    },
    beginTransaction: (connection, { isolationLevel, accessMode }) =>
      sessionOf(connection).begin(
        ["begin", isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(
          " ",
        ),
      ),
    commitTransaction: (connection) => sessionOf(connection).commit(),
    rollbackTransaction: (connection) => sessionOf(connection).rollback(),
    releaseConnection(connection) {
      sessionOf(connection).giveBack();
      return Promise.resolve();
    },
    destroy: async () => await hosts[Symbol.asyncDispose](),
  };
}

interface Session {
  connection: DatabaseConnection;
  begin(text: string): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  giveBack(): void;
}

/** Nothing was sent yet: it may be tried again whatever is to be run. */
async function openSession(connect: () => Promise<Connection>): Promise<Session> {
  let lent = await again(connect);
  let inTransaction = false;

  async function executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (inTransaction) return toResult(await lent.run<R>(text, parameters));
    return await again(async () => {
      if (lent.isLost()) {
        lent.giveBack();
        lent = await connect();
      }
      return toResult(await lent.run<R>(text, parameters));
    }, (error) => error.aftermath === "undone" || (error.aftermath === "lost" && isRead(text)));
  }

  return {
    connection: {
      executeQuery,
      // deno-lint-ignore require-yield
      async *streamQuery() {
        throw new Error("Rows are not streamed.");
      },
    },
    async begin(text) {
      await lent.run(text, []);
      inTransaction = true;
    },
    async commit() {
      const { rows: [mark] } = await lent.run<TransactionMark>(MARK, []).catch((error) => {
        throw sqlState(error) === IN_FAILED_TRANSACTION
          ? new AbortedTransactionError({ cause: error })
          : error;
      });
      try {
        await lent.run("commit", []);
      } catch (error) {
        const lost = error instanceof DatabaseError && error.aftermath === "lost";
        throw lost ? new CommitInDoubt(mark, error) : error;
      }
    },
    async rollback() {
      // With its connection a transaction has ended, too.
      if (!lent.isLost()) await lent.run("rollback", []);
    },
    giveBack: () => lent.giveBack(),
  };
}

function toResult<R>({ rows, command, count }: Answer<R>): QueryResult<R> {
  const wrote = count !== null && WRITES.has(command);
  return { rows, ...(wrote ? { numAffectedRows: BigInt(count) } : {}) };
}

function isRead(text: string): boolean {
  return /^\s*select\b/i.test(text);
}
