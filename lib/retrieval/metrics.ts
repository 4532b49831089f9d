/** Which documents answer a query: their gain, above 0. */
export type Judgements = ReadonlyMap<string, number>;

/** The four measures of a ranking, each 0 to 1. */
export interface Measures {
  recallAt1: number;
  recallAt5: number;
  mrrAt10: number;
  ndcgAt10: number;
}

/** Share of the relevant documents that are among the first `k` of a ranking (best first, no repeats). */
export function recallAt(k: number, ranking: readonly string[], relevant: Judgements): number {
  if (relevant.size === 0) return 0;
  return ranking.slice(0, k).filter((id) => relevant.has(id)).length / relevant.size;
}

/** 1 / rank of the first relevant document, 0 when it is not among the first `k`. */
export function reciprocalRankAt(k: number, ranking: readonly string[], relevant: Judgements): number {
  const first = ranking.slice(0, k).findIndex((id) => relevant.has(id));
  return first === -1 ? 0 : 1 / (first + 1);
}

/** Discounted cumulative gain over the ideal ranking's: linear gain, log2 discount, as trec_eval's ndcg_cut. */
export function ndcgAt(k: number, ranking: readonly string[], relevant: Judgements): number {
  const ideal = gainOf([...relevant.values()].sort((a, b) => b - a).slice(0, k));
  return ideal === 0 ? 0 : gainOf(ranking.slice(0, k).map((id) => relevant.get(id) ?? 0)) / ideal;
}

/** All measures of one ranking. */
export function measure(ranking: readonly string[], relevant: Judgements): Measures {
  return {
    recallAt1: recallAt(1, ranking, relevant),
    recallAt5: recallAt(5, ranking, relevant),
    mrrAt10: reciprocalRankAt(10, ranking, relevant),
    ndcgAt10: ndcgAt(10, ranking, relevant),
  };
}

/** Means over queries; zeros for none. */
export function meanOf(measures: readonly Measures[]): Measures {
  const mean = (pick: (one: Measures) => number) =>
    measures.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, measures.length);
  return {
    recallAt1: mean((one) => one.recallAt1),
    recallAt5: mean((one) => one.recallAt5),
    mrrAt10: mean((one) => one.mrrAt10),
    ndcgAt10: mean((one) => one.ndcgAt10),
  };
}

function gainOf(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
