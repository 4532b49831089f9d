import type { Config } from "../../lib/config/mod.ts";
import type { Clients, ProcessDependencies, Service } from "../service.ts";
import { createEmpathyApp } from "./app.ts";
import { fromConfig } from "./context.ts";

/** Starts the empathy service. */
export function startEmpathy(
  config: Config,
  dependencies: ProcessDependencies,
  clients: Pick<Clients, "embedding">,
): Service {
  const context = fromConfig(config, dependencies, clients);
  return { app: createEmpathyApp(context), [Symbol.asyncDispose]: () => context[Symbol.asyncDispose]() };
}
