import { z } from "zod";
import { words } from "../../lib/schemas.ts";

const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const PathPrefix = z.string().min(1).describe(
  "A folder or file: only what lies below it, or is it. Slashes at its end change nothing.",
);
const TYPES = ["pdf", "docx", "html", "markdown", "text", "code"] as const;

/** What restricts a search; all given terms must hold. */
export const SearchFilter = z.strictObject({
  path_prefix: PathPrefix.optional(),
  type: z.enum(TYPES).optional(),
  since: z.iso.datetime({ offset: true }).or(z.iso.date()).optional().describe(
    "Ingested at or after this moment. A date without a time begins at midnight UTC: a client that means days of its own zone sends the moment, such as `2026-11-27T00:00:00+13:00`.",
  ),
  until: z.iso.datetime({ offset: true }).or(z.iso.date()).optional().describe(
    "Ingested before this moment; a date is read as in `since`.",
  ),
}).meta({ id: "SearchFilter" });
export type SearchFilter = z.infer<typeof SearchFilter>;

/** `POST /api/search`. */
export const SearchRequest = z.object({
  query: words(100_000),
  top_k: z.number().int().min(1).max(100).default(10),
  leg: z.enum(["fused", "dense", "lexical"]).default("fused"),
  filter: SearchFilter.optional(),
}).meta({ id: "SearchRequest" });
export type SearchRequest = z.infer<typeof SearchRequest>;

export const SearchResult = z.object({
  chunk_id: z.string(),
  document_id: z.string(),
  path: z.string(),
  also_at: z.array(z.string()).optional().describe("Other paths with the same content."),
  title: z.string().optional(),
  page: z.number().int().optional(),
  heading: z.string().optional(),
  text: z.string(),
  score: z.number(),
  dense: z.number().optional(),
  lexical: z.number().optional(),
}).meta({ id: "SearchResult" });
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchResponse = z.object({
  results: z.array(SearchResult),
  degraded: z.array(z.string()),
}).meta({ id: "SearchResponse" });
export type SearchResponse = z.infer<typeof SearchResponse>;

/** `POST /api/passages`: what an answer is drawn from. */
export const PassagesRequest = z.object({
  query: words(100_000),
  top_k: z.number().int().min(1).max(50).default(6),
  filter: SearchFilter.optional(),
}).meta({ id: "PassagesRequest" });

export const Passage = z.object({
  document_id: z.string(),
  path: z.string(),
  also_at: z.array(z.string()).optional(),
  title: z.string().optional(),
  score: z.number(),
  dense: z.number().optional(),
  lexical: z.number().optional(),
  chunks: z.array(z.object({
    chunk_id: z.string(),
    index: z.number().int(),
    page: z.number().int().optional(),
    page_starts: z.array(z.number().int()).describe(
      "UTF-16 offsets in the text at which further pages begin.",
    ),
    heading: z.string().optional(),
    inner_headings: z.array(z.object({ title: z.string(), start: z.number().int() }))
      .describe("Headings that begin within the text, with their UTF-16 offset."),
    text: z.string(),
    score: z.number(),
  })),
}).meta({ id: "Passage" });
export type Passage = z.infer<typeof Passage>;

/** A chunk that was considered for an answer. */
export const Candidate = z.object({
  chunk_id: z.string(),
  path: z.string(),
  heading: z.string().optional(),
  score: z.number(),
  dense: z.number().optional(),
  lexical: z.number().optional(),
  kept: z.boolean(),
}).meta({ id: "Candidate" });

export const PassagesResponse = z.object({
  passages: z.array(Passage),
  /** The query's terms as the lexical index sees them, and how rare each is. */
  terms: z.array(z.object({ term: z.string(), idf: z.number() })),
  /** All chunks that were considered, best first: for `--explain`. */
  candidates: z.array(Candidate),
  model: z.string().optional(),
  degraded: z.array(z.string()),
}).meta({ id: "PassagesResponse" });
export type PassagesResponse = z.infer<typeof PassagesResponse>;

/** `POST /api/ingest` as query parameters; the files are the multipart body. */
export const IngestQuery = z.object({
  force: flag.optional().describe("Read every file again, also an unchanged one or one that failed before."),
});

export const ProgressEvent = z.object({
  event: z.literal("progress"),
  path: z.string(),
  step: z.enum(["received", "waiting", "reading", "embedding", "indexing"]),
  done: z.number().int().optional(),
  total: z.number().int().optional(),
});
export const DocumentEvent = z.object({
  event: z.literal("document"),
  path: z.string(),
  status: z.enum(["completed", "unchanged", "failed"]),
  document_id: z.string().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
  hint: z.string().optional(),
  chunks: z.number().int(),
  embeddings: z.number().int(),
  warnings: z.array(z.string()).optional(),
});
export const SummaryEvent = z.object({
  event: z.literal("summary"),
  documents: z.number().int(),
  chunks: z.number().int(),
  embeddings: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int(),
});
export const ErrorEvent = z.looseObject({ event: z.literal("error"), code: z.string(), detail: z.string() });

