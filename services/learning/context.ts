import type { Keyring } from "../../lib/crypto/mod.ts";
import type { Clock, Database } from "../../lib/db/mod.ts";
import type { ServiceContext } from "../../lib/http/mod.ts";
import type { JobQueue } from "../../lib/jobs/mod.ts";

/** What the learning service stands on. */
export interface LearningContext extends ServiceContext {
  database: Database;
  /** Seals what is learned. */
  keyring: Keyring;
  /** Has `LEARN_QUEUE`. */
  jobs: JobQueue;
  /** @default the time of day */
  now?: Clock;
}

/** The queue of turns to learn from. */
export const LEARN_QUEUE = "learn";

/** The queues that the service works on. */
export const QUEUES = [LEARN_QUEUE] as const;

/** A job of `LEARN_QUEUE`: an observation, sealed. */
export interface LearnJob {
  message_id: string;
  sealed: string;
}
