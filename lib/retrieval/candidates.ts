import type { LexicalIndex } from "../lexical/mod.ts";
import type { ChunkRef, VectorIndex } from "../vectors/mod.ts";

/** A chunk that one leg or both found, with its real score in each. */
export interface Candidate extends ChunkRef {
  /** BM25, 0 without a common term. */
  lexical: number;
  /** Cosine to the query. */
  dense: number;
}

/** How candidates are gathered. */
export interface CandidateOptions {
  /** Hits taken of each leg. @default 100 */
  depth?: number | undefined;
  /** Called once per content and leg. @default all contents */
  allow?: ((contentKey: string) => boolean) | undefined;
}

/**
 * The best of each leg as one list without repeats. What only one leg found is scored by the other too: a missing score
 * taken as the worst would punish what was found just below the cut.
 */
export async function gatherCandidates(
  query: string,
  queryVector: Float32Array,
  indexes: { lexical: LexicalIndex; vectors: VectorIndex },
  { depth = 100, allow }: CandidateOptions = {},
): Promise<Candidate[]> {
  const options = { limit: depth, allow };
  const [words, near] = await Promise.all([
    indexes.lexical.search(query, options),
    indexes.vectors.search(queryVector, options),
  ]);
  const refs = new Map<string, ChunkRef>();
  for (const { contentKey, chunk } of [...words, ...near]) {
    refs.set(`${chunk} ${contentKey}`, { contentKey, chunk });
  }
  const all = [...refs.values()];
  const [lexical, dense] = await Promise.all([
    indexes.lexical.scores(query, all),
    indexes.vectors.scores(queryVector, all),
  ]);
  return all.map((ref, i) => ({ ...ref, lexical: known(lexical[i]), dense: known(dense[i]) }));
}

/** A chunk that one index lacks (it is being ingested or removed) counts as unlike. */
function known(score: number | undefined): number {
  return score === undefined || Number.isNaN(score) ? 0 : score;
}
