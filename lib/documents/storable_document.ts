import { storable } from "../storable.ts";
import type { ExtractedDocument } from "./types.ts";

/**
 * A document whose texts every store can keep: NULs are left out, half a surrogate pair becomes U+FFFD. Headings and pages still
 * begin where they did.
 */
export function storableDocument(document: ExtractedDocument): ExtractedDocument {
  const { text, title, pages, headings } = document;
  const moved = withoutNuls(text);
  return {
    ...document,
    text: storable(text),
    title: title === null ? null : storable(title),
    pages: pages.map(moved),
    headings: headings.map(({ level, title, start }) => ({
      level,
      title: storable(title),
      start: moved(start),
    })),
  };
}

/** Where a place of the text lies once the NULs are gone. */
function withoutNuls(text: string): (at: number) => number {
  if (!text.includes("\0")) return (at) => at;
  const nuls = [...text.matchAll(/\0/g)].map(({ index }) => index);
  return (at) => {
    let [low, high] = [0, nuls.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((nuls[middle] ?? at) < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  };
}
