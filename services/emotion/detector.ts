import { createHash } from "node:crypto";
import type { Cache } from "../../lib/cache/mod.ts";
import type { EmotionClassifier } from "./classifier.ts";
import { inContext, LOOK_BACK } from "./carry.ts";
import { Emotion, type History } from "./contract.ts";
import { describe } from "./describe.ts";
import { read } from "./language/mod.ts";

/** Seconds that a result is kept. */
const LIFE = 3600;
/** Part of the key: changes when the rules change what a text gives. */
const VERSION = 1;

/** Tells what messages show. */
export interface Detector {
  /**
   * One result a text, in order.
   *
   * @param history the conversation before them, the oldest first
   */
  detect(texts: readonly string[], options?: { history?: History; signal?: AbortSignal }): Promise<Emotion[]>;
}

/** Puts the modules together: cache, classifier, rules, conversation. */
export function createDetector(
  { classifier, cache }: { classifier: Pick<EmotionClassifier, "classify">; cache: Cache },
): Detector {
  /** What each text shows by itself. */
  async function alone(texts: readonly string[], signal: AbortSignal | undefined): Promise<Emotion[]> {
    const found = new Map<string, Emotion>();
    const missing: string[] = [];
    await Promise.all([...new Set(texts)].map(async (text) => {
      const kept = parsed(await cache.get(keyOf(text)));
      if (kept) found.set(text, kept);
      else missing.push(text);
    }));
    if (missing.length > 0) {
      const scores = await classifier.classify(missing, signal);
      await Promise.all(missing.map(async (text, i) => {
        const emotion = describe(text, scores[i]!, read(text));
        found.set(text, emotion);
        // A better model may answer again in a moment.
        if (!scores[i]!.degraded) await cache.set(keyOf(text), JSON.stringify(emotion), LIFE);
      }));
    }
    return texts.map((text) => found.get(text)!);
  }

  return {
    async detect(texts, { history = [], signal } = {}) {
      const earlier = history.filter(({ role, text }) => role === "user" && text.trim() !== "").slice(
        -LOOK_BACK,
      )
        .map(({ text }) => text).reverse();
      const found = await alone([...texts, ...earlier], signal);
      const before = found.slice(texts.length);
      return texts.map((text, i) => inContext(text, found[i]!, before));
    },
  };
}

function keyOf(text: string): string {
  return `emotion:${VERSION}:${createHash("sha256").update(text).digest("hex")}`;
}

function parsed(text: string | null): Emotion | undefined {
  return text === null ? undefined : Emotion.parse(JSON.parse(text));
}
