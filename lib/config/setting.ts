import { MorganError } from "../errors.ts";
import { nearest } from "./nearest.ts";
import { configKeys, SECRET_KEYS, type Setting } from "./schema.ts";

/** What stands in place of a secret. */
const MASK = "********";

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

/** An address without the name and password that it may hold. */
export function publicAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.username === "" && url.password === "") return address;
  return Object.assign(url, { username: "", password: "" }).href;
}

/** A value as it may be printed: secrets are masked, also a password within an address. */
export function shownValue(key: string, value: unknown): unknown {
  if (value === undefined) return null;
  if (SECRET_KEYS.has(key)) return MASK;
  if (typeof value !== "string" || !URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.password === "") return value;
  url.password = MASK;
  return url.href;
}
