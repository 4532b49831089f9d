export { recordedModel } from "./codec.ts";
export { grainVectors } from "./grains.ts";
export { openLocalVectorIndex } from "./local_index.ts";
export type {
  ChunkRef,
  ContentVectors,
  VectorHit,
  VectorIndex,
  VectorIndexStats,
  VectorModel,
  VectorSearchOptions,
} from "./types.ts";
