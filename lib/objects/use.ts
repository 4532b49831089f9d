import { join } from "node:path";
import { lockAtOnce } from "../home/mod.ts";

/** The file whose lock tells that a folder of objects is in use; no bucket is called so. */
export const USE_LOCK = ".lock";

/** A folder of objects that this process uses, perhaps beside others. */
export interface FolderUse {
  /** Gives it back; before that runs `last` where no other process uses the folder. */
  end(last: () => Promise<void>): Promise<void>;
}

/**
 * Counts this process among those that use a folder, until it ends, however it ends: each holds a shared lock. Runs `first` before that where
 * no other uses it.
 */
export async function useFolder(root: string, first: () => Promise<void>): Promise<FolderUse> {
  const file = await Deno.open(join(root, USE_LOCK), { read: true, write: true, create: true, mode: 0o600 });
  try {
    if (await lockAtOnce(file)) {
      await first();
      await file.unlock();
    }
    await file.lock(false);
  } catch (error) {
    file.close();
    throw error;
  }
  return {
    async end(last) {
      await file.unlock();
      try {
        if (await lockAtOnce(file)) await last();
      } finally {
        // Its lock goes with it.
        file.close();
      }
    },
  };
}
