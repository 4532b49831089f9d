import { fileURLToPath } from "node:url";
import type { Cache } from "../../lib/cache/mod.ts";
import type { Keyring } from "../../lib/crypto/mod.ts";
import type { Database } from "../../lib/db/mod.ts";
import type { ServiceContext } from "../../lib/http/mod.ts";
import type { Embedder } from "../../lib/models/embedding.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import type { EmbeddingClient } from "../embedding/client.ts";
import type { EmotionModel } from "./contract.ts";
import { type EmotionClassifier, openClassifier } from "./classifier.ts";
import { createDetector, type Detector } from "./detector.ts";
import { createTracker, type Tracker } from "./tracker.ts";

/** The model that comes with Morgan. A module two folders deep: a binary keeps it at the same relative address. */
const MODEL = new URL("../../assets/models/morgan/emotion", import.meta.url);

/** What the emotion service stands on. */
export interface EmotionContext extends ServiceContext {
  /** What messages are heard with. Throws where the model's file is missing or does not fit. */
  model(): Promise<EmotionModel["model"]>;
  detector: Detector;
  tracker: Tracker;
}

/** What an emotion service is made from. */
export interface EmotionOptions extends ServiceContext {
  cache: Cache;
  database: Database;
  /** Seals the history of feelings; one that is broken leaves detection as it is. */
  keyring: Keyring;
  /** Absent where no embedding model is configured: n-grams alone then. */
  embedding?: { client: EmbeddingClient; model: Pick<Embedder, "id"> } | undefined;
}

/**
 * Puts the service together. The model is read at the first call, so that no start waits for it: one that is missing or does not fit
 * fails that call with `not_found` or `invalid_config`.
 */
export function openEmotion(options: EmotionOptions): EmotionContext {
  const { cache, database, keyring, embedding, token, metrics } = options;
  const log = serviceLogger("emotion");
  const open = () =>
    openClassifier(fileURLToPath(MODEL), {
      embedder: embedding && {
        id: embedding.model.id,
        embed: (texts, signal) =>
          embedding.client.embed(texts, "passage", {
            signal,
            priority: "interactive",
            model: embedding.model.id,
          }),
      },
      onDegraded: (error) => log.warning("emotion is told without the embedding model", errorFields(error)),
    });
  let opened: Promise<EmotionClassifier> | undefined;
  const classifier = {
    classify: async (texts: readonly string[], signal?: AbortSignal) =>
      await (await (opened ??= open())).classify(texts, signal),
  };
  return {
    token,
    metrics,
    model: async () => (await (opened ??= open())).model,
    detector: createDetector({ classifier, cache }),
    tracker: createTracker(database, keyring),
  };
}
