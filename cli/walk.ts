import { basename, join } from "node:path";
import { isSupported } from "../lib/documents/kinds.ts";
import { MorganError } from "../lib/errors.ts";

/** A file to ingest. */
export interface FoundFile {
  path: string;
  size: number;
}

/** Folders that hold no documents of the user's. Hidden ones are passed over as well. */
const PASSED_OVER = new Set(["node_modules", "__pycache__", "target", "venv"]);

/**
 * The files that `paths` name: files as they are, folders with all documents and source code below them, in the order of
 * their names. Links to folders are not followed. Throws `not_found` for a path that is not there.
 */
export async function findFiles(paths: readonly string[], exclude: readonly string[]): Promise<FoundFile[]> {
  const skipped = new Set([...PASSED_OVER, ...exclude]);
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const info = await statOf(path);
    if (info.isDirectory) { for await (const file of walk(path, skipped)) found.set(file.path, file); }
    else found.set(path, { path, size: info.size });
  }
  return [...found.values()];
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

async function* walk(folder: string, skipped: ReadonlySet<string>): AsyncGenerator<FoundFile> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
    if (entry.name.startsWith(".") || skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory) yield* walk(path, skipped);
    else if (isSupported(basename(path))) {
      const info = await Deno.stat(path).catch(() => null);
      if (info?.isFile) yield { path, size: info.size };
    }
  }
}
