import { BLOCKS, type Counts } from "../../services/emotion/classifier/features.ts";
import type { Vocabulary } from "../../services/emotion/classifier/vocabulary.ts";

/** In how many texts a feature must occur to be kept. */
export const MIN_TEXTS = { word: 2, char: 5 } as const;

/** The features that occur often enough, with idf = ln((1 + n) / (1 + df)) + 1. */
export function fitVocabulary(counts: readonly Counts[]): Vocabulary {
  const kept = BLOCKS.map((block) => {
    const texts = new Map<number, number>();
    for (const count of counts) {
      for (const key of count[block].keys()) texts.set(key, (texts.get(key) ?? 0) + 1);
    }
    return [...texts].filter(([, df]) => df >= MIN_TEXTS[block]).sort(([a], [b]) => a - b);
  });
  const all = kept.flat();
  return {
    words: kept[0]?.length ?? 0,
    hashes: Uint32Array.from(all, ([hash]) => hash),
    idf: Float32Array.from(all, ([, df]) => Math.log((1 + counts.length) / (1 + df)) + 1),
  };
}
