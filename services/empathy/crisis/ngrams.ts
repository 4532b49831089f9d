import { normalize } from "./normalize.ts";

/** Places that n-grams are hashed to: half for words, half for characters (Weinberger et al. 2009, "Feature Hashing", without signs). */
export const BUCKETS = 1 << 14;

const HALF = BUCKETS / 2;
const LONGEST = 5;
const PRIME = 0x01000193;

/**
 * Word 1-2-grams, and character 2..5-grams within padded words, of a text as the patterns see it. Values are 1 + ln of the count, each of the
 * two kinds scaled to length 1. They hold what a vector of an English model says little of: other languages, slang, typos.
 */
export function ngrams(text: string): Map<number, number> {
  const words = new Map<number, number>();
  const characters = new Map<number, number>();
  let before = "^";
  for (const word of normalize(text).match(/[\p{L}\d']+|[.!?]/gu) ?? []) {
    add(words, hash(word));
    add(words, hash(`${before} ${word}`));
    before = word;
    const padded = ` ${word} `;
    for (let from = 0; from < padded.length - 1; from++) {
      for (let to = from + 2; to <= Math.min(padded.length, from + LONGEST); to++) {
        add(characters, HALF + hash(padded.slice(from, to)));
      }
    }
  }
  return new Map([...scaled(words), ...scaled(characters)]);
}

function add(counts: Map<number, number>, bucket: number): void {
  counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
}

function scaled(counts: Map<number, number>): [number, number][] {
  const values = [...counts].map(([bucket, count]): [number, number] => [bucket, 1 + Math.log(count)]);
  const length = Math.sqrt(values.reduce((sum, [, value]) => sum + value * value, 0));
  return values.map(([bucket, value]) => [bucket, value / length]);
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo), folded to half of the buckets by its higher bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), PRIME);
  return ((state ^ (state >>> 16)) >>> 0) % HALF;
}
