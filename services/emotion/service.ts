import type { Clients, Service, StoreDependencies } from "../service.ts";
import { createEmotionApp } from "./app.ts";
import { fromConfig } from "./context.ts";

/** Starts the emotion service. */
export function startEmotion(
  dependencies: StoreDependencies,
  clients: Pick<Clients, "embedding">,
): Service {
  const app = createEmotionApp(fromConfig(dependencies, clients));
  return { app, [Symbol.asyncDispose]: () => Promise.resolve() };
}
