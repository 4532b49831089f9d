import type { Config } from "../../lib/config/mod.ts";
import type { ProcessDependencies, Service } from "../service.ts";
import { createLlmApp } from "./app.ts";
import { fromConfig } from "./context.ts";

/** Starts the llm service. */
export async function startLlm(config: Config, dependencies: ProcessDependencies): Promise<Service> {
  const app = createLlmApp(await fromConfig(config, dependencies));
  return { app, [Symbol.asyncDispose]: () => Promise.resolve() };
}
