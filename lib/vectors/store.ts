import { makeArena } from "./arena.ts";
import { makeTopK } from "./top_k.ts";
import type { ChunkRef, VectorHit, VectorSearchOptions } from "./types.ts";

/** Vectors in memory, without their persistence. */
export interface VectorStore {
  readonly contents: number;
  readonly chunks: number;
  readonly deadChunks: number;
  readonly memoryBytes: number;
  has(key: string): boolean;
  keys(): Iterable<string>;
  /** @param chunks chunks × dimension */
  put(key: string, chunks: Float32Array): void;
  drop(key: string): void;
  search(query: Float32Array, options: VectorSearchOptions): VectorHit[];
  scores(query: Float32Array, refs: readonly ChunkRef[]): Float64Array;
  /** Live contents in order of insertion. */
  entries(): Iterable<[key: string, chunks: Float32Array]>;
}

interface Entry {
  key: string;
  from: number;
  to: number;
}

/** Makes an empty store. */
export function makeVectorStore(dimension: number): VectorStore {
  const arena = makeArena(dimension);
  // Insertion order is row order: a content that is put again is deleted first.
  const byKey = new Map<string, Entry>();
  let live = 0;

  function drop(key: string): void {
    const entry = byKey.get(key);
    if (entry === undefined) return;
    live -= entry.to - entry.from;
    byKey.delete(key);
  }

  /** Scores of the rows of these contents, indexed by row. */
  const scan = (query: Float32Array, entries: readonly Entry[]) => arena.scan(query, joined(entries));

  return {
    get contents() {
      return byKey.size;
    },
    get chunks() {
      return live;
    },
    get deadChunks() {
      return arena.rows - live;
    },
    get memoryBytes() {
      return arena.memoryBytes;
    },
    has: (key) => byKey.has(key),
    keys: () => byKey.keys(),
    put(key, chunks) {
      drop(key);
      const from = arena.append(chunks);
      byKey.set(key, { key, from, to: arena.rows });
      live += arena.rows - from;
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
      for (const { key, from, to } of byKey.values()) yield [key, arena.read(from, to - from)];
    },
  };
}

/** Ranges in row order, those that touch made one: few calls of the kernel. */
function joined(entries: readonly Entry[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const { from, to } of entries) {
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
