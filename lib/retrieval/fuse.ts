import type { Candidate } from "./candidates.ts";

/** A candidate with its fused score. */
export interface FusedHit extends Candidate {
  /** Rises with relevance; at most 1, and comparable within one query only. */
  score: number;
}

/** How two legs become one ranking. */
export interface FuseOptions {
  /** Share of the dense leg, 0 to 1. @default 0.4 */
  denseWeight?: number | undefined;
  /** Hits that were taken of each leg: the dense scale ends at the last of them. @default 100 */
  depth?: number | undefined;
}

/**
 * Ranks candidates by a convex combination of normalised scores (Bruch, Gai and Ingber 2022, arXiv:2210.11934): BM25
 * over its best, so that 0 stays 0, and the cosine min-max over the dense leg's own hits, below 0 for what only the
 * lexical leg found. Reciprocal rank fusion lost to it on SQuAD, SciFact and Cranfield. Best first, ties by both scores.
 */
export function fuse(candidates: readonly Candidate[], options: FuseOptions = {}): FusedHit[] {
  const { denseWeight = 0.4, depth = 100 } = options;
  const best = candidates.reduce((most, { lexical }) => Math.max(most, lexical), 0);
  const cosines = candidates.map(({ dense }) => dense).sort((a, b) => b - a);
  const top = cosines[0] ?? 0;
  const floor = cosines[Math.min(depth, cosines.length) - 1] ?? 0;
  return candidates
    .map((candidate) => {
      const lexical = best > 0 ? candidate.lexical / best : 0;
      const dense = top > floor ? (candidate.dense - floor) / (top - floor) : 0;
      return { ...candidate, score: (1 - denseWeight) * lexical + denseWeight * dense };
    })
    .sort((a, b) => b.score - a.score || b.lexical - a.lexical || b.dense - a.dense);
}
