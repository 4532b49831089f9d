import { dirname, join } from "node:path";
import { MorganError, toMorganError } from "../errors.ts";
import { keyPath, readKeys, writeKeys } from "../crypto/mod.ts";
import { copyFolder, type Home, homePaths, readIfThere, tryLockData } from "../home/mod.ts";
import type { Manifest } from "./manifest.ts";
import { checkArchive, type Taker } from "./unpack.ts";

/** How a restore goes. */
export interface RestoreOptions {
  /** The folder to restore into. */
  root: string;
  /** Move aside what is in the folder. Without it, a folder with data is refused. */
  force: boolean;
}

/** What a restore did. */
export interface Restored {
  manifest: Manifest;
  /** Where the former content of the folder lies now. */
  aside?: string;
}

/** What may be in a folder that counts as empty. */
const NOTHING: ReadonlySet<string> = new Set([
  "lock",
  "logs",
  "cli.log",
  "server.json",
  "backups",
  "restore",
  "replaced",
  "keys",
]);
/** What stays in place when the rest is moved aside. */
const STAYS: ReadonlySet<string> = new Set(["lock", "restore", "replaced", "backups", "keys"]);
/** What a database that was saved before a migration replaces. */
const OF_DATABASE: ReadonlySet<string> = new Set(["data", "index", "memory"]);

/**
 * Checks an archive as a whole, then puts what is in it in place. Until that, nothing of the folder's own is touched; what was there is moved
 * to `replaced/DATE` inside it, never deleted. Throws `conflict` where a server runs or data would be replaced without `force`.
 */
export async function restoreArchive(
  archive: ReadableStream<Uint8Array<ArrayBuffer>>,
  label: string,
  { root, force }: RestoreOptions,
): Promise<Restored> {
  const home = homePaths({ MORGAN_HOME: root });
  await using stack = new AsyncDisposableStack();
  await makeFolder(home.root);
  const lock = await tryLockData(home);
  if (!lock) {
    await archive.cancel();
    throw new MorganError("conflict", `Morgan runs on ${home.root}.`, {
      hint: "End it with `morgan stop`, then restore.",
      details: { path: home.root },
    });
  }
  stack.use(lock);
  if (!force && await hasData(home.root)) {
    await archive.cancel();
    throw new MorganError("conflict", `There is data in ${home.root}.`, {
      hint: "Restore --into another folder, or add --force, which moves the data aside.",
      details: { path: home.root },
    });
  }
  const staging = join(home.root, "restore");
  await Deno.remove(staging, { recursive: true }).catch(() => {});
  stack.defer(() => Deno.remove(staging, { recursive: true }).catch(() => {}));
  await makeFolder(staging);
  const manifest = await checkArchive(archive, label, takerInto(staging));
  const aside = await moveAside(home.root, manifest.scope === "database" ? OF_DATABASE : undefined);
  // What is moved aside may need other keys than what comes; those here stay, for an archive without any.
  if (aside && await readIfThere(keyPath(home)) !== null) await copyFolder(home.keys, join(aside, "keys"));
  for await (const { name } of Deno.readDir(staging)) {
    if (name === "keys") await joinKeys(join(staging, name), home);
    await Deno.rename(join(staging, name), join(home.root, name));
  }
  return { manifest, ...(aside ? { aside } : {}) };
}

/** Whether a folder holds anything that somebody would miss. */
export async function hasData(root: string): Promise<boolean> {
  for await (const { name, isDirectory } of Deno.readDir(root)) {
    if (NOTHING.has(name) || name.startsWith("cli.log")) continue;
    if (!isDirectory || !await isEmpty(join(root, name))) return true;
  }
  return false;
}

async function isEmpty(folder: string): Promise<boolean> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (!isDirectory || !await isEmpty(join(folder, name))) return false;
  }
  return true;
}

function takerInto(staging: string): Taker {
  const made = new Set<string>();
  const folder = async (path: string) => {
    if (made.has(path)) return;
    await Deno.mkdir(path, { recursive: true, mode: 0o700 });
    made.add(path);
  };
  return {
    folder: (name) => folder(join(staging, name)),
    async file(name, bytes) {
      const path = join(staging, name);
      await folder(dirname(path));
      using file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
      for await (const chunk of bytes) {
        for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
      }
    },
  };
}

/** Moves entries of the folder into `replaced/DATE` and returns that; undefined where there was nothing to move. */
async function moveAside(root: string, only: ReadonlySet<string> | undefined): Promise<string | undefined> {
  const aside = join(root, "replaced", new Date().toISOString().replaceAll(":", "-").slice(0, 23));
  let moved = false;
  for (const { name } of await Array.fromAsync(Deno.readDir(root))) {
    if (only ? !only.has(name) : STAYS.has(name)) continue;
    await Deno.mkdir(aside, { recursive: true, mode: 0o700 });
    await Deno.rename(join(root, name), join(aside, name));
    moved = true;
  }
  return moved ? aside : undefined;
}

/** The keys of this folder stay usable beside those that come: none that something may need is ever dropped. */
async function joinKeys(restored: string, home: Home): Promise<void> {
  const file = keyPath({ keys: restored });
  const own = await readIfThere(keyPath(home));
  if (own !== null) {
    const [theirs, ours] = await Promise.all([readKeys(file), readKeys(keyPath(home))]);
    const all = new Map([...theirs ?? [], ...ours ?? []].map((key) => [key.id, key]));
    await writeKeys(file, [...all.values()]);
  }
  await Deno.remove(home.keys, { recursive: true }).catch(() => {});
}

async function makeFolder(path: string): Promise<void> {
  try {
    await Deno.mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    const known = toMorganError(error);
    if (known.code === "storage_full") throw known;
    throw new MorganError("storage", `Cannot write to ${path}: ${known.message}`, {
      cause: error,
      hint: "Make the folder writable for you, or restore --into another one.",
    });
  }
}
