import { dirname, join } from "node:path";
import { MorganError, toMorganError } from "../errors.ts";
import { keyPath, readKeys, writeKeys } from "../crypto/mod.ts";
import { USE_LOCK } from "../objects/mod.ts";
import {
  copyFolder,
  endReplacing,
  type Home,
  homePaths,
  nameFullDisk,
  type OnStep,
  readIfThere,
  replacementFolders,
  replaceParts,
  REPLACING,
  syncFolder,
  tryLockData,
  writePrivate,
} from "../home/mod.ts";
import { mergedConfig } from "./gather.ts";
import type { Manifest } from "./manifest.ts";
import { makeEmbedded, newestRows, openTarget, type PostgresPlace } from "./restore_rows.ts";
import { JOBS, loadRows, TABLES } from "./rows.ts";
import { checkArchive, type Taker } from "./unpack.ts";

/** How a restore goes. */
export interface RestoreOptions {
  /** The folder to restore into. */
  root: string;
  /** Move aside what is in the folder. Without it, a folder with data is refused. */
  force: boolean;
  /** PostgreSQL, where the rows are to come; left out, they come into the folder's own database. */
  postgres?: PostgresPlace | undefined;
  /** Told of each step before it is taken; tests break off there. */
  onStep?: OnStep;
}

/** What a restore did. */
export interface Restored {
  manifest: Manifest;
  /** Where the former content of the folder lies now. */
  aside?: string;
  /** The file with the former content of PostgreSQL. */
  saved?: string;
}

/** What may be in a folder that counts as empty. */
const NOTHING: ReadonlySet<string> = new Set([
  "lock",
  "logs",
  "cli.log",
  "server.json",
  "backups",
  REPLACING,
  "replaced",
  "keys",
]);
/** What stays in place when the rest is moved aside. */
const STAYS: ReadonlySet<string> = new Set([
  "lock",
  "config.json.lock",
  REPLACING,
  "replaced",
  "backups",
  "keys",
]);
/** The one file that an archive replaces in a folder which stays. */
const KEYS = "keys/data.key";
/** What stays where the rows go to PostgreSQL: originals are added to those that are there. */
const BESIDE_POSTGRES: ReadonlySet<string> = new Set(["objects", "data"]);
/** What a database that was saved before a migration replaces. */
const OF_DATABASE: ReadonlySet<string> = new Set(["data", "index", "memory"]);

/**
 * Checks an archive as a whole, then puts what is in it in place, all or nothing: also where the process is killed, once somebody locks the folder
 * again. What was there is moved to `replaced/DATE` inside it, never deleted. Throws `conflict` where a server runs or data would be replaced without `force`.
 */
export async function restoreArchive(
  archive: ReadableStream<Uint8Array<ArrayBuffer>>,
  label: string,
  { root, force, postgres, onStep = () => {} }: RestoreOptions,
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
  const { fresh, old } = replacementFolders(home.root);
  // What cannot be ended now, for want of space say, the next start ends.
  stack.defer(() => endReplacing(home.root).catch(() => {}));
  await onStep("make room");
  await makeFolder(fresh);
  const manifest = await checkArchive(archive, label, takerInto(fresh, onStep)).catch(async (error) => {
    throw await nameFullDisk(error, home.root);
  });
  await onStep("make the database");
  const rows = postgres
    ? await newestRows(fresh, manifest, label)
    : manifest.format >= 2 && await makeEmbedded(fresh, manifest, label);
  if (manifest.scope === "full") await keepPlaces(fresh, home);
  const saved = postgres && rows
    ? await fillPostgres(postgres, rows, { home, fresh, force, label, onStep })
    : undefined;
  const plan = {
    old: await present(
      home.root,
      manifest.scope === "database" ? OF_DATABASE : undefined,
      postgres !== undefined,
    ),
    fresh: (await Array.fromAsync(Deno.readDir(fresh))).map(({ name }) => name === "keys" ? KEYS : name),
    aside: join("replaced", new Date().toISOString().replaceAll(":", "-").slice(0, 23)),
  };
  if (plan.fresh.includes(KEYS)) await joinKeys(join(fresh, KEYS), home);
  // What is moved aside may need other keys than what comes; those here stay, for an archive without any.
  if (plan.old.length > 0 && await readIfThere(keyPath(home)) !== null) {
    await onStep("copy the keys");
    await copyFolder(home.keys, join(old, "keys"));
  }
  await replaceParts(home.root, plan, onStep);
  return {
    manifest,
    ...(plan.old.length > 0 ? { aside: join(home.root, plan.aside) } : {}),
    ...(saved ? { saved } : {}),
  };
}

