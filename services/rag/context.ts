import type { Cache } from "../../lib/cache/mod.ts";
import type { Config } from "../../lib/config/mod.ts";
import type { Database } from "../../lib/db/mod.ts";
import type { Extractor, TokenizerFiles } from "../../lib/documents/mod.ts";
import type { ServiceContext } from "../../lib/http/mod.ts";
import type { JobQueue } from "../../lib/jobs/mod.ts";
import type { ObjectStore } from "../../lib/objects/mod.ts";
import type { VectorIndex } from "../../lib/vectors/mod.ts";
import type { TextEmbedding } from "../embedding/client.ts";
import { QUOTES_QUEUE } from "./contract.ts";
import type { Catalog } from "./catalog.ts";
import type { IngestEvents } from "./events.ts";
import type { Indexes } from "./indexes/mod.ts";
import { SAID_QUEUE } from "./said/contract.ts";
import type { Said } from "./said/said.ts";

/** Everything that has to do with vectors; absent when no embedding model is configured. */
export interface DenseLeg {
  embedding: Pick<TextEmbedding, "embed">;
  index: VectorIndex;
}

/** Lengths in the embedding model's own tokens. */
export interface ChunkTokens {
  /** Longest chunk that the model takes. */
  max: number;
  /** Tokens of a text, special tokens included. */
  count(text: string): number;
  /** The tokenizer's files, for the process that reads documents; `null`: estimate. */
  files: TokenizerFiles | null;
}

/** What the rag service stands on. */
export interface RagContext extends ServiceContext {
  settings: Config["ingest"];
  database: Database;
  objects: ObjectStore;
  cache: Cache;
  jobs: JobQueue;
  extractor: Extractor;
  indexes: Indexes;
  catalog: Catalog;
  said: Said;
  events: IngestEvents;
  /** The documents that this process is working on. */
  working: Set<Work>;
  /** Keys of contents that the indexes lost and that are being indexed again. */
  recovering: Set<string>;
}

/** The work on one document. */
export interface Work {
  document_id: string;
  /** Ends it at once: the process that reads is killed, nothing more is embedded. */
  stop(): void;
  /** Resolves when it has ended, whichever way. */
  ended: Promise<void>;
}

/** The queue of documents to read; made by whoever opens the job queue. */
export const INGEST_QUEUE = "ingest";

/** The queue of builds of another index. */
export const REINDEX_QUEUE = "reindex";

/** The queue of contents of which bytes and index entries may have to go. */
export const FORGET_QUEUE = "forget";

/** The queues that the service works on, or puts jobs into. */
export const QUEUES = [INGEST_QUEUE, REINDEX_QUEUE, FORGET_QUEUE, QUOTES_QUEUE, SAID_QUEUE] as const;

/** What a job of `FORGET_QUEUE` is about. */
export interface ForgetJob {
  contents: Content[];
}

/** A content that documents have, or had. */
export interface Content {
  content_key: string;
  object_key: string;
}

/** What a job of `REINDEX_QUEUE` is about. */
export interface ReindexJob {
  generation: string;
}

/** What a job of `INGEST_QUEUE` is about. */
export interface IngestJob {
  document_id: string;
}
