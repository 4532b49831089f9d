/** Robertson and Zaragoza 2009; in Lucene's form without the constant factor k1 + 1. */
export interface Bm25 {
  k1: number;
  b: number;
}

/** Lucene's defaults: better than k1 0.9, b 0.4 on SQuAD, SciFact and Cranfield (`deno task bench:retrieval`). */
export const BM25: Bm25 = { k1: 1.2, b: 0.75 };

/** How much a term counts that `df` of `chunks` chunks hold: ln(1 + (N - df + 0.5) / (df + 0.5)). */
export function idf(df: number, chunks: number): number {
  return Math.log(1 + (chunks - df + 0.5) / (df + 0.5));
}

/** What is added to a term's occurrences below the line, for a chunk of `length` terms. */
export function lengthNorm(length: number, meanLength: number, { k1, b }: Bm25): number {
  return k1 * (1 - b + b * length / (meanLength || 1));
}
