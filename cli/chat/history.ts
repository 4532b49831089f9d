import { join } from "node:path";
import { z } from "zod";
import { readIfThere, withLock, writePrivate } from "../../lib/home/mod.ts";

/** Messages that are kept for the Up key. */
const MOST = 1000;

/** What was sent before, oldest first, kept in Morgan's folder for its owner alone. */
export interface SentHistory {
  readonly entries: readonly string[];
  add(text: string): Promise<void>;
}

/** Opens the history of the folder `root`. Chats that are open at the same time add to the same one. */
export async function openSentHistory(root: string): Promise<SentHistory> {
  const path = join(root, "chat_history.json");
  const entries = await read(path);
  return {
    entries,
    async add(text) {
      if (entries.at(-1) === text) return;
      entries.push(text);
      // A convenience only: what cannot be written is not kept.
      await withLock(`${path}.lock`, async () => {
        const stored = [...await read(path), text].slice(-MOST);
        await writePrivate(path, `${JSON.stringify(stored, null, 1)}\n`);
      }).catch(() => {});
    },
  };
}

/** What is damaged begins anew. */
async function read(path: string): Promise<string[]> {
  try {
    return z.array(z.string()).parse(JSON.parse(await readIfThere(path) ?? "[]"));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}
