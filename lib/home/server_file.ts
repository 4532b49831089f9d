import { z } from "zod";
import type { Home } from "./home.ts";
import { readIfThere, writePrivate } from "./files.ts";

const schema = z.object({
  /** Base address, such as `http://127.0.0.1:41234`. */
  url: z.url(),
  pid: z.int().positive(),
  version: z.string(),
  /** ISO 8601. */
  started_at: z.string(),
  /** Names the process, as no other one is named: what it has to prove. */
  instance: z.string().min(1),
  /** A command started it: it leaves when idle, and a command may start it anew. */
  background: z.boolean().optional(),
});

/** How a running server is found. */
export type ServerFile = z.infer<typeof schema>;

export async function writeServerFile(home: Home, server: ServerFile): Promise<void> {
  await writePrivate(home.serverFile, `${JSON.stringify(server, null, 2)}\n`);
}

/** What the last server wrote, or null if there is nothing readable. It may have died since: nothing of it is to be trusted before that is proven. */
export async function readServerFile(home: Home): Promise<ServerFile | null> {
  const text = await readIfThere(home.serverFile);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Removes the file if it is still this process's. */
export async function removeServerFile(home: Home, pid: number = Deno.pid): Promise<void> {
  if ((await readServerFile(home))?.pid !== pid) return;
  await Deno.remove(home.serverFile).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}
