import type { Block, BlockCutter } from "./blocks.ts";
import type { ExtractedDocument } from "./types.ts";

/** A stretch of the document under one heading path, with its blocks. */
export interface OutlineSection {
  headings: string[];
  blocks: Block[];
  tokens: number;
}

/** Sections of fewer tokens than this share of the target are joined to a neighbour. */
const TINY = 0.4;

/** Cuts a document at its headings, then joins tiny sections to the next ones of the same parent, or to their own first subsection. */
export function outlineSections(
  doc: ExtractedDocument,
  cutter: BlockCutter,
  targetTokens: number,
): OutlineSection[] {
  const joined: OutlineSection[] = [];
  for (const next of cutAtHeadings(doc, cutter)) {
    const open = joined.at(-1);
    if (open !== undefined && joins(open, next, targetTokens)) {
      open.headings = isPrefix(open.headings, next.headings)
        ? joinedPath(open, next)
        : commonPrefix(open.headings, next.headings);
      for (const block of next.blocks) open.blocks.push(block);
      open.tokens += next.tokens;
    } else {
      joined.push({ ...next });
    }
  }
  return joined;
}

function joins(open: OutlineSection, next: OutlineSection, target: number): boolean {
  if (open.tokens >= target * TINY && next.tokens >= target * TINY) return false;
  if (
    open.tokens + next.tokens > target &&
    !(open.tokens < target * TINY / 2 && isPrefix(open.headings, next.headings))
  ) return false;
  if (isPrefix(open.headings, next.headings)) return open.tokens < target * TINY;
  return commonPrefix(open.headings, next.headings).length >=
    Math.min(open.headings.length, next.headings.length) - 1;
}

/** A bare heading takes its subsection's path; a parent with words of its own keeps its own. */
function joinedPath(open: OutlineSection, next: OutlineSection): string[] {
  return open.blocks.length <= 1 ? next.headings : open.headings;
}

function cutAtHeadings(doc: ExtractedDocument, cutter: BlockCutter): OutlineSection[] {
  const sections: OutlineSection[] = [];
  const add = (headings: string[], from: number, to: number) => {
    const blocks = cutter.cut(from, to);
    if (blocks.length > 0) {
      sections.push({
        headings,
        blocks,
        tokens: blocks.reduce((sum, block) => sum + block.tokens, 0),
      });
    }
  };
  const path: { level: number; title: string }[] = [];
  const borders = doc.headings.filter((h) => h.start >= 0 && h.start < doc.text.length).sort((a, b) =>
    a.start - b.start
  );
  let from = 0;
  for (const { level, title, start } of borders) {
    add(path.map((h) => h.title), from, start);
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, title });
    from = start;
  }
  add(path.map((h) => h.title), from, doc.text.length);
  return sections;
}

function isPrefix(short: readonly string[], long: readonly string[]): boolean {
  return short.length < long.length && short.every((title, i) => title === long[i]);
}

function commonPrefix(a: readonly string[], b: readonly string[]): string[] {
  const differs = a.findIndex((title, i) => title !== b[i]);
  return differs < 0 ? [...a] : a.slice(0, differs);
}
