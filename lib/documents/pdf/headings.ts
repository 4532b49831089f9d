import type { Heading } from "../types.ts";
import type { Paragraph } from "./paragraphs.ts";

/** A paragraph where it lies in the document's text. */
export interface PlacedParagraph extends Paragraph {
  text: string;
  start: number;
  page: number;
}

/** An entry of a PDF's outline with the index of the page that it leads to. */
export interface OutlineEntry {
  level: number;
  title: string;
  page: number;
}

const key = (text: string) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Headings from the outline, each where its title stands on its page, else at the top of that page. */
export function outlineHeadings(
  outline: readonly OutlineEntry[],
  paragraphs: readonly PlacedParagraph[],
  pages: readonly number[],
): Heading[] {
  const byPage = Map.groupBy(paragraphs, (paragraph) => paragraph.page);
  const headings = outline.flatMap(({ level, title, page }) => {
    const wanted = key(title);
    if (wanted === "") return [];
    const found = byPage.get(page)?.find((p) => {
      const words = key(p.text.slice(0, title.length + 40));
      return words.startsWith(wanted) || (words.endsWith(wanted) && words.length < wanted.length + 6);
    });
    const start = found?.start ?? pages[page];
    return start === undefined ? [] : [{ level, title: title.trim(), start }];
  });
  return headings.sort((a, b) => a.start - b.start);
}

/** Headings by size: short paragraphs set clearly larger than most of the text, the largest size being level 1. */
export function sizeHeadings(paragraphs: readonly PlacedParagraph[]): Heading[] {
  const weights = new Map<number, number>();
  for (const p of paragraphs) weights.set(half(p.size), (weights.get(half(p.size)) ?? 0) + p.text.length);
  const body = [...weights].reduce((best, entry) => entry[1] > best[1] ? entry : best, [0, 0])[0];
  const large = paragraphs.filter((p) =>
    p.size > body * 1.12 && p.text.length <= 160 && p.lines.length <= 3 && /\p{L}{2}/u.test(p.text)
  );
  if (large.length > paragraphs.length / 2) return [];
  const sizes = [...new Set(large.map((p) => half(p.size)))].sort((a, b) => b - a);
  return large.map((p) => ({
    level: Math.min(6, sizes.indexOf(half(p.size)) + 1),
    title: p.text.replace(/\s+/g, " "),
    start: p.start,
  }));
}

function half(size: number): number {
  return Math.round(size * 2) / 2;
}
