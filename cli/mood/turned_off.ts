import { loadConfig } from "../../lib/config/mod.ts";
import { homePaths } from "../../lib/home/mod.ts";

/** Said where `emotion.enabled` is false. */
export const TURNED_OFF =
  "Morgan does not notice feelings: emotion.enabled is false. `morgan config set emotion.enabled true` turns it on.";

/** Whether the settings of this machine turn feelings off; those of a server elsewhere are not known. */
export async function isTurnedOff(): Promise<boolean> {
  const env = Deno.env.toObject();
  if (env.MORGAN_URL) return false;
  return !(await loadConfig({ home: homePaths(env).root, env })).config.emotion.enabled;
}
