import { availableParallelism } from "node:os";
import type { Config } from "../../lib/config/mod.ts";
import type { Home } from "../../lib/home/mod.ts";
import type { ServiceContext } from "../../lib/http/mod.ts";
import type { ProcessDependencies } from "../service.ts";
import { type Models, openModels } from "./models.ts";

/** What the embedding service stands on: the models that it owns. Disposing it closes them. */
export interface EmbeddingContext extends ServiceContext, AsyncDisposable {
  models: Models;
}

/** The context of a configuration. No model is opened before it is asked for. */
export function fromConfig(
  { embedding }: Pick<Config, "embedding">,
  { home, signal, token, metrics }:
    & Pick<ProcessDependencies, "signal" | "token" | "metrics">
    & { home: Pick<Home, "models"> },
): EmbeddingContext {
  const models = openModels({
    settings: embedding,
    folder: home.models,
    defaults: { threads: availableParallelism(), lazy: true, signal },
  });
  return { token, metrics, models, [Symbol.asyncDispose]: () => models[Symbol.asyncDispose]() };
}
