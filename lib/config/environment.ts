import { nearest } from "./nearest.ts";
import { configKeys } from "./schema.ts";
import { fromText } from "./setting.ts";

const PREFIX = "MORGAN_";

/** Variables that begin with `MORGAN_` and are not settings. */
const OTHER_VARIABLES = ["MORGAN_HOME", "MORGAN_URL", "MORGAN_TOKEN", "MORGAN_DATA_KEY_FILE"];

/** What container platforms set for a service whose name begins with `morgan`: Kubernetes' service variables, Docker's links. */
const OF_A_PLATFORM = /_SERVICE_(HOST|PORT(_\w+)?)$|_PORT(_\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)?$/;

/** The environment variable that sets a key: `llm.base_url` is `MORGAN_LLM_BASE_URL`. */
export function variableName(key: string): string {
  return PREFIX + key.replaceAll(".", "_").toUpperCase();
}

/**
 * The settings that the environment holds, by their dotted keys. Other variables are passed over: they may be anybody's; so is one that is empty, as container
 * platforms set what they are given no value for, unless it stands for a list of nothing.
 */
export function environmentLayer(env: Record<string, string>): Map<string, unknown> {
  const values = new Map<string, unknown>();
  // The name that Ollama's own users know; Morgan's own variable wins.
  if (env.OLLAMA_BASE_URL) values.set("llm.base_url", env.OLLAMA_BASE_URL);
  if (env.MORGAN_DATA_KEY_FILE) values.set("security.key_file", env.MORGAN_DATA_KEY_FILE);
  for (const { key, list } of configKeys()) {
    const name = variableName(key);
    const value = env[name];
    if (value === undefined || (value === "" && !list) || isLink(name, value, env)) continue;
    values.set(key, fromText(key, value));
  }
  return values;
}

/** Variables that are probably meant as a setting and are none, each with the name that was probably meant. */
export function mistypedVariables(env: Record<string, string>): { name: string; meant: string }[] {
  const known = [...configKeys().map(({ key }) => variableName(key)), ...OTHER_VARIABLES];
  const words = known.map((name) => name.slice(PREFIX.length));
  return Object.keys(env).filter((name) =>
    name.startsWith(PREFIX) && !known.includes(name) && !name.startsWith("MORGAN_TEST_") &&
    !OF_A_PLATFORM.test(name)
  ).flatMap((name) => {
    const meant = nearest(name.slice(PREFIX.length), words);
    return meant === undefined ? [] : [{ name, meant: PREFIX + meant }];
  });
}

/** Whether a platform set it: of a service `morgan-server`, `MORGAN_SERVER_PORT` is an address, and other variables go on from it. */
function isLink(name: string, value: string, env: Record<string, string>): boolean {
  return /^(tcp|udp|sctp):\/\//.test(value) && Object.keys(env).some((other) => other.startsWith(`${name}_`));
}
