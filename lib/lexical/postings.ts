import type { ContentTerms } from "./codec.ts";

/** Postings by term in compressed sparse rows: term t is in rows[offsets[t]..offsets[t + 1]], tfs times each. */
export interface Postings {
  offsets: Uint32Array;
  rows: Uint32Array;
  tfs: Uint8Array;
}

/** A content whose chunks are the rows from `from` on. */
export interface PlacedContent {
  from: number;
  terms: ContentTerms;
}

/** Inverts contents, given in row order, by a counting sort: each term's rows come out rising. */
export function invert(contents: readonly PlacedContent[], terms: number): Postings {
  const offsets = new Uint32Array(terms + 1);
  for (const { terms: { postings } } of contents) {
    for (let i = 0; i < postings.length; i++) {
      const at = (postings[i]! >>> 8) + 1;
      offsets[at] = offsets[at]! + 1;
    }
  }
  for (let t = 0; t < terms; t++) offsets[t + 1] = offsets[t + 1]! + offsets[t]!;
  const next = offsets.slice();
  const rows = new Uint32Array(offsets[terms]!);
  const tfs = new Uint8Array(rows.length);
  for (const { from, terms: { offsets: chunks, postings } } of contents) {
    for (let chunk = 0; chunk + 1 < chunks.length; chunk++) {
      for (let i = chunks[chunk]!; i < chunks[chunk + 1]!; i++) {
        const term = postings[i]! >>> 8;
        const at = next[term]!;
        next[term] = at + 1;
        rows[at] = from + chunk;
        tfs[at] = postings[i]! & 255;
      }
    }
  }
  return { offsets, rows, tfs };
}
