import type { Cache } from "../lib/cache/mod.ts";
import type { Keyring } from "../lib/crypto/mod.ts";
import type { Database } from "../lib/db/mod.ts";
import type { SpawnCommand } from "../lib/documents/mod.ts";
import type { Home } from "../lib/home/mod.ts";
import type { ServiceContext } from "../lib/http/mod.ts";
import type { JobQueue } from "../lib/jobs/mod.ts";
import type { HoldableStore } from "../lib/objects/mod.ts";
import type { EmbeddingClient } from "./embedding/client.ts";
import type { EmotionClient } from "./emotion/client.ts";
import type { EmpathyClient } from "./empathy/client.ts";
import type { LearningClient } from "./learning/client.ts";
import type { LlmClient } from "./llm/client.ts";
import type { RagClient } from "./rag/client.ts";

/** How each service is reached by the others, wherever it runs. */
export interface Clients {
  embedding: EmbeddingClient;
  llm: LlmClient;
  emotion: EmotionClient;
  empathy: EmpathyClient;
  learning: LearningClient;
  rag: RagClient;
}

/** What every service is made with, beside the configuration. */
export interface ProcessDependencies extends ServiceContext {
  /** Where this process keeps its own files. */
  home: Home;
  /** How to start the process that reads documents. @default this Deno */
  extractor?: ((heapMiB: number) => SpawnCommand) | undefined;
  signal?: AbortSignal | undefined;
}

/** What a service that keeps something is made with. */
export interface StoreDependencies extends ProcessDependencies {
  database: Database;
  objects: HoldableStore;
  cache: Cache;
  /** Seals what is personal. */
  keyring: Keyring;
  /** Has the queues of every service that runs in this process. */
  jobs: JobQueue;
}

/** A service that runs in this process. Disposing it ends its work and closes what it opened itself. */
export interface Service extends AsyncDisposable {
  app: { request(input: Request): Response | Promise<Response> };
  /** Resolves when its work in the background is done. @default it has none */
  settled?(): Promise<void>;
}
