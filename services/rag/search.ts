import { chunksByIndex, type DocumentChunkRow } from "../../lib/db/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { fuse, gatherCandidates } from "../../lib/retrieval/mod.ts";
import { errorFields, serviceLogger, timed } from "../../lib/telemetry/mod.ts";
import type { ChunkRef } from "../../lib/vectors/mod.ts";
import type { CatalogEntry } from "./catalog.ts";
import type { DenseLeg, RagContext } from "./context.ts";
import type { SearchFilter, SearchRequest, SearchResponse, SearchResult } from "./contract.ts";
import { placeOf } from "./documents.ts";
import { degradedBy, INCOMPLETE } from "./recover.ts";
import type { Generation } from "./indexes/mod.ts";
import { searchable } from "./long_query.ts";

/** A chunk that was found, with what each leg says of it. */
export interface ScoredRef extends ChunkRef {
  score: number;
  dense?: number;
  lexical?: number;
}

/** A scored chunk together with its row and the documents that hold it. */
export interface FoundChunk extends ScoredRef {
  row: DocumentChunkRow;
  /** The document that is cited first. */
  document: CatalogEntry;
  also: string[];
}

/** The best chunks, and the generation of the indexes that they were found in. */
export interface FoundChunks {
  found: FoundChunk[];
  degraded: string[];
  generation: Generation;
}

interface Query {
  query: string;
  leg: "fused" | "dense" | "lexical";
  limit: number;
  filter?: SearchFilter | undefined;
  signal?: AbortSignal | undefined;
}

/** `POST /api/search`, from the cache where the documents have not changed since. */
export async function search(
  context: RagContext,
  request: SearchRequest,
  signal?: AbortSignal,
): Promise<SearchResponse> {
  const { catalog, indexes } = context;
  const key = `search:${catalog.generation}:${indexes.version}:${JSON.stringify(request)}`;
  const cached = await context.cache.get(key);
  if (cached !== null) return JSON.parse(cached);
  const { leg, top_k, filter } = request;
  const query = searchable(request.query);
  const { found, degraded } = await findChunks(context, { query, leg, limit: top_k, filter, signal });
  const response = { results: found.map(toResult), degraded };
  const whole = !degraded.includes("no_embedding") && !degraded.includes(INCOMPLETE);
  if (whole) await context.cache.set(key, JSON.stringify(response), 3600);
  return response;
}

/** The best chunks for a query with their rows, best first. */
export async function findChunks(context: RagContext, query: Query): Promise<FoundChunks> {
  const end = context.metrics.steps.startTimer({ step: "search" });
  try {
    // A document that is replaced between the search and the look-up of its rows is searched for once more.
    for (let attempt = 0;; attempt++) {
      const before = context.catalog.generation;
      const generation = context.indexes.active;
      const { hits, degraded } = await scoreChunks(context, generation, query);
      const found = await resolve(context, hits, query.filter);
      if (found.length === hits.length || before === context.catalog.generation || attempt === 2) {
        return { found, degraded, generation };
      }
    }
  } finally {
    end();
  }
}

async function scoreChunks(
  context: RagContext,
  generation: Generation,
  query: Query,
): Promise<{ hits: ScoredRef[]; degraded: string[] }> {
  const { leg, limit, filter, signal } = query;
  const allow = (contentKey: string) => context.catalog.matching(contentKey, filter).length > 0;
  const { dense, lexical } = generation;
  const { vector, degraded } = leg === "lexical"
    ? { degraded: degradedBy(context).filter((code) => code === INCOMPLETE) }
    : await queryVector(context, dense, query);
  signal?.throwIfAborted();
  if (!dense || !vector) {
    const hits = await lexical.search(query.query, { limit, allow });
    return { hits: hits.map((hit) => ({ ...hit, lexical: hit.score })), degraded };
  }
  if (leg === "dense") {
    const hits = await dense.index.search(vector, { limit, allow });
    return { hits: hits.map((hit) => ({ ...hit, dense: hit.score })), degraded };
  }
  const candidates = await gatherCandidates(query.query, vector, { lexical, vectors: dense.index }, {
    allow,
  });
  return { hits: fuse(candidates).slice(0, limit), degraded };
}

/** The query's vector; without one the lexical leg answers alone, and the answer says so. */
async function queryVector(
  context: RagContext,
  dense: DenseLeg | null,
  { query, leg, signal }: Query,
): Promise<{ vector?: Float32Array; degraded: string[] }> {
  const { indexes } = context;
  if (!dense) {
    if (leg === "fused") return { degraded: ["no_embedding", ...degradedBy(context)] };
    if (indexes.lack) throw modelLost(indexes.lack);
    throw new MorganError("unavailable", "No embedding model is configured, so there is no dense search.", {
      hint: "Set embedding.provider, or search with leg fused or lexical.",
      details: { dependency: "embedding" },
    });
  }
  const { embedding } = dense;
  try {
    const vector = await timed(
      context.metrics,
      "embed_query",
      () => embedding.embed([query], "query", { signal, priority: "interactive" }),
    );
    return { vector, degraded: [...degradedBy(context)] };
  } catch (error) {
    if (leg === "dense" || signal?.aborted) throw error;
    serviceLogger("rag").warning("embedding the query failed; words alone are searched", errorFields(error));
    return { degraded: ["no_embedding", ...degradedBy(context)] };
  }
}

function modelLost(reason: string): MorganError {
  return new MorganError("unavailable", `The embedding model of the index cannot be used: ${reason}`, {
    hint: "Run `morgan reindex` to index the documents with the configured model.",
    details: { dependency: "embedding" },
  });
}

async function resolve(
  context: RagContext,
  hits: readonly ScoredRef[],
  filter: SearchFilter | undefined,
): Promise<FoundChunk[]> {
  const placed = hits.flatMap((hit) => {
    const [document, ...others] = context.catalog.matching(hit.contentKey, filter);
    return document ? [{ ...hit, document, also: others.map((other) => other.path) }] : [];
  });
  const refs = placed.map(({ document, chunk }) => ({ document_id: document.id, chunk_index: chunk }));
  const rows = new Map(
    (await chunksByIndex(context.database.db, refs)).map((
      row,
    ) => [`${row.document_id} ${row.chunk_index}`, row]),
  );
  return placed.flatMap((hit) => {
    const row = rows.get(`${hit.document.id} ${hit.chunk}`);
    return row ? [{ ...hit, row }] : [];
  });
}

function toResult({ row, document, also, score, dense, lexical }: FoundChunk): SearchResult {
  return {
    chunk_id: row.id,
    document_id: document.id,
    path: document.path,
    ...(also.length > 0 ? { also_at: also } : {}),
    ...(document.title ? { title: document.title } : {}),
    ...placeOf(row),
    text: row.chunk_text,
    score,
    ...(dense === undefined ? {} : { dense }),
    ...(lexical === undefined ? {} : { lexical }),
  };
}
