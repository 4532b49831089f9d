import { basename, join, relative, sep } from "node:path";
import { isSupported } from "../lib/documents/kinds.ts";
import { MorganError } from "../lib/errors.ts";
import { isLock, type PassedOver, passReason } from "./passed_over.ts";
import { isMisread, isMissing, NOT_UTF8, readFailure, requireReadable } from "./unreadable.ts";

/** A file to ingest. */
export interface FoundFile {
  path: string;
  size: number;
  /** Changes whenever the file is written, replaced or renamed: its times, size and number on the disk. */
  mark: string;
}

/** What lies at some paths. */
export interface Found {
  /** By path, in the order in which they were found. */
  files: Map<string, FoundFile>;
  passed: PassedOver[];
  /** Files and folders that cannot be read, each with what stands in the way. */
  unreadable: Map<string, MorganError>;
}

/** What a walk takes. */
export interface WalkRules {
  /** Names that are passed over. */
  excluded: ReadonlySet<string>;
  /** Read what links lead to outside the given folders. */
  followLinks: boolean;
}

/** Looks through folders and remembers where it was, so that nothing is found twice. */
export interface Walker {
  found: Found;
  /** Takes what the user named as it is: a file whatever its name but a lock, a folder with all below it. */
  take(path: string): Promise<void>;
  /** Looks at what is at `path` as a walk that came there would: its name and kind decide. */
  look(path: string): Promise<void>;
  /** Looks at the links that were met: at the end, since what they lead to may be found by itself. */
  followMet(): Promise<void>;
}

/**
 * What `paths` name: files as they are, folders with all documents and source code below them, in the order of their names. Throws for the
 * first path when none can be read; otherwise each that cannot is told in `unreadable`.
 */
export async function findFiles(paths: readonly string[], rules: WalkRules): Promise<Found> {
  const walker = await openWalker(paths, rules);
  let taken = 0;
  let failure: unknown;
  for (const path of paths) {
    try {
      await walker.take(path);
      taken++;
    } catch (error) {
      failure ??= error;
      walker.found.unreadable.set(path, readFailure(path, error));
    }
  }
  if (taken === 0 && failure !== undefined) throw failure;
  await walker.followMet();
  return walker.found;
}

/** A walker over what lies in `roots`. */
export async function openWalker(
  roots: readonly string[],
  { excluded, followLinks }: WalkRules,
): Promise<Walker> {
  const found: Found = { files: new Map(), passed: [], unreadable: new Map() };
  const real = await Promise.all(roots.map((root) => Deno.realPath(root).catch(() => root)));
  const entered = new Set<string>();
  const met: string[] = [];

  async function walk(folder: string): Promise<void> {
    let entries: Deno.DirEntry[];
    try {
      const whole = await Deno.realPath(folder);
      if (entered.has(whole)) return;
      entered.add(whole);
      entries = await Array.fromAsync(Deno.readDir(folder));
    } catch (error) {
      if (!isMissing(error)) found.unreadable.set(folder, readFailure(folder, error));
      else if (isMisread(folder)) found.unreadable.set(folder, NOT_UTF8);
      return;
    }
    let before = "";
    for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
      const path = join(folder, entry.name);
      // A name that was misread may be another file's.
      if (entry.name === before) found.unreadable.set(`${path} (another)`, NOT_UTF8);
      else await enter(path, entry);
      before = entry.name;
    }
  }
  async function enter(path: string, entry: Deno.DirEntry | Deno.FileInfo): Promise<void> {
    const name = path.slice(path.lastIndexOf(sep) + 1);
    const reason = passReason(name, excluded, { folder: entry.isDirectory });
    if (reason) found.passed.push({ path, reason });
    else if (entry.isSymlink) met.push(path);
    else if (entry.isDirectory) await walk(path);
    else if (!entry.isFile) found.passed.push({ path, reason: "special" });
    else await add(path);
  }
  async function add(path: string): Promise<void> {
    if (!isSupported(path)) return void found.passed.push({ path, reason: "unsupported" });
    try {
      found.files.set(path, foundFile(path, await Deno.stat(path)));
    } catch (error) {
      if (!isMissing(error)) found.unreadable.set(path, readFailure(path, error));
      else if (isMisread(path)) found.unreadable.set(path, NOT_UTF8);
    }
  }
  async function follow(path: string): Promise<void> {
    let target: string;
    let info: Deno.FileInfo;
    try {
      target = await Deno.realPath(path);
      info = await Deno.stat(target);
    } catch (error) {
      if (isMissing(error) && isMisread(path)) found.unreadable.set(path, NOT_UTF8);
      else if (isMissing(error) || error instanceof Deno.errors.FilesystemLoop) {
        found.passed.push({ path, reason: "broken_link" });
      } else found.unreadable.set(path, readFailure(path, error));
      return;
    }
    const root = real.find((root) => isWithin(target, root));
    if (root === undefined && !followLinks) return void found.passed.push({ path, reason: "link" });
    if (root !== undefined && isReached(target, root, info)) return;
    if (info.isDirectory) {
      if (root === undefined) await walk(path);
      else found.passed.push({ path, reason: "link" });
    } else if (!info.isFile) found.passed.push({ path, reason: "special" });
    else if (!entered.has(target)) {
      entered.add(target);
      await add(path);
    }
  }
  /** Whether a walk from `root` comes to `target` by itself. */
  function isReached(target: string, root: string, info: Deno.FileInfo): boolean {
    const names = relative(root, target).split(sep).filter(Boolean);
    const last = names.length - 1;
    const passed = names.some((name, at) =>
      passReason(name, excluded, { folder: at < last || info.isDirectory })
    );
    return !passed && (info.isDirectory || names.length === 0 || info.isFile && isSupported(target));
  }
  return {
    found,
    async take(path) {
      const info = requireReadable(path, await statOf(path));
      if (info.isDirectory) await walk(path);
      else if (isLock(basename(path))) found.passed.push({ path, reason: "temporary" });
      else found.files.set(path, foundFile(path, info));
    },
    async look(path) {
      const info = await Deno.lstat(path).catch(() => null);
      if (info) await enter(path, info);
    },
    async followMet() {
      for (let path = met.shift(); path !== undefined; path = met.shift()) await follow(path);
    },
  };
}

/** True for a path itself and for what is below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function foundFile(path: string, info: Deno.FileInfo): FoundFile {
  const times = [info.mtime, info.ctime].map((time) => time?.getTime() ?? 0);
  return { path, size: info.size, mark: [...times, info.size, info.ino].join(" ") };
}

async function statOf(path: string): Promise<Deno.FileInfo> {
  try {
    return await Deno.stat(path);
  } catch (error) {
    if (!isMissing(error)) throw readFailure(path, error);
    if (isMisread(path)) throw NOT_UTF8;
    throw new MorganError("not_found", `There is no file or folder ${path}.`, {
      cause: error,
      hint: "Check the path.",
    });
  }
}
