import { type Arena, makeArena } from "./arena.ts";
import { makeTopK } from "./top_k.ts";
import type { ChunkRef, ContentVectors, VectorHit, VectorSearchOptions } from "./types.ts";

/** How much the coarser grains count in a chunk's score; the rest is the chunk's own cosine. */
export interface GrainWeights {
  section: number;
  document: number;
}

/** Vectors in memory, without their persistence. */
export interface VectorStore {
  readonly contents: number;
  readonly chunks: number;
  readonly deadChunks: number;
  readonly memoryBytes: number;
  has(key: string): boolean;
  keys(): Iterable<string>;
  put(key: string, grains: ContentVectors): void;
  drop(key: string): void;
  search(query: Float32Array, options: VectorSearchOptions): VectorHit[];
  scores(query: Float32Array, refs: readonly ChunkRef[]): Float64Array;
  /** Live contents in order of insertion. */
  entries(): Iterable<[key: string, grains: ContentVectors]>;
}

interface Entry {
  key: string;
  from: number;
  to: number;
  /** Row of its first section among the coarse rows; its document's row follows its sections. */
  coarse: number;
  sections: number;
  sectionOfChunk: Uint32Array;
}

/** Makes an empty store. */
export function makeVectorStore(dimension: number, weights: GrainWeights): VectorStore {
  const fine = makeArena(dimension);
  const coarse = makeArena(dimension);
  // Insertion order is row order: a content that is put again is deleted first.
  const byKey = new Map<string, Entry>();
  const blended = weights.section !== 0 || weights.document !== 0;
  let live = 0;

  function drop(key: string): void {
    const entry = byKey.get(key);
    if (entry === undefined) return;
    live -= entry.to - entry.from;
    byKey.delete(key);
  }

  /** Scores of the rows of these contents, indexed by row. */
  function scan(query: Float32Array, entries: readonly Entry[]): Float32Array {
    const scores = fine.scan(query, joined(entries, (entry) => [entry.from, entry.to]));
    if (!blended) return scores;
    const above = coarse.scan(
      query,
      joined(entries, (entry) => [entry.coarse, entry.coarse + entry.sections + 1]),
    );
    const own = 1 - weights.section - weights.document;
    for (const { from, to, coarse: first, sections, sectionOfChunk } of entries) {
      const document = weights.document * above[first + sections]!;
      for (let row = from; row < to; row++) {
        const section = weights.section * above[first + sectionOfChunk[row - from]!]!;
        scores[row] = own * scores[row]! + section + document;
      }
    }
    return scores;
  }

  return {
    get contents() {
      return byKey.size;
    },
    get chunks() {
      return live;
    },
    get deadChunks() {
      return fine.rows - live;
    },
    get memoryBytes() {
      return fine.memoryBytes + coarse.memoryBytes;
    },
    has: (key) => byKey.has(key),
    keys: () => byKey.keys(),
    put(key, grains) {
      drop(key);
      const from = fine.append(grains.chunk);
      const first = coarse.append(grains.section);
      coarse.append(grains.document);
      const { sectionOfChunk } = grains;
      const sections = grains.section.length / dimension;
      byKey.set(key, { key, from, to: fine.rows, coarse: first, sections, sectionOfChunk });
      live += fine.rows - from;
    },
    drop,
    search(query, { limit, allow = () => true }) {
      const allowed = [...byKey.values()].filter((entry) => entry.to > entry.from && allow(entry.key));
      const scores = scan(query, allowed);
      const best = makeTopK(limit);
      let threshold = best.threshold;
      for (const { from, to } of allowed) {
        for (let row = from; row < to; row++) {
          if (scores[row]! > threshold) {
            best.offer(row, scores[row]!);
            threshold = best.threshold;
          }
        }
      }
      return best.result().map(({ item, score }) => {
        const { key, from } = entryOf(allowed, item);
        return { contentKey: key, chunk: item - from, score };
      });
    },
    scores(query, refs) {
      const entries = [...new Set(refs.map((ref) => byKey.get(ref.contentKey)))].filter((entry) =>
        entry !== undefined
      );
      const scores = scan(query, entries.sort((a, b) => a.from - b.from));
      return Float64Array.from(refs, ({ contentKey, chunk }) => {
        const entry = byKey.get(contentKey);
        return entry === undefined || entry.from + chunk >= entry.to ? NaN : scores[entry.from + chunk]!;
      });
    },
    *entries() {
      for (const entry of byKey.values()) yield [entry.key, grainsOf(entry, fine, coarse)];
    },
  };
}

function grainsOf({ from, to, coarse: first, sections, sectionOfChunk }: Entry, fine: Arena, coarse: Arena) {
  return {
    chunk: fine.read(from, to - from),
    section: coarse.read(first, sections),
    document: coarse.read(first + sections, 1),
    sectionOfChunk,
  };
}

/** Ranges in row order, those that touch made one: few calls of the kernel. */
function joined(entries: readonly Entry[], range: (entry: Entry) => [number, number]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const entry of entries) {
    const [from, to] = range(entry);
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === from) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}

/** The entry that holds a row, by bisection. */
function entryOf(entries: readonly Entry[], row: number): Entry {
  let [low, high] = [0, entries.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (entries[middle]!.from <= row) low = middle;
    else high = middle - 1;
  }
  return entries[low]!;
}
