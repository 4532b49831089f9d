import { MorganError } from "../errors.ts";
import { type Block, BlockCutter, CHARS_PER_TOKEN } from "./blocks.ts";
import { outlineSections } from "./outline.ts";
import type { ExtractedDocument } from "./types.ts";

/** Counts the tokens of the embedding model, without its special tokens. */
export interface TokenCounter {
  count(text: string): number;
}

/** The finest grain: what is embedded, found and quoted. */
export interface Chunk {
  index: number;
  /** Offsets in the document's text: `text === doc.text.slice(start, end)`, without white space at its ends. */
  start: number;
  end: number;
  text: string;
  /** Never more than `maxTokens`. */
  tokens: number;
  /** Page where it starts, from 1; null without pages. */
  page: number | null;
  /** Headings that it stands under, outermost first. */
  headings: string[];
  /** Index into `sections`. */
  section: number;
}

/** The middle grain: chunks in succession under one heading path, at most `SECTION_CHUNKS`. */
export interface Section {
  index: number;
  start: number;
  end: number;
  headings: string[];
  page: number | null;
  /** Indices of its chunks, `to` exclusive. */
  chunks: [from: number, to: number];
}

/** A document's chunks and sections, both in order of the text. Together the chunks hold all that is not white space, once. */
export interface DocumentChunks {
  chunks: Chunk[];
  sections: Section[];
}

/** Sizes of chunks, in tokens. */
export interface ChunkOptions {
  /** No chunk is larger. At least 8. */
  maxTokens: number;
  /** Paragraphs are joined up to about this many. @default 200, or `maxTokens` if that is less */
  targetTokens?: number;
}

/** A longer section, such as a book without headings, is divided, so that a section stays a unit of meaning. */
const SECTION_CHUNKS = 16;

/** Cuts a document to chunks on section, paragraph, sentence, word and grapheme borders, the coarsest that fits. */
export function chunkDocument(
  doc: ExtractedDocument,
  tokenizer: TokenCounter,
  options: ChunkOptions,
): DocumentChunks {
  const { maxTokens } = options;
  const target = Math.min(options.targetTokens ?? 200, maxTokens);
  if (!(maxTokens >= 8) || !(target >= 1)) {
    throw new MorganError(
      "invalid_input",
      `Cannot cut chunks of at most ${maxTokens}, about ${target} tokens: too few.`,
      {
        hint: "Use at least 8 tokens.",
      },
    );
  }
  const cutter = new BlockCutter(
    doc.text,
    tokenizer,
    maxTokens,
    Math.min(maxTokens, Math.floor(target * 1.5)),
  );
  const chunks: Chunk[] = [];
  const sections: Section[] = [];
  const pageAt = pageFinder(doc.pages);
  for (const { headings, blocks } of outlineSections(doc, cutter, target)) {
    const groups = pack(blocks, target, maxTokens).flatMap((group) => verified(group, cutter, maxTokens));
    for (let i = 0; i < groups.length; i += SECTION_CHUNKS) {
      const part = groups.slice(i, i + SECTION_CHUNKS);
      const section = sections.length;
      const from = chunks.length;
      for (const { start, end, tokens } of part) {
        const text = doc.text.slice(start, end);
        chunks.push({
          index: chunks.length,
          start,
          end,
          text,
          tokens,
          page: pageAt(start),
          headings,
          section,
        });
      }
      const start = part[0]?.start ?? 0;
      const end = part.at(-1)?.end ?? start;
      sections.push({
        index: section,
        start,
        end,
        headings,
        page: pageAt(start),
        chunks: [from, chunks.length],
      });
    }
  }
  return { chunks, sections };
}

/** Fills chunks with whole blocks up to the target; what would be a small remainder at the end joins the chunk before it. */
function pack(blocks: readonly Block[], target: number, max: number): Block[][] {
  const groups: Block[][] = [];
  const sizes: number[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const size = sizes.at(-1) ?? 0;
    const weight = Math.max(block.tokens, (block.end - block.start) / CHARS_PER_TOKEN);
    const sum = size + weight;
    if (last !== undefined && sum <= max && (sum <= target || size < target * 0.3)) {
      last.push(block);
      sizes[sizes.length - 1] = sum;
    } else {
      groups.push([block]);
      sizes.push(weight);
    }
  }
  const rest = sizes.at(-1) ?? 0;
  const before = sizes.at(-2) ?? Infinity;
  if (rest < target * 0.25 && rest + before <= Math.min(max, target * 1.5)) {
    groups.at(-2)?.push(...(groups.pop() ?? []));
  }
  return groups;
}

/** The token counts of blocks do not quite add up in every tokenizer, so each chunk is counted; one too large is divided. */
function verified(
  group: readonly Block[],
  cutter: BlockCutter,
  max: number,
): { start: number; end: number; tokens: number }[] {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined) return [];
  if (group.length === 1) return first.tokens <= max ? [first] : cutter.halve(first);
  const span = { start: first.start, end: last.end };
  const tokens = cutter.count(span);
  if (tokens <= max) return [{ ...span, tokens }];
  const middle = group.length >> 1;
  return [...verified(group.slice(0, middle), cutter, max), ...verified(group.slice(middle), cutter, max)];
}

function pageFinder(pages: readonly number[]): (offset: number) => number | null {
  let page = 0;
  return (offset) => {
    if (pages.length === 0) return null;
    if (page > 0 && (pages[page] ?? 0) > offset) page = 0;
    while (page + 1 < pages.length && (pages[page + 1] ?? Infinity) <= offset) page++;
    return page + 1;
  };
}
