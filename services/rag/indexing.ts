import { chunkWindow, type DocumentChunkRow, type DocumentRow } from "../../lib/db/mod.ts";
import type { RagContext } from "./context.ts";
import { embedPassages } from "./embed_passages.ts";
import type { Generation } from "./indexes/mod.ts";
import { progress } from "./outcome.ts";

/** Tokens left for the heading path that is embedded with a chunk. */
export const HEADING_TOKENS = 48;

/** A content's chunks as both indexes take them. */
export interface IndexedContent {
  key: string;
  /** Of each chunk: its headings and its text. */
  chunks: readonly { heading: string; text: string }[];
}

/** Told how many of a content's chunks are embedded. */
export type OnEmbedded = (done: number, total: number) => void;

/** The content of a document's chunks as they are stored. */
export async function storedContent(
  context: RagContext,
  document: { id: string; contentKey: string },
): Promise<IndexedContent> {
  const rows = await chunkWindow(context.database.db, document.id, 0, 2 ** 31 - 1);
  return {
    key: document.contentKey,
    chunks: rows.map((row) => ({ heading: headingOf(row), text: row.chunk_text })),
  };
}

/** Puts a content into both indexes of a generation, where it lacks it. Nothing is found before a document is published. */
export async function addContent(
  generation: Generation,
  { key, chunks }: IndexedContent,
  signal: AbortSignal,
  onEmbedded: OnEmbedded = () => {},
): Promise<void> {
  const { dense, lexical, tokens } = generation;
  await generation.left(key);
  const texts = chunks.map(({ heading, text }) => indexedText(generation, heading, text));
  if (dense && !dense.index.has(key)) {
    const vectors = await embedPassages({ ...dense, tokens }, texts, signal, onEmbedded);
    if (generation.retired) return;
    await dense.index.upsert(key, vectors);
  }
  if (!lexical.has(key) && !generation.retired) await lexical.upsert(key, texts);
  signal.throwIfAborted();
}

/** Puts a content into the active generation; one that is being made takes it from there. Returns the number of its vectors. */
export async function indexContent(
  context: RagContext,
  row: DocumentRow,
  content: IndexedContent,
  signal: AbortSignal,
): Promise<number> {
  const { indexes } = context;
  // A swap may happen meanwhile: what counts is the generation that is active at the end.
  while (!indexes.active.holds(content.key)) {
    await addContent(
      indexes.active,
      content,
      signal,
      (done, total) => progress(context, row, done < total ? "embedding" : "indexing", done, total),
    );
  }
  return indexes.active.dense ? content.chunks.length : 0;
}

/** Indexes a completed document again from its rows, after its index was lost. */
export async function restoreIndex(
  context: RagContext,
  row: DocumentRow,
  signal: AbortSignal,
): Promise<void> {
  if (context.indexes.active.holds(row.content_key)) return;
  const content = await storedContent(context, { id: row.id, contentKey: row.content_key });
  await indexContent(context, row, content, signal);
}

/** What is embedded and indexed for a chunk: its heading path, where that is short enough, before its text. */
function indexedText({ tokens }: Generation, heading: string, text: string): string {
  if (heading === "" || text.startsWith(heading)) return text;
  return tokens.count(heading) <= HEADING_TOKENS ? `${heading}\n${text}` : text;
}

function headingOf({ metadata }: DocumentChunkRow): string {
  return Array.isArray(metadata.headings) ? metadata.headings.map(String).join(" › ") : "";
}
