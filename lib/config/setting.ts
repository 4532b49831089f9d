import { MorganError } from "../errors.ts";
import {
  isSecretParameter,
  keepAddress,
  keepDatabasePassword,
  keepSecret,
  MASK,
  maskedDeep,
} from "../mask.ts";
import { nearest } from "./nearest.ts";
import { type Config, configKeys, SECRET_KEYS, type Setting } from "./schema.ts";

/** An address whose parts, but for the password, are told in errors. */
const DATABASE_URL = "database.url";

/** The setting of this dotted key. Throws `invalid_input` with the nearest known key. */
export function findSetting(key: string): Setting {
  const settings = configKeys();
  const setting = settings.find((known) => known.key === key);
  if (setting) return setting;
  const near = nearest(key, settings.map((known) => known.key));
  throw new MorganError("invalid_input", `There is no setting ${key}.`, {
    hint: near ? `Did you mean ${near}?` : "See all settings with `morgan config list`.",
    details: { key },
  });
}

/** A text as the value that the schema is given: a list is written with commas. */
export function fromText(key: string, text: string): unknown {
  if (!configKeys().some((setting) => setting.key === key && setting.list)) return text;
  return text.split(",").map((item) => item.trim()).filter(Boolean);
}

/** The value that a text sets a key to. Throws `invalid_input` where the key is unknown or the value not one it may have. */
export function parseSetting(key: string, text: string): unknown {
  const setting = findSetting(key);
  const parsed = setting.schema.safeParse(fromText(key, text));
  // An empty text is coerced to 0, which nobody means.
  if (parsed.success && (text.trim() !== "" || setting.list)) return parsed.data;
  const issue = parsed.success ? "it is empty" : parsed.error.issues[0]?.message;
  throw new MorganError("invalid_input", `The value for ${key} is wrong: ${issue}.`, {
    hint: `${setting.description} To go back to the default: morgan config unset ${key}.`,
    details: { key },
  });
}

/** An address without the name and password that it may hold, and without keys among its parameters. */
export function publicAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const secret = [...url.searchParams.keys()].filter(isSecretParameter);
  if (url.username === "" && url.password === "" && secret.length === 0) return address;
  for (const name of secret) url.searchParams.delete(name);
  return Object.assign(url, { username: "", password: "" }).href;
}

/** A value as it may be printed: secrets are masked, also within an address. */
export function shownValue(key: string, value: unknown): unknown {
  if (value === undefined) return null;
  if (SECRET_KEYS.has(key)) return MASK;
  return typeof value === "string" || Array.isArray(value) ? maskedDeep(value) : value;
}

/** The value that a configuration has for a dotted key; `undefined` where it has none. */
export function settingOf(config: Config, key: string): unknown {
  let value: unknown = config;
  for (const name of key.split(".")) {
    value = Object.entries(value ?? {}).find(([known]) => known === name)?.[1];
  }
  return value;
}

/** Lets no secret of the configuration into an error, a log or an answer. */
export function keepSecrets(config: Config): void {
  for (const { key } of configKeys()) {
    for (const text of [settingOf(config, key)].flat()) {
      if (typeof text !== "string") continue;
      if (key === DATABASE_URL) {
        keepDatabasePassword(text);
        continue;
      }
      keepAddress(text);
      if (SECRET_KEYS.has(key)) keepSecret(text);
      if (SECRET_KEYS.has(key) && URL.canParse(text)) keepSecretAddress(new URL(text));
    }
  }
}

/** Of an address that is secret as a whole, what others say of it: as a library writes it, and its path. */
function keepSecretAddress({ href, pathname, search }: URL): void {
  keepSecret(href);
  if (pathname.length + search.length > 1) keepSecret(pathname + search);
}
