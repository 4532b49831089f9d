import type { Service, StoreDependencies } from "../service.ts";
import { createLearningApp } from "./app.ts";
import { startLearning as startEngine } from "./engine.ts";

/** Starts the learning service. */
export function startLearning(dependencies: StoreDependencies): Service {
  const { token, metrics, check, database, keyring, jobs } = dependencies;
  const context = { token, metrics, check, database, keyring, jobs };
  const engine = startEngine(context);
  return {
    app: createLearningApp(context, engine),
    settled: () => engine.idle(),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}
