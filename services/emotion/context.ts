import { fileURLToPath } from "node:url";
import type { ServiceContext } from "../../lib/http/mod.ts";
import { isAway } from "../../lib/models/embedding.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import { type TextEmbedding, textEmbedding } from "../embedding/client.ts";
import type { Clients, StoreDependencies } from "../service.ts";
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

/**
 * Puts the service together. The model is read at the first call, so that no start waits for it: one that is missing or does not fit
 * fails that call with `not_found` or `invalid_config`.
 */
export function fromConfig(
  { cache, database, keyring, token, metrics, check }: StoreDependencies,
  { embedding }: Pick<Clients, "embedding">,
): EmotionContext {
  const log = serviceLogger("emotion");
  const onDegraded = (error: unknown) =>
    log.warning("emotion is told without the embedding model", errorFields(error));
  async function openWithModel(): Promise<EmotionClassifier> {
    const model = await embedding.open().catch((error) => {
      if (!isAway(error)) throw error;
      onDegraded(error);
      // The next message asks it again.
      opened = undefined;
      return null;
    });
    return await openClassifier(fileURLToPath(MODEL), {
      embedder: model ? bound(textEmbedding(embedding, model)) : undefined,
      onDegraded,
    });
  }
  let opened: Promise<EmotionClassifier> | undefined;
  const open = () => opened ??= openWithModel();
  const classifier = {
    classify: async (texts: readonly string[], signal?: AbortSignal) =>
      await (await open()).classify(texts, signal),
  };
  return {
    token,
    metrics,
    check,
    model: async () => (await open()).model,
    detector: createDetector({ classifier, cache }),
    tracker: createTracker(database, keyring),
  };
}

/** The embedding as the classifier takes it. */
function bound({ model, embed }: TextEmbedding) {
  return {
    id: model.id,
    embed: (texts: readonly string[], signal?: AbortSignal) =>
      embed(texts, "passage", { signal, priority: "interactive" }),
  };
}
