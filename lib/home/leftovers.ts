import { join } from "node:path";
import type { Home } from "./home.ts";
import { isAlive } from "./process.ts";

/** A name beside `path` for what becomes that file once it is whole. It tells whose it is: what a killed process left can be told from what is written. */
export function temporaryName(path: string): string {
  return `${path}.${Deno.pid}.${crypto.randomUUID()}.tmp`;
}

const UUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";
const TEMPORARY = new RegExp(`\\.(\\d+)\\.${UUID}\\.tmp$`);
/** As versions before named them; only their age tells whether somebody still writes them. */
const OLDER = new RegExp(`(?:\\.${UUID}\\.tmp|^\\.probe-${UUID})$`);
const HOUR_MS = 60 * 60 * 1000;

/** Removes what killed processes left half written in Morgan's folder. The caller holds the lock, and has written nothing yet. */
export async function removeLeftovers(home: Home): Promise<void> {
  for (const folder of [home.root, home.keys, home.conversations, home.index, home.backups]) {
    await removeTemporaries(folder);
  }
}

/** Removes the files of a folder that have the name of a temporary one and that no process writes any more. */
export async function removeTemporaries(folder: string, own = true): Promise<void> {
  let names: string[];
  try {
    names = (await Array.fromAsync(Deno.readDir(folder))).filter(({ isFile }) => isFile).map(({ name }) =>
      name
    );
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  for (const name of names) {
    const path = join(folder, name);
    const pid = Number(TEMPORARY.exec(name)?.[1] ?? NaN);
    // An id is used again: of this process's own there is nothing yet.
    const dead = pid === Deno.pid ? own : !Number.isNaN(pid) && !isAlive(pid);
    if (dead || (Number.isNaN(pid) && OLDER.test(name) && await isOld(path))) {
      await Deno.remove(path).catch(() => {});
    }
  }
}

async function isOld(path: string): Promise<boolean> {
  const info = await Deno.stat(path).catch(() => null);
  return info?.mtime != null && Date.now() - info.mtime.getTime() > HOUR_MS;
}
