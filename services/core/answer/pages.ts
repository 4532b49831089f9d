import type { Passage } from "../../rag/contract.ts";
import type { Source } from "../contract.ts";

/** Sources with the page on which each quote begins: a chunk may go on over the end of a page. */
export function withPages(passages: readonly Passage[], sources: readonly Source[]): Source[] {
  const chunks = new Map(
    passages.flatMap((passage) => passage.chunks.map((chunk) => [chunk.chunk_id, chunk])),
  );
  return sources.map((source) => {
    const chunk = chunks.get(source.chunk_id);
    if (chunk?.page === undefined || !chunk.page_starts) return source;
    const at = chunk.text.indexOf(source.quote);
    return { ...source, page: chunk.page + chunk.page_starts.filter((start) => start <= at).length };
  });
}
