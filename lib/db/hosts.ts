// @ts-types="@types/pg"
import pg from "pg";
import { MorganError } from "../errors.ts";
import { type Address, type Host, hostName } from "./address.ts";
import { type Connection, lend } from "./connection.ts";
import { connectError, DatabaseError, type Place } from "./sqlstate.ts";
import { tlsOf } from "./tls.ts";

/** How many connections there are, and how long one may take. */
export interface PoolSettings {
  /** Kept open when idle. */
  min: number;
  max: number;
  /** Milliseconds for opening a connection, and for waiting for one that is free. */
  connectTimeoutMs: number;
  /** Milliseconds of the longest statement. @default 60_000 */
  statementTimeoutMs?: number;
}

/** The connections of the server in use. */
export interface PoolState {
  /** Those that run something. */
  active: number;
  idle: number;
  /** Callers that wait for one. */
  waiting: number;
  max: number;
}

/** The servers of an address; of several the one that can be written to is used, and found again after a change. */
export interface Hosts extends AsyncDisposable {
  /** Lends a connection. Throws `unavailable`, `busy` where all are in use for too long, `invalid_config` where it can never be. */
  connect(deadlineMs?: number): Promise<Connection>;
  state(): PoolState;
}

/** How long connections are waited for that end. */
const ENDING_MS = 5_000;
/** Morgan's SQL is tested on this and later ones. */
const OLDEST = 15;

/** Tells the connections of this process from those of others. */
export const THIS_PROCESS = crypto.randomUUID().slice(0, 8);

/** Opens nothing yet. */
export function openHosts(address: Address, settings: PoolSettings): Hosts {
  const servers = address.hosts.map((host) => openServer(address, host, settings));
  const all: Place = {
    host: address.hosts.map(hostName).join(", "),
    database: address.database,
    user: address.user ?? "of this process",
  };
  let current = servers[0]!;
  let closed = false;

  async function connect(deadlineMs?: number): Promise<Connection> {
    if (closed) throw new MorganError("unavailable", "The database is closed.");
    const failures: unknown[] = [];
    // The one that answered last comes first.
    for (const server of [current, ...servers.filter((other) => other !== current)]) {
      try {
        const connection = await server.connect(deadlineMs);
        current = server;
        return connection;
      } catch (error) {
        failures.push(error);
        // Another host would find the same, or the pool is empty because there is much to do.
        if (error instanceof MorganError && error.code === "busy") throw error;
      }
    }
    // What somebody must mend tells more than what passes by itself.
    const worst =
      failures.find((error) => !(error instanceof DatabaseError) || error.aftermath === "never") ??
        failures[0];
    if (servers.length === 1 || !(worst instanceof DatabaseError) || worst.aftermath === "never") throw worst;
    throw new DatabaseError(
      "lost",
      "unavailable",
      `None of the hosts of PostgreSQL (${all.host}) can be written to: ${
        failures.map((error) => error instanceof Error ? error.message : String(error)).join(" ")
      }`,
      { cause: worst, hint: "Start one of them as primary, or correct database.url." },
    );
  }

  return {
    connect,
    state: () => current.state(),
    async [Symbol.asyncDispose]() {
      closed = true;
      await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
    },
  };
}

interface Server extends AsyncDisposable {
  connect(deadlineMs?: number): Promise<Connection>;
  state(): PoolState;
}

function openServer(address: Address, host: Host, settings: PoolSettings): Server {
  const place: Place = {
    host: hostName(host),
    database: address.database,
    user: address.user ?? "of this process",
  };
  let pool: pg.Pool | undefined;
  let encrypt = address.sslmode !== "disable";

  async function openPool(): Promise<pg.Pool> {
    const ssl = encrypt ? await tlsOf(address, host.host) : false;
    const opened = new pg.Pool({
      host: host.host,
      port: host.port,
      user: address.user,
      password: address.password,
      database: address.database,
      application_name: `${address.applicationName} ${THIS_PROCESS}`,
      ssl,
      min: settings.min,
      max: settings.max,
      connectionTimeoutMillis: address.connectTimeoutMs ?? settings.connectTimeoutMs,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      types: { getTypeParser },
      onConnect: (client) => greet(client, address, place),
    });
    // An idle connection that ended is replaced by the next use; without a listener it would end the process.
    opened.on("error", () => {});
    // pg takes its own listener away while a connection is lent or ends.
    opened.on("connect", (client) => client.on("error", () => {}));
    return opened;
  }

  /** What is idle leads to the same dead host; connections that are opened from now on find out at once. */
  function retire(silent: pg.Pool): void {
    if (pool === silent) pool = undefined;
    void endPool(silent);
  }

  async function connect(deadlineMs = settings.statementTimeoutMs ?? 60_000): Promise<Connection> {
    const opened = pool ??= await openPool();
    try {
      return lend(await opened.connect(), place, { deadlineMs, onLate: () => retire(opened) });
    } catch (error) {
      if (error instanceof Error && error.message === "timeout exceeded when trying to connect") {
        throw new MorganError(
          "busy",
          `All ${settings.max} connections to PostgreSQL at ${place.host} are in use.`,
          {
            cause: error,
            hint: "Try again in a moment, or raise database.pool_max.",
          },
        );
      }
      const known = connectError(error, place);
      if (address.sslmode === "prefer" && encrypt && isWithoutSsl(error)) {
        encrypt = false;
        retire(opened);
        return await connect(deadlineMs);
      }
      throw known;
    }
  }

  return {
    connect,
    state: () => ({
      active: pool ? pool.totalCount - pool.idleCount : 0,
      idle: pool?.idleCount ?? 0,
      waiting: pool?.waitingCount ?? 0,
      max: settings.max,
    }),
    async [Symbol.asyncDispose]() {
      if (pool) await endPool(pool);
    },
  };
}

/** Ends what is idle, and what is lent once it is given back. A dead host answers no farewell: that is not waited for. */
async function endPool(pool: pg.Pool): Promise<void> {
  if (pool.ending) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => timer = setTimeout(resolve, ENDING_MS));
  await Promise.race([pool.end(), late]);
  clearTimeout(timer);
}

/** What every connection begins with. Throws where the server is too old or, being a standby, takes no writes. */
async function greet(client: pg.ClientBase, { target }: Address, place: Place): Promise<void> {
  // As PGlite has it, whatever the server's own defaults are.
  await client.query("set timezone = 'UTC'; set datestyle = 'ISO'; set client_min_messages = warning");
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int / 10000 as version, pg_is_in_recovery() as standby",
  );
  const [{ version, standby } = { version: 0, standby: false }] = rows;
  if (version < OLDEST) {
    throw new DatabaseError(
      "never",
      "invalid_config",
      `PostgreSQL at ${place.host} is version ${version}; Morgan needs ${OLDEST} or later.`,
      { hint: "Upgrade it, or give another server in database.url." },
    );
  }
  if (standby && target === "primary") {
    throw new DatabaseError("lost", "unavailable", `PostgreSQL at ${place.host} is a standby.`, {
      hint: "Give all hosts in database.url, so that the primary among them is found.",
    });
  }
}

function isWithoutSsl(error: unknown): boolean {
  return error instanceof Error && /does not support SSL/i.test(error.message);
}

/** bigint columns hold sizes and counts, far below 2^53. */
function getTypeParser(...[oid, format]: Parameters<typeof pg.types.getTypeParser>) {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}
