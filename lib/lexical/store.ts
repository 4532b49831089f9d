import { makeTopK } from "../vectors/top_k.ts";
import type { ChunkRef } from "../vectors/types.ts";
import { type Bm25, idf, lengthNorm } from "./bm25.ts";
import type { ContentTerms } from "./codec.ts";
import { invert, type PlacedContent, type Postings } from "./postings.ts";
import type { LexicalHit, LexicalSearchOptions } from "./types.ts";

/** Contents put since the last inversion are scanned whole, until they hold more postings than this or the share. */
const FRESH_POSTINGS = 300_000;
const FRESH_SHARE = 0.2;

/** Terms of contents in memory, without their persistence. */
export interface LexicalStore {
  readonly contents: number;
  readonly chunks: number;
  readonly terms: number;
  readonly postings: number;
  readonly deadPostings: number;
  has(key: string): boolean;
  keys(): Iterable<string>;
  /** A term's number, if it has one. */
  termId(term: string): number | undefined;
  term(id: number): string;
  addTerms(terms: readonly string[]): void;
  put(key: string, terms: ContentTerms): void;
  drop(key: string): void;
  idf(term: string): number;
  search(terms: readonly string[], options: LexicalSearchOptions): LexicalHit[];
  scores(terms: readonly string[], refs: readonly ChunkRef[]): Float64Array;
  /** Live contents in order of insertion. */
  entries(): Iterable<[key: string, terms: ContentTerms]>;
}

interface Entry extends PlacedContent {
  key: string;
  to: number;
}

/** Makes an empty store. */
export function makeLexicalStore(bm25: Bm25): LexicalStore {
  const ids = new Map<string, number>();
  const names: string[] = [];
  // Insertion order is row order: a content that is put again is deleted first.
  const byKey = new Map<string, Entry>();
  let inverted: Postings = { offsets: new Uint32Array(1), rows: new Uint32Array(0), tfs: new Uint8Array(0) };
  let fresh: Entry[] = [];
  let freshPostings = 0;
  let rows = 0;
  let df = new Uint32Array(1024);
  let norms: Float32Array | undefined;
  let [liveChunks, liveTerms, livePostings, deadPostings] = [0, 0, 0, 0];

  function count(entry: Entry, sign: 1 | -1): void {
    const { postings, lengths } = entry.terms;
    for (let i = 0; i < postings.length; i++) df[postings[i]! >>> 8] = df[postings[i]! >>> 8]! + sign;
    for (let i = 0; i < lengths.length; i++) liveTerms += sign * lengths[i]!;
    liveChunks += sign * lengths.length;
    livePostings += sign * postings.length;
    norms = undefined;
  }

  function drop(key: string): void {
    const entry = byKey.get(key);
    if (entry === undefined) return;
    count(entry, -1);
    deadPostings += entry.terms.postings.length;
    byKey.delete(key);
  }

  /** Numbers the rows anew and inverts all contents. */
  function rebuild(): void {
    rows = 0;
    for (const entry of byKey.values()) {
      entry.from = rows;
      entry.to = rows += entry.terms.lengths.length;
    }
    inverted = invert([...byKey.values()], names.length);
    [fresh, freshPostings, norms] = [[], 0, undefined];
  }

  function normOfRows(): Float32Array {
    if (norms !== undefined) return norms;
    norms = new Float32Array(rows);
    const mean = liveTerms / Math.max(1, liveChunks);
    for (const { from, terms: { lengths } } of byKey.values()) {
      for (let i = 0; i < lengths.length; i++) norms[from + i] = lengthNorm(lengths[i]!, mean, bm25);
    }
    return norms;
  }

  /** BM25 of every row. */
  function score(terms: readonly string[]): Float32Array {
    if (freshPostings > Math.max(FRESH_POSTINGS, FRESH_SHARE * inverted.rows.length)) rebuild();
    const weights = new Map<number, number>();
    for (const term of terms) {
      const id = ids.get(term);
      if (id !== undefined && df[id]! > 0) weights.set(id, (weights.get(id) ?? 0) + idf(df[id]!, liveChunks));
    }
    const norm = normOfRows();
    const scores = new Float32Array(rows);
    for (const [id, weight] of weights) {
      const end = inverted.offsets[id + 1] ?? 0;
      for (let i = inverted.offsets[id] ?? end; i < end; i++) {
        const row = inverted.rows[i]!;
        const tf = inverted.tfs[i]!;
        scores[row] = scores[row]! + weight * tf / (tf + norm[row]!);
      }
    }
    for (const { from, terms: { offsets, postings } } of fresh) {
      for (let row = from, i = 0; i < postings.length; i++) {
        while (i >= offsets[row - from + 1]!) row++;
        const weight = weights.get(postings[i]! >>> 8);
        if (weight === undefined) continue;
        const tf = postings[i]! & 255;
        scores[row] = scores[row]! + weight * tf / (tf + norm[row]!);
      }
    }
    return scores;
  }

  return {
    get contents() {
      return byKey.size;
    },
    get chunks() {
      return liveChunks;
    },
    get terms() {
      return names.length;
    },
    get postings() {
      return livePostings;
    },
    get deadPostings() {
      return deadPostings;
    },
    has: (key) => byKey.has(key),
    keys: () => byKey.keys(),
    termId: (term) => ids.get(term),
    term: (id) => names[id] ?? "",
    addTerms(terms) {
      for (const term of terms) {
        ids.set(term, names.length);
        names.push(term);
      }
      if (names.length > df.length) {
        const larger = new Uint32Array(names.length * 2);
        larger.set(df);
        df = larger;
      }
    },
    put(key, terms) {
      drop(key);
      const entry = { key, from: rows, to: rows + terms.lengths.length, terms };
      rows = entry.to;
      byKey.set(key, entry);
      fresh.push(entry);
      freshPostings += terms.postings.length;
      count(entry, 1);
    },
    drop,
    idf: (term) => idf(df[ids.get(term) ?? -1] ?? 0, liveChunks),
    search(terms, { limit, allow = () => true }) {
      const scores = score(terms);
      const best = makeTopK(limit);
      const found = new Map<number, Entry>();
      for (const entry of byKey.values()) {
        let allowed: boolean | undefined;
        for (let row = entry.from; row < entry.to; row++) {
          if (scores[row] === 0 || scores[row]! <= best.threshold) continue;
          allowed ??= allow(entry.key);
          if (!allowed) break;
          best.offer(row, scores[row]!);
          found.set(row, entry);
        }
      }
      return best.result().map(({ item, score }) => {
        const entry = found.get(item)!;
        return { contentKey: entry.key, chunk: item - entry.from, score };
      });
    },
    scores(terms, refs) {
      const scores = score(terms);
      return Float64Array.from(refs, ({ contentKey, chunk }) => {
        const entry = byKey.get(contentKey);
        return entry === undefined || entry.from + chunk >= entry.to ? NaN : scores[entry.from + chunk]!;
      });
    },
    *entries() {
      for (const { key, terms } of byKey.values()) yield [key, terms];
    },
  };
}
