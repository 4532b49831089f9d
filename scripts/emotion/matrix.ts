import type { SparseVector } from "../../services/emotion/classifier/vocabulary.ts";

/** Texts as rows of sparse features: text i has `rows` and `values` from starts[i] to starts[i + 1]. */
export interface SparseMatrix {
  starts: Uint32Array;
  rows: Int32Array;
  values: Float32Array;
  /** How many features there are. */
  features: number;
  /** Further features that every text has, such as its embedding: `dimension` a text. */
  dense?: { values: Float32Array; dimension: number };
}

/** Sparse vectors, one under the other. */
export function toMatrix(vectors: readonly SparseVector[], features: number): SparseMatrix {
  const starts = new Uint32Array(vectors.length + 1);
  for (const [i, { rows }] of vectors.entries()) starts[i + 1] = starts[i]! + rows.length;
  const rows = new Int32Array(starts.at(-1) ?? 0);
  const values = new Float32Array(rows.length);
  for (const [i, vector] of vectors.entries()) {
    rows.set(vector.rows, starts[i]);
    values.set(vector.values, starts[i]);
  }
  return { starts, rows, values, features };
}
