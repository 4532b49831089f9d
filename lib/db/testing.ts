import { createHash } from "node:crypto";
import { installBoss } from "../jobs/boss.ts";
import { parseAddress } from "./address.ts";
import type { Connection } from "./connection.ts";
import { type Hosts, openHosts, type PoolSettings } from "./hosts.ts";
import { newId } from "./ids.ts";
import { knownMigrations } from "./migrate.ts";
import { type Database, openDatabase } from "./mod.ts";

/** Where tests find PostgreSQL: the address of any database there, whose user may make others. */
export const TEST_POSTGRES_URL = Deno.env.get("MORGAN_TEST_POSTGRES_URL");
/** What tests of what stands on a database use: PGlite, or PostgreSQL where MORGAN_TEST_BACKEND says so. */
export const TEST_BACKEND: Database["backend"] = Deno.env.get("MORGAN_TEST_BACKEND") === "postgres"
  ? "postgres"
  : "pglite";

const POOL: PoolSettings = { min: 0, max: 10, connectTimeoutMs: 20_000 };

/** A database in PostgreSQL that is nobody else's. Disposing it drops it. */
export interface TestDatabase extends AsyncDisposable {
  url: string;
}

/** A backend that tests run on. */
export interface Backend {
  name: string;
  /** It cannot be had here. */
  ignore: boolean;
  /** Opens a migrated, empty database that is the test's own. */
  open(): Promise<Database>;
}

/** The two backends. */
export const BACKENDS: readonly Backend[] = [
  { name: "PGlite", ignore: false, open: () => openDatabase({ dataDir: "memory" }) },
  { name: "PostgreSQL", ignore: TEST_POSTGRES_URL === undefined, open: openTestPostgres },
];

/** A migrated, empty database of the backend that the tests use. */
export async function openTestDatabase(): Promise<Database> {
  return TEST_BACKEND === "postgres" ? await openTestPostgres() : await openDatabase({ dataDir: "memory" });
}

/** The settings `database` of a whole Morgan under test; empty for PGlite. */
export async function testDatabaseSettings(): Promise<
  { database: Record<string, unknown> } & AsyncDisposable
> {
  if (TEST_BACKEND === "pglite") return { database: {}, [Symbol.asyncDispose]: () => Promise.resolve() };
  const { url, [Symbol.asyncDispose]: drop } = await makeTestPostgres();
  return { database: { url, pool_min: 0, pool_max: 20, connect_seconds: 20 }, [Symbol.asyncDispose]: drop };
}

async function openTestPostgres(): Promise<Database> {
  const made = await makeTestPostgres();
  const database = await openDatabase({ url: made.url, pool: POOL, migrate: false });
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await made[Symbol.asyncDispose]();
    },
  };
}

/** Makes a database from the template, or an empty one. @param template @default true */
export async function makeTestPostgres({ template = true } = {}): Promise<TestDatabase> {
  const name = `morgan_test_${newId().replaceAll("-", "")}`;
  await asAdmin(async (admin) => {
    const from = template ? `template ${await makeTemplate(admin)} strategy file_copy` : "";
    await admin.run(`create database ${name} ${from}`, []);
  });
  return {
    url: urlOf(name),
    [Symbol.asyncDispose]: () =>
      asAdmin(async (admin) => void await admin.run(`drop database if exists ${name} with (force)`, [])),
  };
}

/** The name of a database at the newest migration, which is made by whichever process of the tests is the first. */
async function makeTemplate(admin: Connection): Promise<string> {
  const version = createHash("sha256").update(knownMigrations().join()).digest("hex").slice(0, 8);
  const name = `morgan_test_template_${version}`;
  await admin.run(`select pg_advisory_lock(hashtext('${name}'))`, []);
  try {
    const { rows } = await admin.run("select from pg_database where datname = $1", [name]);
    if (rows.length > 0) return name;
    const unfinished = `${name}_unfinished`;
    await admin.run(`drop database if exists ${unfinished} with (force)`, []);
    await admin.run(`create database ${unfinished}`, []);
    {
      await using database = await openDatabase({ url: urlOf(unfinished), pool: POOL });
      await installBoss(database);
    }
    await admin.run(`alter database ${unfinished} rename to ${name}`, []);
    return name;
  } finally {
    await admin.run(`select pg_advisory_unlock(hashtext('${name}'))`, []);
  }
}

async function asAdmin<T>(work: (admin: Connection) => Promise<T>): Promise<T> {
  await using hosts: Hosts = openHosts(parseAddress(urlOf()), { ...POOL, max: 1 });
  const admin = await hosts.connect();
  try {
    return await work(admin);
  } finally {
    admin.giveBack();
  }
}

/** The address of another database of the same server. */
function urlOf(database?: string): string {
  if (TEST_POSTGRES_URL === undefined) throw new Error("MORGAN_TEST_POSTGRES_URL is not set.");
  const url = new URL(TEST_POSTGRES_URL);
  if (database !== undefined) url.pathname = `/${database}`;
  return url.href;
}
