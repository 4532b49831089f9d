import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readTar } from "./tar.ts";

/** The prepared data directory: an empty, migrated database, made by `scripts/prepare_db.ts`. */
export const PREPARED = new URL("../../assets/db/pglite.tar.gz", import.meta.url);

/** The archive's bytes, or null where the program came without it. */
export async function readPrepared(from: URL | string = PREPARED): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await Deno.readFile(from);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/**
 * Unpacks the archive beside `dataDir` and renames it into place, so that a kill in between leaves no half database.
 * Leftovers of earlier attempts are removed.
 */
export async function unpackPrepared(archive: Uint8Array, dataDir: string): Promise<void> {
  await removeLeftovers(dataDir);
  const temporary = `${dataDir}.new-${crypto.randomUUID()}`;
  unpackTar(gunzipSync(archive), temporary);
  await Deno.rename(temporary, dataDir);
}

/** Unpacks an archive that PGlite made into a folder, which is made. */
export function unpackTar(archive: Uint8Array, folder: string): void {
  Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { name, directory, data } of readTar(archive)) {
    const path = join(folder, name);
    // Synchronous on purpose: a thousand small files take a third of the time of as many awaits.
    if (directory) Deno.mkdirSync(path, { recursive: true, mode: 0o700 });
    else Deno.writeFileSync(path, data, { mode: 0o600 });
  }
}

/** Removes what a killed first start left beside `dataDir`. */
export async function removeLeftovers(dataDir: string): Promise<void> {
  const parent = dirname(dataDir);
  const prefix = `${dataDir.slice(parent.length).replace(/^[/\\]/, "")}.new-`;
  try {
    for await (const entry of Deno.readDir(parent)) {
      if (entry.name.startsWith(prefix)) await Deno.remove(join(parent, entry.name), { recursive: true });
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
