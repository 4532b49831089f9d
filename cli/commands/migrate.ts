import { saveDatabase } from "../../lib/backup/mod.ts";
import { type Database, migrate, migrationStatus, openDatabase } from "../../lib/db/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { type Home, homePaths, openHome, tryLockData } from "../../lib/home/mod.ts";
import { findDatabase } from "../configured_database.ts";
import { confirm } from "../terminal/confirm.ts";
import { note, paint, writeJson, writeLine } from "../terminal/output.ts";
import { table } from "../terminal/table.ts";

/** Flags of `morgan migrate up` and `down`. */
export interface MigrateOptions {
  backup: boolean;
  yes?: true | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Prints each migration and whether the database has it. */
export async function showMigrations(options: { json?: true | undefined }): Promise<void> {
  const home = homePaths(Deno.env.toObject());
  const migrations = await exists(home) ? await withDatabase(home, ({ db }) => migrationStatus(db)) : [];
  if (options.json) return writeJson({ migrations });
  if (migrations.length === 0) return note("There is no database yet: the first start makes it.");
  writeLine(table(
    ["migration", "state"],
    migrations.map((
      { name, applied },
    ) => [name, applied ? paint("green", "applied") : paint("yellow", "pending")]),
  ));
}

/** Applies all pending migrations, or reverts the last one, after saving the database. */
export async function runMigrations(target: "up" | "down", options: MigrateOptions): Promise<void> {
  const home = homePaths(Deno.env.toObject());
  if (!await exists(home)) {
    if (options.json) return writeJson({ changed: [] });
    return note("There is no database yet: the first start makes it.");
  }
  await withDatabase(home, async (database) => {
    const due = await changes(database, target);
    if (due.length === 0) {
      if (options.json) return writeJson({ changed: [] });
      return note(target === "up" ? "The database is up to date." : "There is nothing to revert.");
    }
    if (target === "down" && !options.yes) {
      await confirm(`Revert ${due.join(", ")}? What only its tables and columns hold is lost.`, due[0]);
    }
    const saved = options.backup ? await saveDatabase(database, home, "before-migration") : undefined;
    if (saved && !options.quiet) note(`The database is saved in ${saved}.`);
    const changed = await migrate(database.db, target);
    if (options.json) return writeJson({ changed, ...(saved ? { backup: saved } : {}) });
    writeLine(`${target === "up" ? "Applied" : "Reverted"} ${changed.join(", ")}.`);
    if (saved && !options.quiet) note(`Back to before: morgan restore ${saved} --force`);
  });
}

async function changes({ db }: Database, target: "up" | "down"): Promise<string[]> {
  const all = await migrationStatus(db);
  if (target === "up") return all.filter(({ applied }) => !applied).map(({ name }) => name);
  return all.filter(({ applied }) => applied).slice(-1).map(({ name }) => name);
}

/** Opens the database as it is. Throws `conflict` while a server uses it. */
async function withDatabase<T>(home: Home, use: (database: Database) => Promise<T>): Promise<T> {
  await openHome({ MORGAN_HOME: home.root });
  await using lock = await tryLockData(home);
  if (!lock) {
    throw new MorganError("conflict", `Morgan runs on ${home.root}.`, {
      hint: "End it with `morgan stop`, then migrate.",
      details: { path: home.root },
    });
  }
  await using database = await openDatabase({ ...await findDatabase(home), migrate: false });
  return await use(database);
}

async function exists(home: Home): Promise<boolean> {
  if ("url" in await findDatabase(home)) return true;
  return await Deno.stat(`${home.data}/PG_VERSION`).then(() => true, () => false);
}
