import { isUnder } from "../../../lib/documents/paths.ts";
import { analyze } from "../../../lib/lexical/mod.ts";
import type { Adaptation } from "../../learning/contract.ts";
import type { Passage } from "../../rag/contract.ts";
import type { RankedSentence } from "./rank.ts";

/** How an extractive answer is to look. */
export type ExtractiveStyle = Adaptation["extractive"];

/** How it looks where nobody wished otherwise. */
export const PLAIN_STYLE: ExtractiveStyle = { sentences: 3, format: "plain" };

/** The factor for a passage: how far its source is trusted, and how far its topics are of interest. 1 where nothing was learned. */
export function passageWeight(retrieval: Adaptation["retrieval"] | undefined, passage: Passage): number {
  if (!retrieval || retrieval.weights.length + retrieval.topics.length === 0) return 1;
  const terms = new Set(
    passage.chunks.flatMap((chunk) => analyze(`${chunk.heading ?? ""}\n${chunk.text}`)),
  );
  const about = retrieval.topics.filter(({ topic }) => {
    const wanted = analyze(topic);
    return wanted.length > 0 && wanted.every((term) => terms.has(term));
  });
  return about.reduce(
    (weight, topic) => weight * topic.weight,
    sourceWeight(retrieval.weights, passage.path),
  );
}

/** The factor for a document's score: that of the longest prefix, or name, that fits its path; 1 where none does. */
export function sourceWeight(weights: Adaptation["retrieval"]["weights"], path: string): number {
  const fitting = weights.filter(({ path_prefix }) =>
    path.endsWith(`/${path_prefix}`) || isUnder(path, path_prefix)
  );
  return fitting.toSorted((a, b) => b.path_prefix.length - a.path_prefix.length)[0]?.weight ?? 1;
}

/** How much plain or technical wording counts at most, as a share of a sentence's score. */
const STYLE = 0.25;

/** Sentences in the order that suits who prefers plain words, or technical ones; best first. */
export function inPreferredOrder(
  ranked: readonly RankedSentence[],
  prefer: ExtractiveStyle["prefer"],
): readonly RankedSentence[] {
  if (!prefer) return ranked;
  const sign = prefer === "technical" ? 1 : -1;
  return ranked.map((sentence) => ({
    ...sentence,
    score: sentence.score * (1 + sign * STYLE * technicality(sentence.text)),
  })).toSorted((a, b) => b.score - a.score);
}

/** 0..1: the share of words that are figures, abbreviations, identifiers, or long; half of them is 1. */
export function technicality(text: string): number {
  const words = text.match(/[\p{L}\p{N}_./%°-]+/gu) ?? [];
  if (words.length === 0) return 0;
  const technical = words.filter((word) =>
    /\d|[_/%°]|^\p{Lu}{2,}s?$|\p{Ll}\p{Lu}/u.test(word) || word.length >= 11
  );
  return Math.min(1, 2 * technical.length / words.length);
}
