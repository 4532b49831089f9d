import { BLOCKS, type Counts } from "./features.ts";

/** The features that the model knows: hash, inverse document frequency, row in the weights. Words come first. */
export interface Vocabulary {
  /** Hashes of both blocks, ascending within a block. */
  hashes: Uint32Array;
  /** How many of them are words. */
  words: number;
  idf: Float32Array;
}

/** A text as rows of the weights and their values. */
export interface SparseVector {
  rows: Int32Array;
  values: Float32Array;
}

/** Turns counted features into a vector: (1 + ln tf) · idf, each block of length 1 (Manning et al. 2008, section 6.4). */
export function vectorizer(vocabulary: Vocabulary): (counts: Counts) => SparseVector {
  const { hashes, words, idf } = vocabulary;
  const tables = {
    word: openTable(hashes, 0, words),
    char: openTable(hashes, words, hashes.length),
  };
  return (counts) => {
    const rows = new Int32Array(counts.word.size + counts.char.size);
    const values = new Float32Array(rows.length);
    let length = 0;
    for (const block of BLOCKS) {
      const from = length;
      let squares = 0;
      for (const [hash, count] of counts[block]) {
        const row = tables[block](hash);
        if (row < 0) continue;
        const value = (1 + Math.log(count)) * idf[row]!;
        squares += value * value;
        rows[length] = row;
        values[length++] = value;
      }
      const norm = Math.sqrt(squares);
      for (let i = from; i < length; i++) values[i] = values[i]! / norm;
    }
    return { rows: rows.subarray(0, length), values: values.subarray(0, length) };
  };
}

/** Looks hashes up by open addressing: half the table stays empty, so that a look-up takes a step or two. */
function openTable(hashes: Uint32Array, from: number, to: number): (hash: number) => number {
  let size = 16;
  while (size < 2 * (to - from)) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  for (let row = from; row < to; row++) {
    let at = hashes[row]! & mask;
    while (slots[at] !== -1) at = (at + 1) & mask;
    slots[at] = row;
  }
  return (hash) => {
    for (let at = hash & mask;; at = (at + 1) & mask) {
      const row = slots[at]!;
      if (row === -1 || hashes[row] === hash) return row;
    }
  };
}
