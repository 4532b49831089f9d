import type { ChunkRef } from "../vectors/mod.ts";

/** Adjacent chunks of one content as one passage. */
export interface Passage {
  contentKey: string;
  /** First and last chunk, both included. */
  from: number;
  to: number;
  /** The best of its chunks' scores. */
  score: number;
  /** The chunk that has it. */
  best: number;
}

/** Joins hits that are neighbours in the same content; passages come best first, equal ones in the order of their hits. */
export function joinNeighbours(hits: readonly (ChunkRef & { score: number })[]): Passage[] {
  const byContent = new Map<string, { chunk: number; score: number; rank: number }[]>();
  hits.forEach(({ contentKey, chunk, score }, rank) => {
    const own = byContent.get(contentKey) ?? [];
    own.push({ chunk, score, rank });
    byContent.set(contentKey, own);
  });
  const passages: (Passage & { rank: number })[] = [];
  for (const [contentKey, own] of byContent) {
    let open: (Passage & { rank: number }) | undefined;
    for (const { chunk, score, rank } of own.sort((a, b) => a.chunk - b.chunk || a.rank - b.rank)) {
      if (open === undefined || chunk > open.to + 1) {
        open = { contentKey, from: chunk, to: chunk, score, best: chunk, rank };
        passages.push(open);
        continue;
      }
      open.to = chunk;
      open.rank = Math.min(open.rank, rank);
      if (score > open.score) [open.score, open.best] = [score, chunk];
    }
  }
  return passages.sort((a, b) => b.score - a.score || a.rank - b.rank).map(({ rank: _, ...passage }) =>
    passage
  );
}
