import { tokenize } from "./tokens.ts";

/** The two kinds of features. Each is weighted and normalised by itself. */
export const BLOCKS = ["word", "char"] as const;
export type Block = (typeof BLOCKS)[number];

/** How often each feature, known by its hash, occurs in a text. */
export type Counts = Record<Block, Map<number, number>>;

/** Word 1-2-grams, and character 2..5-grams within padded words, of one text: hashed, counted. */
export function countFeatures(text: string): Counts {
  const tokens = tokenize(text);
  const word = new Map<number, number>();
  const char = new Map<number, number>();
  let before = hash("⟨start⟩", WORD_SEED);
  for (const token of tokens) {
    const own = hash(token, WORD_SEED);
    add(word, own);
    add(word, mix(before, own));
    before = own;
    if (!token.startsWith("⟨")) countCharacters(token, char);
  }
  add(word, mix(before, hash("⟨end⟩", WORD_SEED)));
  return { word, char };
}

const WORD_SEED = 0x811c9dc5;
const CHAR_SEED = 0x9747b28c;
const PRIME = 0x01000193;
const LONGEST = 5;

function countCharacters(token: string, counts: Map<number, number>): void {
  const padded = ` ${token} `;
  for (let from = 0; from < padded.length - 1; from++) {
    let state = step(CHAR_SEED, padded.charCodeAt(from));
    const end = Math.min(padded.length, from + LONGEST);
    for (let at = from + 1; at < end; at++) {
      state = step(state, padded.charCodeAt(at));
      add(counts, finish(state));
    }
  }
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo; draft-eastlake-fnv), then the last mix of MurmurHash3. */
function hash(text: string, seed: number): number {
  let state = seed;
  for (let i = 0; i < text.length; i++) state = step(state, text.charCodeAt(i));
  return finish(state);
}

function step(state: number, unit: number): number {
  return Math.imul(Math.imul(state ^ (unit & 0xff), PRIME) ^ (unit >>> 8), PRIME);
}

function finish(state: number): number {
  let h = state;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function mix(first: number, second: number): number {
  return finish(Math.imul(first, 31) + second | 0);
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
