import { loadConfig } from "../lib/config/mod.ts";
import { configuredDatabase } from "../lib/db/mod.ts";
import type { Home } from "../lib/home/mod.ts";

/** Which database Morgan's settings name, for commands that open it themselves. */
export async function findDatabase(home: Home): Promise<ReturnType<typeof configuredDatabase>> {
  const { config: { database } } = await loadConfig({ home: home.root, env: Deno.env.toObject() });
  return configuredDatabase(database, home.data);
}