/** A line of what `POST /api/ingest` gives. */
export const IngestEvent = z.discriminatedUnion("event", [
  ProgressEvent,
  DocumentEvent,
  SummaryEvent,
  ErrorEvent,
])
  .meta({ id: "IngestEvent" });
export type IngestEvent = z.infer<typeof IngestEvent>;
export type SummaryEvent = z.infer<typeof SummaryEvent>;
export type DocumentEvent = z.infer<typeof DocumentEvent>;
export type ProgressEvent = z.infer<typeof ProgressEvent>;

/** `GET /api/documents`. */
export const DocumentsQuery = z.object({
  path_prefix: PathPrefix.optional(),
  type: z.enum(TYPES).optional(),
  status: z.enum(["pending", "processing", "completed", "failed"]).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().optional(),
});
export type DocumentsQuery = z.input<typeof DocumentsQuery>;

export const Document = z.object({
  id: z.string(),
  path: z.string(),
  title: z.string().optional(),
  type: z.string(),
  size: z.number().int(),
  status: z.enum(["pending", "processing", "completed", "failed"]),
  reason: z.string().optional(),
  message: z.string().optional(),
  chunks: z.number().int(),
  pages: z.number().int().optional(),
  charset: z.string().optional(),
  warnings: z.array(z.string()).optional(),
  sha256: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
}).meta({ id: "Document" });
export type Document = z.infer<typeof Document>;

export const DocumentPage = z.object({ documents: z.array(Document), next: z.string().nullable() })
  .meta({ id: "DocumentPage" });
export type DocumentPage = z.infer<typeof DocumentPage>;

/** `GET /api/documents/{id}`: the document and its chunks, a page at a time. */
export const DocumentDetail = Document.extend({
  content: z.array(z.object({
    chunk_id: z.string(),
    index: z.number().int(),
    page: z.number().int().optional(),
    heading: z.string().optional(),
    tokens: z.number().int(),
    text: z.string(),
  })),
}).meta({ id: "DocumentDetail" });
export type DocumentDetail = z.infer<typeof DocumentDetail>;

export const DocumentId = z.object({ id: z.uuid({ error: "must be a document's id" }) });
export const Deleted = z.object({ deleted: z.array(z.string()) }).meta({ id: "Deleted" });

/** `POST`, `GET` and `DELETE /api/reindex`: the index that is being made to take the place of the active one. */
export const ReindexStatus = z.object({
  state: z.enum(["idle", "running", "paused", "failed"]).describe(
    "paused: its model is not the configured one any more; failed: it goes on at the next start or POST.",
  ),
  needed: z.boolean().describe("The active index was made with another model than the configured one."),
  generation: z.string().describe("The index that answers."),
  building: z.string().optional().describe("The index that is being made."),
  from: z.string().nullable().describe("The active index's model; null: words alone."),
  to: z.string().nullable().describe("The model of the build, or the configured one."),
  configured: z.object({ provider: z.string(), model: z.string(), base_url: z.string().optional() })
    .optional(),
  done: z.number().int().describe("Chunks."),
  total: z.number().int().describe("Chunks."),
  started_at: z.string().optional(),
  reason: z.string().optional(),
}).meta({ id: "ReindexStatus" });
export type ReindexStatus = z.infer<typeof ReindexStatus>;

/** The work on documents. */
export const Jobs = z.object({
  waiting: z.number().int(),
  active: z.number().int(),
  waits_for: z.array(z.string()).optional().describe(
    "What documents wait for beside their turn, such as a server that does not answer.",
  ),
}).meta({ id: "Jobs" });

/** `GET /api/status` of the rag service. */
export const RagStatus = z.object({
  documents: z.object({
    pending: z.number().int(),
    processing: z.number().int(),
    completed: z.number().int(),
    failed: z.number().int(),
    chunks: z.number().int(),
  }),
  jobs: Jobs,
  index: z.object({
    model: z.string().nullable(),
    vectors: z.number().int(),
    lexical_chunks: z.number().int(),
    terms: z.number().int(),
    bytes: z.number().int(),
    reindex: ReindexStatus,
  }),
  degraded: z.array(z.string()),
}).meta({ id: "RagStatus" });
export type RagStatus = z.infer<typeof RagStatus>;

/** The queue by which others learn that documents are gone for good: its jobs are stored with the deletion. */
export const QUOTES_QUEUE = "quotes";

/** A job of `QUOTES_QUEUE`: nothing of these documents may be quoted any more. */
export const QuotesJob = z.object({
  documents: z.array(z.object({ id: z.string(), path: z.string() })),
  /** When they were deleted: what was said of the same paths later is of other documents. */
  at: z.iso.datetime(),
});
export type QuotesJob = z.infer<typeof QuotesJob>;
