import { seeded } from "./random.ts";
import type { SparseMatrix } from "./matrix.ts";

export interface LogisticOptions {
  /** Inverse of the regularisation, as in LIBLINEAR: minimises ½‖w‖² + C Σ loss. */
  c: number;
  /** Passes over the texts. */
  epochs: number;
  seed: number;
  /** Called after each pass with the largest change of a dual variable. */
  onEpoch?: (epoch: number, change: number) => void;
}

/** Weights of `columns` heads: row f of `weights` are feature f's; the last row is the bias. */
export interface LinearHeads {
  weights: Float32Array;
  columns: number;
}

/**
 * Logistic regression for many labels at once by stochastic dual coordinate ascent
 * (Shalev-Shwartz & Zhang 2013, "Stochastic Dual Coordinate Ascent Methods for Regularized Loss Minimization", JMLR 14, section 6.2).
 *
 * @param truth 0 or 1, a row of `columns` per text
 */
export function trainLogistic(
  x: SparseMatrix,
  truth: Uint8Array,
  columns: number,
  options: LogisticOptions,
): LinearHeads {
  const { c, epochs, seed, onEpoch } = options;
  const n = x.starts.length - 1;
  const dense = x.dense;
  const width = dense?.dimension ?? 0;
  const sparseRows = x.features;
  const weights = new Float32Array((sparseRows + width + 1) * columns);
  const duals = new Float32Array(n * columns);
  const scores = new Float64Array(columns);
  const steps = new Float64Array(columns);
  const random = seeded(seed);
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const bias = (sparseRows + width) * columns;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let largest = 0;
    for (const i of order) {
      const from = x.starts[i]!;
      const to = x.starts[i + 1]!;
      let squares = 1;
      for (let k = 0; k < columns; k++) scores[k] = weights[bias + k]!;
      for (let at = from; at < to; at++) {
        const value = x.values[at]!;
        const row = x.rows[at]! * columns;
        squares += value * value;
        for (let k = 0; k < columns; k++) scores[k] = scores[k]! + value * weights[row + k]!;
      }
      for (let d = 0; d < width; d++) {
        const value = dense!.values[i * width + d]!;
        const row = (sparseRows + d) * columns;
        squares += value * value;
        for (let k = 0; k < columns; k++) scores[k] = scores[k]! + value * weights[row + k]!;
      }
      const scale = 1 / Math.max(1, 0.25 + c * squares);
      let moved = 0;
      for (let k = 0; k < columns; k++) {
        const y = truth[i * columns + k] === 1 ? 1 : -1;
        const change = (y / (1 + Math.exp(y * scores[k]!)) - duals[i * columns + k]!) * scale;
        duals[i * columns + k] = duals[i * columns + k]! + change;
        steps[k] = c * change;
        moved = Math.max(moved, Math.abs(change));
      }
      largest = Math.max(largest, moved);
      for (let k = 0; k < columns; k++) weights[bias + k] = weights[bias + k]! + steps[k]!;
      for (let at = from; at < to; at++) {
        const value = x.values[at]!;
        const row = x.rows[at]! * columns;
        for (let k = 0; k < columns; k++) weights[row + k] = weights[row + k]! + value * steps[k]!;
      }
      for (let d = 0; d < width; d++) {
        const value = dense!.values[i * width + d]!;
        const row = (sparseRows + d) * columns;
        for (let k = 0; k < columns; k++) weights[row + k] = weights[row + k]! + value * steps[k]!;
      }
    }
    onEpoch?.(epoch, largest);
  }
  return { weights, columns };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}

/** The heads' scores (log-odds) of every text, a row of `columns` each. */
export function linearScores(x: SparseMatrix, { weights, columns }: LinearHeads): Float32Array {
  const n = x.starts.length - 1;
  const width = x.dense?.dimension ?? 0;
  const bias = (x.features + width) * columns;
  const out = new Float32Array(n * columns);
  const scores = new Float64Array(columns);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < columns; k++) scores[k] = weights[bias + k]!;
    for (let at = x.starts[i]!; at < x.starts[i + 1]!; at++) {
      const row = x.rows[at]! * columns;
      for (let k = 0; k < columns; k++) scores[k] = scores[k]! + x.values[at]! * weights[row + k]!;
    }
    for (let d = 0; d < width; d++) {
      const row = (x.features + d) * columns;
      const value = x.dense!.values[i * width + d]!;
      for (let k = 0; k < columns; k++) scores[k] = scores[k]! + value * weights[row + k]!;
    }
    out.set(scores, i * columns);
  }
  return out;
}
