import type { Cache } from "../../lib/cache/mod.ts";
import type { Config } from "../../lib/config/mod.ts";
import type { Database } from "../../lib/db/mod.ts";
import type { Home } from "../../lib/home/mod.ts";
import type { JobQueue } from "../../lib/jobs/mod.ts";
import type { ServiceContext } from "../../lib/http/mod.ts";
import type { Later } from "../../lib/later.ts";
import type { HoldableStore } from "../../lib/objects/mod.ts";
import type { EmbeddingClient } from "../embedding/client.ts";
import type { EmotionClient } from "../emotion/client.ts";
import type { EmpathyClient } from "../empathy/client.ts";
import type { LearningClient } from "../learning/client.ts";
import type { LlmClient } from "../llm/client.ts";
import type { RagClient } from "../rag/client.ts";
import { QUOTES_QUEUE } from "../rag/contract.ts";
import { SAID_QUEUE } from "../rag/said/contract.ts";
import type { Mirror } from "./conversation/mirror.ts";

/** What the core service stands on: its stores and the clients of the other services. */
export interface CoreContext extends ServiceContext {
  settings: Config["query"];
  /** What is noticed and learned of the user. */
  personal: Pick<Config, "emotion" | "learning">;
  /** Where Morgan keeps its data. */
  home: Home;
  database: Database;
  objects: HoldableStore;
  cache: Cache;
  /** A readable copy of each chat. */
  mirror: Mirror;
  /** Work that no answer waits for, and that is found again where it gets lost. */
  later: Later;
  /** Has the queues of what follows an answer. */
  jobs: JobQueue;
  rag: RagClient;
  llm: LlmClient;
  emotion: EmotionClient;
  empathy: EmpathyClient;
  learning: LearningClient;
  embedding: EmbeddingClient;
}

/** The queues of what follows an exchange; what asks a model has one of its own, so that nothing else waits for that. */
export const AFTER_QUEUE = "after_answer";
export const REFINE_QUEUE = "refine_feeling";

/** The queues that the service works on. */
export const QUEUES = [AFTER_QUEUE, REFINE_QUEUE, QUOTES_QUEUE, SAID_QUEUE] as const;
