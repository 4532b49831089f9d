import { type Kysely, sql } from "kysely";
import { type Migration, Migrator, NO_MIGRATIONS } from "kysely/migration";
import { MorganError } from "../errors.ts";
import type { Database } from "./database.ts";
import { migrations as all } from "./migrations/mod.ts";

const TABLE = "schema_migrations";

/** One migration and whether the database has it. */
export interface MigrationState {
  name: string;
  applied: boolean;
}

/** Where to go: all the way `up`, one step `down`, or to the state right after the named migration (`none`: an empty schema). */
export type MigrationTarget = "up" | "down" | "none" | { to: string };

/** The migrations to use instead of Morgan's own; for tests. */
export interface MigrateOptions {
  migrations?: Readonly<Record<string, Migration>>;
}

/**
 * Brings the schema to `target` in one transaction per migration and returns the names that were applied or reverted.
 * Throws `conflict` for a database that a newer Morgan has written, `storage` when a migration fails.
 */
export async function migrate<DB>(
  db: Kysely<DB>,
  target: MigrationTarget,
  options: MigrateOptions = {},
): Promise<string[]> {
  const migrations = options.migrations ?? all;
  const state = await migrationStatus(db, options);
  // The Migrator reads the catalogue, which takes longer than the rest of a start; the usual case needs none of it.
  if (target === "up" && state.every(({ applied }) => applied)) return [];
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
  });
  const { error, results = [] } = await run(migrator, target);
  // What PostgreSQL lacks, such as rights, says itself what to do.
  if (error instanceof MorganError) throw error;
  if (error !== undefined) {
    const failed = results.find(({ status }) => status === "Error")?.migrationName;
    throw new MorganError("storage", `Migration ${failed ?? "of the database"} failed.`, {
      cause: error,
      hint: "The database is as it was before; report this with the output of --verbose.",
    });
  }
  return results.filter(({ status }) => status === "Success").map(({ migrationName }) => migrationName);
}

/** Each known migration in order. Throws `conflict` if the database has one that this Morgan does not know. */
export async function migrationStatus<DB>(
  db: Kysely<DB>,
  options: MigrateOptions = {},
): Promise<MigrationState[]> {
  const names = Object.keys(options.migrations ?? all).sort();
  const applied = await appliedMigrations(db);
  const unknown = applied.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new MorganError(
      "conflict",
      `The database was written by a newer Morgan (it has migration ${unknown.join(", ")}).`,
      {
        hint: "Start that version of Morgan, or set MORGAN_HOME to another folder.",
        details: { unknown },
      },
    );
  }
  return names.map((name) => ({ name, applied: applied.includes(name) }));
}

/** The names of migrations that the database lacks, in order. */
export async function pendingMigrations<DB>(db: Kysely<DB>, options: MigrateOptions = {}): Promise<string[]> {
  return (await migrationStatus(db, options)).filter(({ applied }) => !applied).map(({ name }) => name);
}

/** The names of all migrations that this Morgan knows, in order. */
export function knownMigrations(): string[] {
  return Object.keys(all).sort();
}

/** The newest migration that the database has; null before the first one. */
export async function newestMigration<DB>(db: Kysely<DB>): Promise<string | null> {
  return (await appliedMigrations(db)).at(-1) ?? null;
}

/** The names of the migrations that the database has, also of those that this Morgan does not know. */
export async function appliedMigrations<DB>(db: Kysely<DB>): Promise<string[]> {
  const found = await sql<{ found: boolean }>`select to_regclass(${TABLE}) is not null as found`.execute(db);
  if (found.rows[0]?.found !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)} order by name`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

/**
 * Tells one database from another, also from an embedded one: what an index holds belongs to one of them. Copies of a database have the same;
 * so do all that were begun from the same prepared files.
 */
export async function databaseId({ db, backend }: Pick<Database, "db" | "backend">): Promise<string> {
  const { rows } = await sql<{ begun: string | null }>`select min(timestamp) as begun from ${
    sql.table(TABLE)
  }`.execute(db);
  return `${backend} ${rows[0]?.begun ?? ""}`.trim();
}

function run(migrator: Migrator, target: MigrationTarget) {
  if (target === "up") return migrator.migrateToLatest();
  if (target === "down") return migrator.migrateDown();
  if (target === "none") return migrator.migrateTo(NO_MIGRATIONS);
  return migrator.migrateTo(target.to);
}
