/** Documents become text that knows where each passage stands, and text becomes chunks. */
export type {
  DocumentType,
  ExtractedDocument,
  ExtractLimits,
  Heading,
  SplitOptions,
  TokenizerFiles,
} from "./types.ts";
export { DEFAULT_LIMITS } from "./types.ts";
export { type FailureReason, isFailureReason, UnreadableDocument } from "./failure.ts";
export { extract } from "./extract.ts";
export {
  type Extractor,
  type ExtractorOptions,
  openExtractor,
  type ReadDocument,
  readingCommand,
  type SpawnCommand,
} from "./extractor.ts";
export { openLanes } from "./lanes.ts";
export { isSupported, typeByName } from "./kinds.ts";
export { type Span, splitSentences } from "./sentences.ts";
export {
  type Chunk,
  chunkDocument,
  type ChunkOptions,
  type DocumentChunks,
  type Section,
  type TokenCounter,
} from "./chunks.ts";