/**
 * Puts an archive's rows into PostgreSQL, in one transaction. What they need (originals, keys) is brought in place before, beside what is there: a
 * process that is killed anywhere leaves a whole Morgan, the former or the new one. Returns the file with what was there before.
 */
async function fillPostgres(
  place: PostgresPlace,
  rows: Pick<Manifest, "tables" | "migrations">,
  { home, fresh, force, label, onStep }: {
    home: Home;
    fresh: string;
    force: boolean;
    label: string;
    onStep: OnStep;
  },
): Promise<string | undefined> {
  const { database, saved } = await openTarget(place, home, force);
  await using _ = database;
  await onStep("add the originals");
  await mergeFolder(join(fresh, "objects"), home.objects);
  const keys = join(fresh, KEYS);
  if (await readIfThere(keys) !== null) {
    await joinKeys(keys, home);
    await writeKeys(keyPath(home), await readKeys(keys) ?? []);
  }
  await onStep("store the rows");
  await loadRows(database, fresh, rows, label);
  await onStep("rows are stored");
  await Deno.remove(join(fresh, TABLES), { recursive: true });
  await Deno.remove(join(fresh, JOBS));
  return saved;
}

/** Moves the files of a folder beside those of another; of two with one name, which hold the same bytes, that stays which was there. */
async function mergeFolder(from: string, to: string): Promise<void> {
  await makeFolder(to);
  for (const { name, isDirectory } of await entriesOf(from)) {
    if (isDirectory) await mergeFolder(join(from, name), join(to, name));
    else if (!await isThere(join(to, name))) await Deno.rename(join(from, name), join(to, name));
  }
  await syncFolder(to);
  await Deno.remove(from, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}

async function entriesOf(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

/** Where this machine keeps its data and finds its services is its own to say, not an archive's. */
async function keepPlaces(fresh: string, home: Home): Promise<void> {
  const path = join(fresh, "config.json");
  const theirs = await readIfThere(path);
  const config = mergedConfig(theirs, await readIfThere(home.config));
  if (config !== null && config !== theirs) await writePrivate(path, config);
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
    if (name === USE_LOCK) continue;
    if (!isDirectory || !await isEmpty(join(folder, name))) return false;
  }
  return true;
}

function takerInto(staging: string, onStep: OnStep): Taker {
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
      await onStep(`unpack ${name}`);
      await folder(dirname(path));
      using file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
      for await (const chunk of bytes) {
        for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
      }
      await file.sync();
    },
  };
}

/** The names in the folder that are to be moved aside. */
async function present(
  root: string,
  only: ReadonlySet<string> | undefined,
  inPostgres: boolean,
): Promise<string[]> {
  const names = (await Array.fromAsync(Deno.readDir(root))).map(({ name }) => name);
  return names.filter((name) =>
    (only ? only.has(name) : !STAYS.has(name)) && !(inPostgres && BESIDE_POSTGRES.has(name))
  );
}

/** The keys of this folder stay usable beside those that come: none that something may need is ever dropped. */
async function joinKeys(file: string, home: Home): Promise<void> {
  const [theirs, ours] = await Promise.all([readKeys(file), readKeys(keyPath(home))]);
  const all = new Map([...theirs ?? [], ...ours ?? []].map((key) => [key.id, key]));
  await writeKeys(file, [...all.values()]);
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
