import type { ChunkRef } from "../vectors/types.ts";

/** A chunk that shares a term with the query. */
export interface LexicalHit extends ChunkRef {
  /** BM25, above 0. */
  score: number;
}

/** What a search may return. */
export interface LexicalSearchOptions {
  limit: number;
  /** Called once per content. @default all contents */
  allow?: ((contentKey: string) => boolean) | undefined;
}

/** Size of an index. */
export interface LexicalIndexStats {
  contents: number;
  chunks: number;
  terms: number;
  postings: number;
  diskBytes: number;
  /** Bytes of a torn write that opening cut off. */
  cutBytes: number;
}

/** Full text of contents by key. Which contents are live, the caller decides. */
export interface LexicalIndex extends AsyncDisposable {
  /** Puts the texts of a content's chunks in place of those it had; durable when it resolves. */
  upsert(contentKey: string, chunks: readonly string[]): Promise<void>;
  /** Forgets contents; unknown keys are no error. Durable when it resolves. */
  remove(contentKeys: readonly string[]): Promise<void>;
  has(contentKey: string): boolean;
  /** The keys of all contents. */
  keys(): Iterable<string>;
  /** The chunks that match best, best first; ties in order of insertion. */
  search(query: string, options: LexicalSearchOptions): Promise<LexicalHit[]>;
  /** Scores of given chunks, as `search` would give them: 0 without a common term, NaN for a chunk that is not there. */
  scores(query: string, refs: readonly ChunkRef[]): Promise<Float64Array>;
  /** How rare a term is among the chunks; `term` as `analyze` gives it. */
  idf(term: string): number;
  /** Rewrites the file without what was removed. */
  compact(): Promise<void>;
  stats(): LexicalIndexStats;
}
