import { dirname } from "node:path";
import { MorganError } from "../errors.ts";
import { temporaryName } from "./leftovers.ts";

/** Writes a file with mode 0600 by rename: readers see the old content or the new, never a part, also after a power cut. */
export async function writePrivate(path: string, text: string): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await Deno.writeTextFile(temporary, text, { createNew: true, mode: 0o600 });
    {
      using file = await Deno.open(temporary, { write: true });
      await file.sync();
    }
    await Deno.rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await Deno.remove(temporary).catch(() => {});
    throw error;
  }
}

/** Makes new names in a folder durable. Not every system lets a folder be opened. */
export async function syncFolder(folder: string): Promise<void> {
  if (Deno.build.os === "windows") return;
  using opened = await Deno.open(folder);
  await opened.sync();
}

/** The file's text, or null if there is none. Throws `storage` naming a file that cannot be read. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return null;
    throw new MorganError(
      "storage",
      `Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
        hint: "Make it a file that your user can read, or move it away.",
        details: { path },
      },
    );
  }
}

/** Copies a folder with all that is in it; `to` is made with mode 0700. Links are left out. */
export async function copyFolder(
  from: string,
  to: string,
  wanted: (name: string) => boolean = () => true,
): Promise<void> {
  await Deno.mkdir(to, { recursive: true, mode: 0o700 });
  for await (const { name, isDirectory, isFile } of Deno.readDir(from)) {
    if (!wanted(name)) continue;
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`, wanted);
    else if (isFile) await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}
