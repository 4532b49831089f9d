import { join, relative, sep } from "node:path";
import { isSupported } from "../../lib/documents/kinds.ts";
import { type FoundFile, foundFile, isPassedOver, walk } from "../walk.ts";
import type { Root } from "./root.ts";

/** What lies at some paths now. */
export interface Scan {
  files: Map<string, FoundFile>;
  /** Folders that could not be read: nothing is known of what is below them. */
  unreadable: string[];
}

/** The files to ingest at or below `paths`, each of which lies in one of `roots`. */
export async function scan(
  paths: Iterable<string>,
  roots: readonly Root[],
  skipped: ReadonlySet<string>,
): Promise<Scan> {
  const found: Scan = { files: new Map(), unreadable: [] };
  for (const path of paths) {
    const root = roots.find((root) => isWithin(path, root.path) && isWanted(path, root, skipped));
    if (!root) continue;
    const info = await Deno.stat(path).catch(() => null);
    if (info?.isFile) found.files.set(path, foundFile(path, info));
    else if (info?.isDirectory && !await isLink(path, root)) {
      const walked = walk(path, skipped, (folder, error) => {
        if (!isMissing(error)) found.unreadable.push(folder);
      });
      for await (const file of walked) found.files.set(file.path, file);
    }
  }
  return found;
}

/** True for a path itself and for what is below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** True when there is surely no file at `path`; what cannot be looked at may be there. */
export async function isGone(path: string): Promise<boolean> {
  try {
    return !(await Deno.stat(path)).isFile;
  } catch (error) {
    return isMissing(error);
  }
}

/** Paths without those that lie below another of them. */
export function outermost(paths: Iterable<string>): string[] {
  const kept: string[] = [];
  for (const path of [...paths].sort((a, b) => a.length - b.length)) {
    if (!kept.some((other) => isWithin(path, other))) kept.push(path);
  }
  return kept;
}

/** A walk does not follow links to folders below its root. */
async function isLink(path: string, root: Root): Promise<boolean> {
  let at = root.path;
  for (const name of relative(root.path, path).split(sep).filter(Boolean)) {
    at = join(at, name);
    if ((await Deno.lstat(at).catch(() => null))?.isSymlink) return true;
  }
  return false;
}

function isWanted(path: string, root: Root, skipped: ReadonlySet<string>): boolean {
  const names = relative(root.path, path).split(sep).filter(Boolean);
  if (names.some((name) => isPassedOver(name, skipped))) return false;
  // What the user named is taken as it is; of what a walk finds, a folder may have any name and a file a known one.
  return names.length === 0 || isSupported(path) || isFolder(path);
}

function isFolder(path: string): boolean {
  try {
    return Deno.lstatSync(path).isDirectory;
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory;
}
