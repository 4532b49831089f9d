import type { Config } from "../../lib/config/mod.ts";
import type { ProcessDependencies, Service } from "../service.ts";
import { createEmbeddingApp } from "./app.ts";
import { fromConfig } from "./context.ts";

/** Starts the embedding service. */
export function startEmbedding(config: Config, dependencies: ProcessDependencies): Service {
  const context = fromConfig(config, dependencies);
  return { app: createEmbeddingApp(context), [Symbol.asyncDispose]: () => context[Symbol.asyncDispose]() };
}
