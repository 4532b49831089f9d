import { join } from "node:path";
import { z } from "zod";
import { readIfThere, writePrivate } from "../../../lib/home/mod.ts";

/**
 * `whole.json`: the index lacks nothing for which no job is stored in that database. It lies beside the index's files and in no backup, whose
 * rows and files are of different moments.
 */
const Mark = z.object({
  /** The id of the embedding model; `null`: words alone. */
  model: z.string().nullable(),
  /** `databaseId` of the database whose messages it holds. */
  database: z.string(),
});
type Mark = z.infer<typeof Mark>;

export const MARK_FILE = "whole.json";

/** The mark in the index's folder; `null` where it is missing or damaged. */
export async function readMark(folder: string): Promise<Mark | null> {
  const text = await readIfThere(join(folder, MARK_FILE));
  if (text === null) return null;
  try {
    return Mark.parse(JSON.parse(text));
  } catch {
    // As good as none: the messages are compared, and it is written anew.
    return null;
  }
}

export async function writeMark(folder: string, mark: Mark): Promise<void> {
  await writePrivate(join(folder, MARK_FILE), `${JSON.stringify(mark)}\n`);
}

export async function removeMark(folder: string): Promise<void> {
  await Deno.remove(join(folder, MARK_FILE)).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}
