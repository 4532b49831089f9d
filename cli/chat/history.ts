import { join } from "node:path";
import { z } from "zod";
import { writePrivate } from "../../lib/home/files.ts";

/** Messages that are kept for the Up key. */
const MOST = 1000;

/** What was sent before, oldest first, kept in Morgan's folder for its owner alone. */
export interface SentHistory {
  readonly entries: readonly string[];
  add(text: string): Promise<void>;
}

export async function openSentHistory(root: string): Promise<SentHistory> {
  const path = join(root, "chat_history.json");
  const entries = await read(path);
  return {
    entries,
    async add(text) {
      if (entries.at(-1) === text) return;
      entries.push(text);
      entries.splice(0, Math.max(0, entries.length - MOST));
      await writePrivate(path, `${JSON.stringify(entries, null, 1)}\n`);
    },
  };
}

async function read(path: string): Promise<string[]> {
  try {
    return z.array(z.string()).parse(JSON.parse(await Deno.readTextFile(path)));
  } catch (error) {
    // A convenience only: one that is damaged begins anew.
    if (
      error instanceof Deno.errors.NotFound || error instanceof SyntaxError || error instanceof z.ZodError
    ) return [];
    throw error;
  }
}
