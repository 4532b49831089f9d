import { join } from "node:path";
import type { Database } from "../db/mod.ts";
import type { Home } from "../home/mod.ts";
import { createBackup } from "./create.ts";
import { writeArchive } from "./write.ts";

/** How many of what was saved for one reason are kept. */
const KEPT = 5;

/** Saves the database (not documents' bytes, which stay in any case) to Morgan's `backups` before something changes it, and returns the file. */
export async function saveDatabase(
  database: Database,
  home: Home,
  reason: "before-migration" | "before-restore",
): Promise<string> {
  await Deno.mkdir(home.backups, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replaceAll(":", "-").slice(0, 23);
  const path = join(home.backups, `${reason}-${time}.tar.gz`);
  await writeArchive(createBackup({ database, home }, { models: false, secrets: false }), path);
  const saved = (await Array.fromAsync(Deno.readDir(home.backups))).map(({ name }) => name)
    .filter((name) => name.startsWith(`${reason}-`) && name.endsWith(".tar.gz")).sort();
  for (const name of saved.slice(0, -KEPT)) await Deno.remove(join(home.backups, name));
  return path;
}
