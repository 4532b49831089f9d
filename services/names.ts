import type { Clients } from "./service.ts";

/** The services of a Morgan. */
export type ServiceName = keyof Clients | "core";

/** Every service, each after those that it calls. */
export const SERVICE_NAMES = ["embedding", "llm", "empathy", "emotion", "learning", "rag", "core"] as const;

/** Which services a service calls. */
export const CALLED_BY: Readonly<Record<ServiceName, readonly (keyof Clients)[]>> = {
  embedding: [],
  llm: [],
  empathy: ["embedding"],
  emotion: ["embedding"],
  learning: [],
  rag: ["embedding"],
  core: ["embedding", "llm", "empathy", "emotion", "learning", "rag"],
};

/** The services that keep something in the stores. */
export const WITH_STORES: ReadonlySet<ServiceName> = new Set(["emotion", "learning", "rag", "core"]);

/** The services that open what was indexed with an embedding model when they start. */
export const OPENS_MODELS: ReadonlySet<ServiceName> = new Set(["rag"]);
