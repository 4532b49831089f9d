import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readIfThere } from "../home/files.ts";

/** Models that come with Morgan. */
const BUILT_IN = fileURLToPath(new URL("../../assets/models/", import.meta.url));

/** What a pull notes beside a model's files. */
export const PULL_FILE = ".morgan.json";

const PullNote = z.object({
  repo: z.string(),
  endpoint: z.string(),
  /** As it was asked for, such as `main`. */
  revision: z.string(),
  commit: z.string(),
  variant: z.string(),
  pulled_at: z.string(),
});
/** Where a pulled model came from. */
export type PullNote = z.infer<typeof PullNote>;

/** An embedding model on this machine. */
export interface LocalModel {
  /** `owner/name`. */
  name: string;
  path: string;
  source: "built-in" | "pulled" | "placed";
  bytes: number;
  /** Absent for a folder that somebody put there by hand. */
  pull?: PullNote;
}

/** Where a model of this name may lie, first to be tried first. @param models the folder of the user's own models */
export function modelPaths(name: string, models: string): string[] {
  return [join(models, name), join(BUILT_IN, name)];
}

/** The models on this machine by name: the user's own stand before those that come with Morgan. */
export async function localModels(models: string): Promise<LocalModel[]> {
  const found = new Map<string, LocalModel>();
  for (const [root, builtIn] of [[models, false], [BUILT_IN, true]] as const) {
    for (const name of await namesIn(root)) {
      if (found.has(name)) continue;
      const path = join(root, name);
      const pull = await readPullNote(path);
      const source = builtIn ? "built-in" : pull ? "pulled" : "placed";
      found.set(name, { name, path, source, bytes: await size(path), ...(pull ? { pull } : {}) });
    }
  }
  return [...found.values()].sort((a, b) => a.name < b.name ? -1 : 1);
}

/** What a pull noted in a model's folder, or null. */
export async function readPullNote(path: string): Promise<PullNote | null> {
  const text = await readIfThere(join(path, PULL_FILE));
  if (text === null) return null;
  try {
    return PullNote.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Folders with a `config.json`, directly below or one deeper; hidden ones are none. */
async function namesIn(root: string): Promise<string[]> {
  const names: string[] = [];
  for (const owner of await folders(root)) {
    if (await isFile(join(root, owner, "config.json"))) names.push(owner);
    for (const name of await folders(join(root, owner))) {
      if (await isFile(join(root, owner, name, "config.json"))) names.push(`${owner}/${name}`);
    }
  }
  return names;
}

async function folders(path: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name, isDirectory, isSymlink } of Deno.readDir(path)) {
      if ((isDirectory || isSymlink) && !name.startsWith(".")) names.push(name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound) && !(error instanceof Deno.errors.NotADirectory)) {
      throw error;
    }
  }
  return names;
}

async function isFile(path: string): Promise<boolean> {
  return await Deno.stat(path).then((info) => info.isFile, () => false);
}

async function size(path: string): Promise<number> {
  let bytes = 0;
  for await (const { name, isDirectory } of Deno.readDir(path)) {
    bytes += isDirectory ? await size(join(path, name)) : (await Deno.stat(join(path, name))).size;
  }
  return bytes;
}
