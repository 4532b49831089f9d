import {
  changeSetting,
  configKeys,
  findSetting,
  loadConfig,
  type LoadedConfig,
  type Origin,
  parseSetting,
  SECRET_KEYS,
  settingOf,
  shownValue,
  variableName,
} from "../../lib/config/mod.ts";
import { homePaths, openHome, readIfThere } from "../../lib/home/mod.ts";
import { findRunning } from "../local_server.ts";
import { readValue } from "../secret_input.ts";
import { note, writeJson, writeLine } from "../terminal/output.ts";
import { table } from "../terminal/table.ts";

interface Shared {
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Settings that commands read anew each time, and the server never. */
const READ_BY_COMMANDS = new Set(["ingest.exclude", "query.rag", "query.llm", "emotion.colour"]);

/** Prints one setting's value. */
export async function getSetting(key: string, options: Shared): Promise<void> {
  findSetting(key);
  const { value, origin } = describe(key, await load());
  if (options.json) return writeJson({ key, value, origin });
  if (value !== null) writeLine(shown(value));
  else if (!options.quiet) note(`${key} is not set.`);
}

/** Prints all settings with where each value comes from. */
export async function listSettings(options: Shared): Promise<void> {
  const loaded = await load();
  const settings = configKeys().map(({ key, description }) => ({ ...describe(key, loaded), description }));
  if (options.json) return writeJson({ settings });
  writeLine(
    table(
      ["key", "value", "from"],
      settings.map(({ key, value, origin }) => [key, value === null ? "(not set)" : shown(value), origin]),
      1,
    ),
  );
  if (options.quiet) return;
  if (await findRunning(homePaths(Deno.env.toObject())) && await isNewer()) {
    note("The configuration was changed after the running server had started: `morgan stop` lets it act.");
  }
}

/** Changes a setting in the user's file. */
export async function setSetting(
  key: string,
  given: string,
  options: Shared,
  signal: AbortSignal,
): Promise<void> {
  findSetting(key);
  const text = given === "-" ? await readValue(key, signal) : given;
  if (given !== "-" && SECRET_KEYS.has(key) && !options.quiet) {
    note(`The shell's history now holds this secret. Next time: morgan config set ${key} - < FILE`);
  }
  await tell(await applySetting(key, parseSetting(key, text)), options);
}

/** Removes a setting from the user's file. */
export async function unsetSetting(key: string, options: Shared): Promise<void> {
  findSetting(key);
  await tell(await applySetting(key, undefined), options);
}

/** Prints where the user's file lies. */
export async function configPath(options: Shared): Promise<void> {
  const path = homePaths(Deno.env.toObject()).config;
  if (options.json) return writeJson({ path, exists: await readIfThere(path) !== null });
  writeLine(path);
}

/** A change of the user's file, and what has to happen for it to act. */
export interface Applied {
  key: string;
  /** As it may be printed; `null` where the key was removed. */
  value: unknown;
  changed: boolean;
  path: string;
  restart_needed: boolean;
}

/** Sets a key in the user's file, or removes it. @param value as `parseSetting` gives it; `undefined` removes the key */
export async function applySetting(key: string, value: unknown): Promise<Applied> {
  const home = await openHome(Deno.env.toObject());
  const changed = await changeSetting(home.config, key, value);
  const restart = changed && !READ_BY_COMMANDS.has(key) && await findRunning(home) !== null;
  return { key, value: shownValue(key, value), changed, path: home.config, restart_needed: restart };
}

/** The change as a line of a result. */
export function appliedLine({ key, value, changed, path }: Applied): string {
  const what = value === null ? `${key} is no longer set` : `${key} = ${shown(value)}`;
  return `${what} in ${path}${changed ? "" : " already"}`;
}

async function tell(applied: Applied, options: Shared): Promise<void> {
  if (options.json) return writeJson(applied);
  writeLine(appliedLine(applied));
  if (!options.quiet) await tellNext(applied);
}

/** Says what has to happen for a change to act. */
export async function tellNext({ key, changed, restart_needed }: Applied): Promise<void> {
  await tellIfHidden(key);
  if (restart_needed) {
    note(
      `Morgan runs with the settings of its start: run \`morgan stop\`, and the next command starts it with ${key}.`,
    );
  }
  if (changed && key.startsWith("embedding.")) {
    note("Documents that are indexed with another embedding model need `morgan reindex`.");
  }
}

/** Says when a stronger layer sets the key too, so that the change has no effect. */
async function tellIfHidden(key: string): Promise<void> {
  const { origins } = await load().catch((): Pick<LoadedConfig, "origins"> => ({ origins: new Map() }));
  const origin = origins.get(key);
  if (origin === "environment") {
    note(`${variableName(key)} in the environment is stronger, and stays in force.`);
  }
  if (origin === "project file") note(`morgan.json in this folder is stronger, and stays in force here.`);
}

function describe(
  key: string,
  { config, origins }: LoadedConfig,
): { key: string; value: unknown; origin: Origin } {
  return { key, value: shownValue(key, settingOf(config, key)), origin: origins.get(key) ?? "default" };
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(",") : String(value);
}

async function load(): Promise<LoadedConfig> {
  const env = Deno.env.toObject();
  return await loadConfig({ home: homePaths(env).root, env, project: Deno.cwd() });
}

/** Whether the configuration was written after the server's file, by the clock of their disk. */
async function isNewer(): Promise<boolean> {
  const { config, serverFile } = homePaths(Deno.env.toObject());
  const [written, started] = await Promise.all(
    [config, serverFile].map(async (path) => (await Deno.stat(path).catch(() => null))?.mtime),
  );
  return written != null && started != null && written > started;
}
