import { basename, join } from "node:path";
import { isSupported } from "../lib/documents/kinds.ts";
import { MorganError } from "../lib/errors.ts";

/** A file to ingest. */
export interface FoundFile {
  path: string;
  size: number;
  /** Changes whenever the file is written, replaced or renamed: its times, size and number on the disk. */
  mark: string;
}

/** Folders that hold no documents of the user's. Hidden ones are passed over as well. */
const PASSED_OVER = new Set(["node_modules", "__pycache__", "target", "venv"]);

/**
 * The files that `paths` name: files as they are, folders with all documents and source code below them, in the order of
 * their names. Links to folders are not followed. Throws `not_found` for a path that is not there.
 */
export async function findFiles(paths: readonly string[], exclude: readonly string[]): Promise<FoundFile[]> {
  const skipped = passedOver(exclude);
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const info = await statOf(path);
    if (info.isDirectory) { for await (const file of walk(path, skipped)) found.set(file.path, file); }
    else found.set(path, foundFile(path, info));
  }
  return [...found.values()];
}

/** The names that are passed over: Morgan's own and those that the user excludes. */
export function passedOver(exclude: readonly string[]): ReadonlySet<string> {
  return new Set([...PASSED_OVER, ...exclude]);
}

/** Whether a walk leaves out entries of this name. */
export function isPassedOver(name: string, skipped: ReadonlySet<string>): boolean {
  return name.startsWith(".") || skipped.has(name);
}

/** A file as `findFiles` gives it. */
export function foundFile(path: string, info: Deno.FileInfo): FoundFile {
  const times = [info.mtime, info.ctime].map((time) => time?.getTime() ?? 0);
  return { path, size: info.size, mark: [...times, info.size, info.ino].join(" ") };
}

async function statOf(path: string): Promise<Deno.FileInfo> {
  try {
    return await Deno.stat(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new MorganError("not_found", `There is no file or folder ${path}.`, {
        cause: error,
        hint: "Check the path.",
      });
    }
    throw new MorganError("invalid_input", `Cannot read ${path}.`, {
      cause: error,
      hint: "Check its permissions.",
    });
  }
}

/**
 * The documents and source code below a folder, in the order of their names.
 *
 * @param onUnreadable told of folders that cannot be read, which are then passed over. @default the error is thrown
 */
export async function* walk(
  folder: string,
  skipped: ReadonlySet<string>,
  onUnreadable?: (folder: string, error: unknown) => void,
): AsyncGenerator<FoundFile> {
  let entries: Deno.DirEntry[];
  try {
    entries = await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (!onUnreadable) throw error;
    return onUnreadable(folder, error);
  }
  for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    if (isPassedOver(entry.name, skipped)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory) yield* walk(path, skipped, onUnreadable);
    else if (isSupported(basename(path))) {
      const info = await Deno.stat(path).catch(() => null);
      if (info?.isFile) yield foundFile(path, info);
    }
  }
}
