import { join } from "node:path";
import type { Database } from "../db/mod.ts";
import { openLexicalIndex } from "../lexical/mod.ts";
import { readFirstRecord } from "../record_log/mod.ts";
import { openLocalVectorIndex, recordedModel } from "../vectors/mod.ts";
import { copyFolder, type Home, readIfThere } from "../home/mod.ts";
import type { HoldableStore } from "../objects/mod.ts";
import { MorganError } from "../errors.ts";
import { VERSION } from "../version.ts";
import { fileMember, folderMembers, modelMembers, objectMembers, settingMembers } from "./gather.ts";
import { FORMAT, type Head } from "./manifest.ts";
import { dumpRows, JOBS, TABLES } from "./rows.ts";
import { type Findings, type Member, packArchive } from "./pack.ts";

/** What a backup is made of. */
export interface BackupSource {
  database: Database;
  home: Home;
  /** Absent: the database alone, as it is saved before a migration. */
  objects?: HoldableStore | undefined;
}

/** What a backup takes along. */
export interface BackupOptions {
  models: boolean;
  /** Also the token and the keys of other services. */
  secrets: boolean;
}

/** Looks at the index folder's names before they count as stable. */
const INDEX_TRIES = 3;
const STAGING = "staging-";
/** Folders of indexes, which can be made anew from the database. */
const INDEXES = ["index", "memory"] as const;
/** Backups of this process that are being read. */
const running = new Set<string>();

/**
 * The bytes of a backup of the moment at which reading begins, while Morgan goes on. Database and indexes are copied first, which takes
 * their space once more on Morgan's disk until the reader has all.
 */
export async function* createBackup(
  { database, home, objects }: BackupSource,
  options: BackupOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  await using stack = new AsyncDisposableStack();
  if (objects) stack.use(objects.hold());
  await removeStaging(home);
  const name = `${STAGING}${crypto.randomUUID()}`;
  const staging = join(home.backups, name);
  running.add(name);
  stack.defer(() => void running.delete(name));
  await Deno.mkdir(staging, { recursive: true, mode: 0o700 });
  stack.defer(() => Deno.remove(staging, { recursive: true }));

  const { migrations, tables, originals } = await database.atOneMoment(
    join(staging, "data"),
    (db) => dumpRows(db, staging),
  );
  const findings: Findings = { tables, missing: [], damaged: [], index: await copyIndexes(home, staging) };
  const head: Head = {
    format: FORMAT,
    version: VERSION,
    created_at: new Date().toISOString(),
    scope: objects ? "full" : "database",
    migrations,
    secrets: options.secrets,
    models: options.models,
  };
  async function* members(): AsyncGenerator<Member> {
    yield* folderMembers(join(staging, TABLES), TABLES);
    yield fileMember(join(staging, JOBS), JOBS);
    for (const name of INDEXES) yield* folderMembers(join(staging, name), name);
    if (!objects) return;
    yield* settingMembers(home, options.secrets);
    yield* folderMembers(home.conversations, "conversations", (name) => !name.endsWith(".tmp"));
    if (options.models) yield* modelMembers(home);
    yield* objectMembers(objects, originals, findings.missing);
  }
  yield* packArchive(head, members(), findings);
}

/** Removes what a killed backup left behind. The caller holds the lock. */
export async function removeStaging(home: Home): Promise<void> {
  try {
    for await (const { name } of Deno.readDir(home.backups)) {
      if (!name.startsWith(STAGING) || running.has(name)) continue;
      await Deno.remove(join(home.backups, name), { recursive: true });
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Takes what was removed out of the copies of indexes. */
async function compactIndexes(folder: string): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) await compactIndexes(path);
    else if (name === "lexical.log") {
      await using words = await openLexicalIndex(path);
      await words.compact();
    } else if (name === "vectors.log") {
      const record = await readFirstRecord(path);
      const model = record && recordedModel(record);
      if (!model) continue;
      await using vectors = await openLocalVectorIndex(path, model);
      await vectors.compact();
    }
  }
}

/** Copies the indexes of documents and of what was said. Returns whether all were copied. */
async function copyIndexes(home: Home, staging: string): Promise<boolean> {
  const copied: boolean[] = [];
  for (const name of INDEXES) copied.push(await copyIndex(home[name], join(staging, name)));
  return copied.every(Boolean);
}

/**
 * Copies an index. Its files are only appended to or replaced by rename, so that any copy of one is whole; but when names came or went
 * meanwhile, the copies may not belong together. Returns whether they were copied: without, they are made anew after the restore.
 */
async function copyIndex(from: string, to: string): Promise<boolean> {
  for (let tries = 0; tries < INDEX_TRIES; tries++) {
    try {
      const before = await layout(from);
      await copyFolder(from, to, isSettled);
      if (await layout(from) === before) {
        await compactIndexes(to);
        return true;
      }
    } catch (error) {
      // An index that cannot be read is no use to whoever restores it either.
      const damaged = error instanceof MorganError && error.code !== "storage_full";
      if (!(error instanceof Deno.errors.NotFound) && !damaged) throw error;
    }
    await Deno.remove(to, { recursive: true }).catch(() => {});
  }
  return false;
}

/** The names below a folder, with the content of small files that name others. */
async function layout(folder: string): Promise<string> {
  const parts: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (!isSettled(name)) continue;
    const path = join(folder, name);
    if (isDirectory) parts.push(`${name}/(${await layout(path)})`);
    else parts.push(name.endsWith(".json") ? `${name}=${await readIfThere(path)}` : name);
  }
  return parts.sort().join("\n");
}

/** The file that says that an index lacks nothing: rows and files of a backup are of different moments, so that it is to be looked at anew. */
const WHOLE = "whole.json";

function isSettled(name: string): boolean {
  return name !== WHOLE && !/\.(new|tmp)$/.test(name);
}
