import { join } from "node:path";
import type { z } from "zod";
import { MorganError } from "../errors.ts";
import { environmentLayer } from "./environment.ts";
import { keepSecrets } from "./setting.ts";
import { nearest } from "./nearest.ts";
import { type Config, configKeys, configSchema, PROJECT_SECTIONS } from "./schema.ts";

/** Which layer a value came from, strongest first. */
export type Origin = "flag" | "environment" | "project file" | "user file" | "default";

/** Where the layers of the configuration are. */
export interface ConfigSources {
  /** Dotted keys given on the command line. */
  flags?: Record<string, unknown>;
  /** The environment; a `MORGAN_…` variable that is no setting is passed over. */
  env: Record<string, string>;
  /** Folder of the user's `config.json` (`~/.morgan`). */
  home: string;
  /** Folder whose `morgan.json` may set the sections `query` and `ingest`. */
  project?: string;
}

/** The configuration and, for each key that is not a default, the layer that set it. */
export interface LoadedConfig {
  config: Config;
  origins: ReadonlyMap<string, Origin>;
}

/**
 * Reads all layers: flag > environment > project file > user file > default.
 * Throws `invalid_config`, naming file or variable and key, on anything out of range and on an unknown key of a file.
 */
export async function loadConfig(sources: ConfigSources): Promise<LoadedConfig> {
  const layers: { origin: Origin; label: string; values: Map<string, unknown> }[] = [
    { origin: "user file", ...await fileLayer(join(sources.home, "config.json")) },
    ...(sources.project ? [{ origin: "project file" as const, ...await projectLayer(sources.project) }] : []),
    { origin: "environment", label: "the environment", values: environmentLayer(sources.env) },
    { origin: "flag", label: "the command line", values: new Map(Object.entries(sources.flags ?? {})) },
  ];
  const tree: Record<string, unknown> = {};
  const origins = new Map<string, Origin>();
  const labels = new Map<string, string>();
  for (const { origin, label, values } of layers) {
    for (const [key, value] of values) {
      if (value === undefined) continue;
      setAt(tree, key.split("."), value);
      origins.set(key, origin);
      labels.set(key, label);
    }
  }
  const parsed = configSchema.safeParse(tree);
  if (parsed.success) {
    checkPool(parsed.data, labels);
    keepSecrets(parsed.data);
    return { config: parsed.data, origins };
  }
  throw configError(parsed.error, labels);
}

/** Both figures of the pool, where both were set, must fit one another; the default of one gives way to the other. */
function checkPool({ database }: Config, labels: ReadonlyMap<string, string>): void {
  const { pool_min: least, pool_max: most } = database;
  const where = labels.get("database.pool_min");
  if (least <= most || where === undefined || !labels.has("database.pool_max")) return;
  throw new MorganError(
    "invalid_config",
    `The setting database.pool_min in ${where} is wrong: ${least} is more than database.pool_max, ${most}.`,
    {
      hint: "Lower database.pool_min, or raise database.pool_max.",
      details: { key: "database.pool_min" },
    },
  );
}

function configError(error: z.ZodError, labels: ReadonlyMap<string, string>): MorganError {
  const issue = error.issues[0];
  const key = issue?.path.join(".") ?? "";
  const where = labels.get(key);
  return new MorganError(
    "invalid_config",
    `The setting ${key}${where ? ` in ${where}` : ""} is wrong: ${issue?.message}.`,
    {
      hint: `Correct ${key}, or remove it to use the default.`,
      details: { key },
    },
  );
}

async function fileLayer(path: string): Promise<{ label: string; values: Map<string, unknown> }> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (error) {
    // Where a folder of the path is none, whoever opens Morgan's folder says so better.
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return { label: path, values: new Map() };
    }
    throw new MorganError("invalid_config", `Cannot read the configuration file ${path}.`, {
      cause: error,
      hint: "Make the file readable for your user.",
    });
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // What the parser quotes of the file may be a secret.
    const [place = ""] = error instanceof Error ? /\bat position \d+.*/.exec(error.message) ?? [] : [];
    throw new MorganError("invalid_config", `${path} is not valid JSON${place ? ` ${place}` : ""}.`, {
      hint: "Correct the file, or remove it to use the defaults.",
    });
  }
  return { label: path, values: flatten(data, path) };
}

async function projectLayer(folder: string): Promise<{ label: string; values: Map<string, unknown> }> {
  const layer = await fileLayer(join(folder, "morgan.json"));
  for (const key of layer.values.keys()) {
    if (PROJECT_SECTIONS.has(key.split(".")[0] ?? "")) continue;
    throw new MorganError("invalid_config", `${layer.label} sets ${key}, which a project file may not.`, {
      hint: `Move ${key} to your own config.json; a project file may set ${
        [...PROJECT_SECTIONS].join(" and ")
      } only.`,
      details: { key },
    });
  }
  return layer;
}

/** `{llm: {model: "x"}}` as dotted keys, each of them known. */
function flatten(data: unknown, label: string): Map<string, unknown> {
  const values = new Map<string, unknown>();
  if (!isRecord(data)) {
    throw new MorganError("invalid_config", `${label} must hold one JSON object.`, {
      hint: 'Write {"llm": {"model": "…"}}.',
    });
  }
  const settings = new Set(configKeys().map(({ key }) => key));
  const sections = new Set([...settings].flatMap((key) => prefixes(key)));
  /** A name may hold dots itself: `{"llm.model": "x"}`. */
  function add(fields: Record<string, unknown>, above: string): void {
    for (const [name, value] of Object.entries(fields)) {
      const key = above + name;
      if (settings.has(key)) values.set(key, value);
      else if (isRecord(value) && (above === "" || sections.has(key))) add(value, `${key}.`);
      else throw unknownKey(key, label);
    }
  }
  add(data, "");
  return values;
}

/** The sections that a key lies in: of `services.rag.url`, `services` and `services.rag`. */
function prefixes(key: string): string[] {
  const names = key.split(".");
  return names.slice(1).map((_, i) => names.slice(0, i + 1).join("."));
}

/** Sets a value in a tree of sections, which are made where they are missing. */
function setAt(
  tree: Record<string, unknown>,
  [name = "", ...below]: readonly string[],
  value: unknown,
): void {
  if (below.length === 0) {
    tree[name] = value;
    return;
  }
  const section = tree[name];
  const own = isRecord(section) ? section : {};
  tree[name] = own;
  setAt(own, below, value);
}

function unknownKey(key: string, label: string): MorganError {
  const near = nearest(key, configKeys().map((known) => known.key));
  return new MorganError("invalid_config", `${label} sets ${key}, which is no setting of Morgan's.`, {
    hint: near ? `Did you mean ${near}?` : "Remove it, or see README.md for the known settings.",
    details: { key },
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
