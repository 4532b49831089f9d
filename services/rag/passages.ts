import type { z } from "zod";
import { analyze } from "../../lib/lexical/mod.ts";
import { joinNeighbours } from "../../lib/retrieval/mod.ts";
import type { RagContext } from "./context.ts";
import type { Passage, PassagesRequest, PassagesResponse } from "./contract.ts";
import { ChunkPlace, placeOf } from "./documents.ts";
import { searchable } from "./long_query.ts";
import { findChunks, type FoundChunk } from "./search.ts";

/** Chunks that are looked at for an answer, of which `top_k` are kept. */
const CONSIDERED = 24;

/** The passages that an answer may draw on: the best chunks, neighbours joined, with how they were chosen. */
export async function passages(
  context: RagContext,
  { query: asked, top_k, filter }: z.infer<typeof PassagesRequest>,
  signal?: AbortSignal,
): Promise<PassagesResponse> {
  const query = searchable(asked);
  const limit = Math.max(CONSIDERED, top_k);
  const { found, degraded, generation } = await findChunks(context, {
    query,
    leg: "fused",
    limit,
    filter,
    signal,
  });
  const kept = new Set(found.slice(0, top_k));
  const terms = [...new Set(analyze(query))].map((term) => ({ term, idf: generation.lexical.idf(term) }));
  return {
    passages: joinNeighbours([...kept]).map((passage) =>
      toPassage(
        [...kept].filter(({ contentKey, chunk }) =>
          contentKey === passage.contentKey && chunk >= passage.from && chunk <= passage.to
        ),
      )
    ),
    terms,
    candidates: found.map((hit) => {
      const { heading } = placeOf(hit.row);
      return {
        chunk_id: hit.row.id,
        path: hit.document.path,
        ...(heading === undefined ? {} : { heading }),
        score: hit.score,
        ...(hit.dense === undefined ? {} : { dense: hit.dense }),
        ...(hit.lexical === undefined ? {} : { lexical: hit.lexical }),
        kept: kept.has(hit),
      };
    }),
    ...(generation.dense ? { model: generation.dense.index.model.id } : {}),
    degraded,
  };
}

function toPassage(chunks: FoundChunk[]): Passage {
  const ordered = chunks.toSorted((a, b) => a.chunk - b.chunk);
  const best = chunks.reduce((best, hit) => hit.score > best.score ? hit : best);
  const { document, also, score, dense, lexical } = best;
  return {
    document_id: document.id,
    path: document.path,
    ...(also.length > 0 ? { also_at: also } : {}),
    ...(document.title ? { title: document.title } : {}),
    score,
    ...(dense === undefined ? {} : { dense }),
    ...(lexical === undefined ? {} : { lexical }),
    chunks: ordered.map(({ row, score }) => ({
      chunk_id: row.id,
      index: row.chunk_index,
      ...placeOf(row),
      ...innerPlaces(row.metadata),
      text: row.chunk_text,
      score,
    })),
  };
}

/** What begins within a chunk, so that a quote from it can be placed exactly. */
function innerPlaces(metadata: Record<string, unknown>) {
  const { page_starts, inner_headings } = ChunkPlace.parse(metadata);
  return { page_starts, inner_headings };
}
