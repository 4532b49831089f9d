import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { MorganError, toMorganError } from "../errors.ts";
import { temporaryName } from "./leftovers.ts";
import { tryLockData } from "./lock.ts";
import { isReplacing } from "./replace.ts";

/** Where things lie under `~/.morgan` (or `MORGAN_HOME`). Absolute paths. */
export interface Home {
  root: string;
  /** The embedded database; locked by one process at a time. */
  data: string;
  objects: string;
  index: string;
  logs: string;
  models: string;
  /** A readable copy of each conversation, `SESSION.json`. */
  conversations: string;
  /** The index of what was said. */
  memory: string;
  /** The key to what is kept encrypted. */
  keys: string;
  /** What Morgan itself saves before it changes much, and where a backup is put together. */
  backups: string;
  config: string;
  token: string;
  serverFile: string;
  cliLog: string;
  lockFile: string;
}

/** The environment variables that decide where the folder lies. */
export interface HomeEnv {
  MORGAN_HOME?: string | undefined;
  HOME?: string | undefined;
}

/** The paths, without touching the disk. An empty `MORGAN_HOME` counts as none. */
export function homePaths(env: HomeEnv = {}): Home {
  const root = resolve(env.MORGAN_HOME || join(env.HOME || homedir(), ".morgan"));
  return {
    root,
    data: join(root, "data"),
    objects: join(root, "objects"),
    index: join(root, "index"),
    logs: join(root, "logs"),
    models: join(root, "models"),
    conversations: join(root, "conversations"),
    memory: join(root, "memory"),
    keys: join(root, "keys"),
    backups: join(root, "backups"),
    config: join(root, "config.json"),
    token: join(root, "token"),
    serverFile: join(root, "server.json"),
    cliLog: join(root, "cli.log"),
    lockFile: join(root, "lock"),
  };
}

/**
 * Ends what a killed restore began, makes the folders (mode 0700; `data` is the database's to make) and returns the paths.
 * Throws `storage` with the path if one can't be made or written to.
 */
export async function openHome(env: HomeEnv = {}): Promise<Home> {
  const home = homePaths(env);
  try {
    if (await isReplacing(home.root)) await (await tryLockData(home))?.[Symbol.asyncDispose]();
    const { root, objects, index, logs, models, conversations, memory } = home;
    for (const folder of [root, objects, index, logs, models, conversations, memory]) {
      await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
    }
    if (Deno.build.os !== "windows") await Deno.chmod(home.root, 0o700);
    const probe = temporaryName(join(home.root, "probe"));
    await Deno.writeFile(probe, new Uint8Array(), { createNew: true, mode: 0o600 });
    await Deno.remove(probe);
    return home;
  } catch (error) {
    const known = toMorganError(error);
    if (known.code !== "internal") throw known;
    throw new MorganError("storage", `Cannot write to Morgan's folder ${home.root}: ${known.message}`, {
      cause: error,
      hint: "Make the folder writable for you, or set MORGAN_HOME to another one.",
      details: { path: home.root },
    });
  }
}
