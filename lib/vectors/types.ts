/** Whose vectors an index holds. */
export interface VectorModel {
  id: string;
  dimension: number;
}

/** One chunk: its content's key and its index within that content. */
export interface ChunkRef {
  contentKey: string;
  chunk: number;
}

/** A chunk that was found. */
export interface VectorHit extends ChunkRef {
  /** Cosine to the query, -1 to 1. */
  score: number;
}

/** What a search may return. */
export interface VectorSearchOptions {
  limit: number;
  /** Called once per content. @default all contents */
  allow?: ((contentKey: string) => boolean) | undefined;
}

/** Size of an index. */
export interface VectorIndexStats {
  contents: number;
  chunks: number;
  /** Rows that removed contents left behind, until they are compacted. */
  deadChunks: number;
  memoryBytes: number;
  diskBytes: number;
  /** Bytes of a torn write that opening cut off. */
  cutBytes: number;
}

/** Vectors of contents by key; local here, Qdrant behind the same interface. Which contents are live, the caller decides. */
export interface VectorIndex extends AsyncDisposable {
  readonly model: VectorModel;
  /**
   * Puts a content's vectors in place of those it had; durable when it resolves.
   * @param chunks chunks × dimension values; each vector has length 1
   */
  upsert(contentKey: string, chunks: Float32Array): Promise<void>;
  /** Forgets contents; unknown keys are no error. Durable when it resolves. */
  remove(contentKeys: readonly string[]): Promise<void>;
  has(contentKey: string): boolean;
  /** The keys of all contents. */
  keys(): Iterable<string>;
  /** The chunks nearest to a query of `dimension` values of length 1, best first; ties in order of insertion. */
  search(query: Float32Array, options: VectorSearchOptions): Promise<VectorHit[]>;
  /** Scores of given chunks, as `search` would give them; NaN for a chunk that is not there. */
  scores(query: Float32Array, refs: readonly ChunkRef[]): Promise<Float64Array>;
  /** Rewrites the file without what was removed. */
  compact(): Promise<void>;
  stats(): VectorIndexStats;
}
