export { recordedModel } from "./codec.ts";
export { openLocalVectorIndex } from "./local_index.ts";
export type {
  ChunkRef,
  VectorHit,
  VectorIndex,
  VectorIndexStats,
  VectorModel,
  VectorSearchOptions,
} from "./types.ts";
