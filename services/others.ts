import type { Config } from "../lib/config/mod.ts";
import { MorganError } from "../lib/errors.ts";
import { IN_PROCESS, overHttp, type Transport } from "../lib/http/mod.ts";
import { isAway } from "../lib/models/embedding.ts";
import { errorFields, serviceLogger } from "../lib/telemetry/mod.ts";
import { servicePath } from "./front.ts";
import { CALLED_BY, type ServiceName } from "./names.ts";

/**
 * How services that do not run in this process are reached: at `services.<name>.url`, with the service token. Throws `invalid_config` where
 * one of those that are to run here calls another whose address, or the token, is not set.
 */
export function reachOthers(
  { services: settings }: Pick<Config, "services">,
  here: readonly ServiceName[],
  token: string | null,
): (name: ServiceName) => [string, Transport] {
  const called = new Set(here.flatMap((name) => CALLED_BY[name]));
  for (const name of called) if (!here.includes(name)) addressOf(name);
  const spread = called.values().some((name) => !here.includes(name)) || !here.includes("core");
  if (spread && token === null) {
    throw new MorganError("invalid_config", "services.token is not set, so other processes cannot call.", {
      hint:
        "Make one (openssl rand -base64 32 > FILE) and set services.token_file in every process of this Morgan.",
      details: { key: "services.token_file" },
    });
  }

  function addressOf(name: Exclude<ServiceName, "core">): string {
    const { url } = settings[name];
    if (url !== undefined) return url.replace(/\/+$/, "") + servicePath(name);
    throw new MorganError(
      "invalid_config",
      `services.${name}.url is not set, and ${name} does not run here.`,
      {
        hint: `Set it to the address of the process that runs ${name}, or add ${name} to --services.`,
        details: { key: `services.${name}.url` },
      },
    );
  }

  return (name) => {
    if (name === "core" || token === null || !called.has(name)) return [IN_PROCESS, notCalled(name)];
    const hint =
      `Check that a process there runs it (morgan serve --services ${name}) and services.${name}.url.`;
    const refused =
      "Give both processes the same services.token, or services.token_file, and start this one again.";
    return [addressOf(name), overHttp(token, { what: `the service ${name}`, hint, refused })];
  };
}

function notCalled(name: ServiceName): Transport {
  return () =>
    Promise.reject(new MorganError("unavailable", `The service ${name} does not run in this process.`));
}

/** Longest wait for a service of another process at the start. The processes of a Morgan start in any order. */
const COMES_UP_MS = 30_000;
const BETWEEN_MS = 250;

/** Waits until a service of another process answers. One that does not come up is missed where it is needed, and told of there. */
export async function comesUp(
  name: ServiceName,
  ask: () => Promise<unknown>,
  signal?: AbortSignal,
): Promise<void> {
  const latest = performance.now() + COMES_UP_MS;
  for (;;) {
    signal?.throwIfAborted();
    try {
      await ask();
      return;
    } catch (error) {
      if (!isAway(error)) throw error;
      if (performance.now() > latest) {
        return serviceLogger("core").warning("a service does not answer", {
          service: name,
          ...errorFields(error),
        });
      }
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}
