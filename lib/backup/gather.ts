import { join } from "node:path";
import { keyPath } from "../crypto/mod.ts";
import { readIfThere } from "../home/files.ts";
import type { Home } from "../home/mod.ts";
import { SECRET_KEYS } from "../config/schema.ts";
import { DOCUMENTS_BUCKET, type ObjectStore } from "../objects/mod.ts";
import type { Content, Member } from "./pack.ts";

/** A document's original: its key is its SHA-256. */
export interface Original {
  key: string;
  size: number;
}

/** All files and folders below `folder`, as members whose names begin with `name`. A folder that is not there gives none. */
export async function* folderMembers(
  folder: string,
  name: string,
  wanted: (name: string) => boolean = () => true,
): AsyncGenerator<Member> {
  let entries: Deno.DirEntry[];
  try {
    entries = await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  yield { name, open: null };
  for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    if (!wanted(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory) yield* folderMembers(path, `${name}/${entry.name}`, wanted);
    else if (entry.isFile) yield fileMember(path, `${name}/${entry.name}`);
  }
}

/** One file. */
export function fileMember(path: string, name: string): Member {
  return { name, open: () => openFile(path) };
}

/** Documents' bytes. What is not there is added to `missing`. */
export async function* objectMembers(
  objects: ObjectStore,
  originals: Iterable<Original>,
  missing: string[],
): AsyncGenerator<Member> {
  for (const { key, size } of originals) {
    if (!await objects.has(DOCUMENTS_BUCKET, key)) {
      missing.push(key);
      continue;
    }
    const path = objects.path?.(DOCUMENTS_BUCKET, key);
    yield {
      name: `objects/${DOCUMENTS_BUCKET}/${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`,
      open: async () =>
        path ? await openFile(path) : { size, bytes: await objects.get(DOCUMENTS_BUCKET, key) },
    };
  }
}

/** Pulled models; what is still being pulled is left out. */
export function modelMembers(home: Home): AsyncGenerator<Member> {
  return folderMembers(home.models, "models", (name) => !/^\.|\.(part|partial|incomplete|tmp)$/.test(name));
}

/** The configuration, without keys unless `secrets`, which also adds the token and the key to what was learned. */
export async function* settingMembers(home: Home, secrets: boolean): AsyncGenerator<Member> {
  const config = await readIfThere(home.config);
  const kept = config !== null ? portableConfig(config, secrets) : null;
  if (kept !== null) yield textMember("config.json", kept);
  const token = secrets ? await readIfThere(home.token) : null;
  if (token !== null) yield textMember("token", token);
  const key = secrets ? await readIfThere(keyPath(home)) : null;
  if (key !== null) {
    yield { name: "keys", open: null };
    yield textMember("keys/data.key", key);
  }
}

/**
 * The configuration for another machine: without what says where this one keeps its data and finds its services, and, unless `secrets`,
 * without keys; `null` where it cannot be told what is one.
 */
export function portableConfig(config: string, secrets: boolean): string | null {
  const value = withoutPlaces(config);
  if (value === null) return null;
  const strip = (value: unknown, prefix: string): unknown => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const kept = Object.entries(value).filter(([name]) => secrets || !SECRET_KEYS.has(prefix + name));
    return Object.fromEntries(kept.map(([name, inner]) => [name, strip(inner, `${prefix}${name}.`)]));
  };
  return `${JSON.stringify(strip(value, ""), null, 2)}\n`;
}

/** The sections of a configuration that belong to one machine. */
const PLACES = /^(database|services)(\.|$)/;

function withoutPlaces(config: string): Record<string, unknown> | null {
  const entries = sections(config);
  return entries && Object.fromEntries(entries.filter(([name]) => !PLACES.test(name)));
}

/** The configuration that comes with an archive, with what a machine has of its own; `null` where neither has any. */
export function mergedConfig(theirs: string | null, ours: string | null): string | null {
  const own = (ours === null ? null : sections(ours))?.filter(([name]) => PLACES.test(name)) ?? [];
  if (own.length === 0) return theirs;
  const rest = theirs === null ? {} : withoutPlaces(theirs) ?? {};
  return `${JSON.stringify({ ...rest, ...Object.fromEntries(own) }, null, 2)}\n`;
}

/** What stands at the top of a configuration; `null` where it cannot be read. */
function sections(config: string): [string, unknown][] | null {
  try {
    const value: unknown = JSON.parse(config);
    return typeof value === "object" && value !== null ? Object.entries(value) : null;
  } catch {
    return null;
  }
}

function textMember(name: string, text: string): Member {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    open: () => Promise.resolve({ size: bytes.length, bytes: ReadableStream.from([bytes]) }),
  };
}

/** A file's bytes; null where it is gone since it was listed: a conversation that was deleted, a model that was replaced. */
async function openFile(path: string): Promise<Content | null> {
  try {
    const file = await Deno.open(path);
    const { size } = await file.stat();
    return { size, bytes: file.readable };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
