import { dirname } from "node:path";
import { isDiskFull, MorganError } from "../errors.ts";
import { removeTemporaries, syncFolder, temporaryName } from "../home/mod.ts";

/** Writes an archive to a file of mode 0600, which has its name only once it is whole. Returns its size in bytes. */
export async function writeArchive(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  onProgress: (size: number) => void = () => {},
): Promise<number> {
  // What a killed one left here.
  await removeTemporaries(dirname(path), false);
  const temporary = temporaryName(path);
  let size = 0;
  try {
    {
      using file = await open(temporary);
      for await (const chunk of bytes) {
        for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
        size += chunk.length;
        onProgress(size);
      }
      await file.sync();
    }
    await Deno.rename(temporary, path);
    await syncFolder(dirname(path));
    return size;
  } catch (error) {
    await Deno.remove(temporary).catch(() => {});
    if (!isDiskFull(error)) throw error;
    throw new MorganError("storage_full", `The disk is full: ${path} cannot be written.`, {
      cause: error,
      hint: "Free some space, or write the backup to another disk.",
    });
  }
}

async function open(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
  } catch (error) {
    const missing = error instanceof Deno.errors.NotFound;
    throw new MorganError("invalid_input", `Cannot write ${path}.`, {
      cause: error,
      hint: missing ? "Its folder is not there: make it first." : "Check the permissions of its folder.",
    });
  }
}
