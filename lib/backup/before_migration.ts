import { join } from "node:path";
import type { Database } from "../db/mod.ts";
import type { Home } from "../home/mod.ts";
import { createBackup } from "./create.ts";
import { writeArchive } from "./write.ts";

/** How many databases that were saved before a migration are kept. */
const KEPT = 5;
const PREFIX = "before-migration-";

/** Saves the database (not documents' bytes, which no migration touches) to Morgan's `backups` and returns the file. */
export async function saveBeforeMigration(database: Database, home: Home): Promise<string> {
  await Deno.mkdir(home.backups, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replaceAll(":", "-").slice(0, 23);
  const path = join(home.backups, `${PREFIX}${time}.tar.gz`);
  await writeArchive(createBackup({ database, home }, { models: false, secrets: false }), path);
  const saved = (await Array.fromAsync(Deno.readDir(home.backups))).map(({ name }) => name)
    .filter((name) => name.startsWith(PREFIX) && name.endsWith(".tar.gz")).sort();
  for (const name of saved.slice(0, -KEPT)) await Deno.remove(join(home.backups, name));
  return path;
}
