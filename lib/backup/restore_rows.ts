import { join } from "node:path";
import { sql } from "kysely";
import { type Database, knownMigrations, openDatabase, type OpenOptions, rowTables } from "../db/mod.ts";
import { publicAddress } from "../config/mod.ts";
import { MorganError } from "../errors.ts";
import type { Home } from "../home/mod.ts";
import { saveDatabase } from "./save_database.ts";
import type { Manifest } from "./manifest.ts";
import { type Dumped, dumpRows, JOBS, loadRows, TABLES } from "./rows.ts";

/** PostgreSQL, as the configuration names it. */
export type PostgresPlace = Extract<OpenOptions, { url: string }>;

/** Makes the embedded database of an archive's rows, which lie in `folder`, as its folder `data`; it has the schema of the archive. */
export async function makeEmbedded(folder: string, manifest: Manifest, label: string): Promise<void> {
  {
    await using database = await openDatabase({ dataDir: join(folder, "data"), migrate: false });
    await loadRows(database, folder, manifest, label);
  }
  await Deno.remove(join(folder, TABLES), { recursive: true });
  await Deno.remove(join(folder, JOBS));
}

/** Rows and jobs of an archive, in `folder`, as the newest schema has them. What is of an older one, or of format 1, goes through an embedded database. */
export async function newestRows(
  folder: string,
  manifest: Manifest,
  label: string,
): Promise<Pick<Dumped, "tables" | "migrations">> {
  const newest = manifest.migrations.toSorted().at(-1) === knownMigrations().at(-1);
  if (manifest.format >= 2 && newest) return manifest;
  if (manifest.format >= 2) await makeEmbedded(folder, manifest, label);
  const dataDir = join(folder, "data");
  try {
    await using database = await openDatabase({ dataDir });
    return await database.atOneMoment(join(folder, "copy"), (db) => dumpRows(db, folder));
  } finally {
    await Deno.remove(dataDir, { recursive: true });
  }
}

/**
 * Opens PostgreSQL for a restore. Throws `conflict` where it holds rows and `force` is not given; with it they are saved to Morgan's
 * `backups` first. Returns the file.
 */
export async function openTarget(
  place: PostgresPlace,
  home: Home,
  force: boolean,
): Promise<{ database: Database; saved?: string }> {
  const database = await openDatabase(place);
  try {
    if (!await holdsRows(database)) return { database };
    if (force) return { database, saved: await saveDatabase(database, home, "before-restore") };
    throw new MorganError("conflict", `There is data in the database ${publicAddress(place.url)}.`, {
      hint: "Add --force, which saves it to Morgan's folder backups and puts the archive's in its place.",
    });
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

async function holdsRows({ db }: Database): Promise<boolean> {
  for (const table of await rowTables(db)) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}
