import type { Int8Matrix } from "./quantize.ts";

/** One hidden layer of rectified units over the embedding and the linear model's scores. */
export interface Network {
  /** A row per input, a column per hidden unit. */
  hidden: Int8Matrix;
  hiddenBias: Float32Array;
  /** A row per hidden unit, a column per head. */
  output: Int8Matrix;
  outputBias: Float32Array;
}

/** Factors that bring both parts of the input to a spread of about one. */
const SCORE_SCALE = 0.7;

/** The network's input: an embedding of length 1, then the linear model's scores. */
export function networkInput(embedding: Float32Array, scores: Float32Array): Float32Array {
  const input = new Float32Array(embedding.length + scores.length);
  const scale = Math.sqrt(embedding.length);
  for (let d = 0; d < embedding.length; d++) input[d] = embedding[d]! * scale;
  for (let k = 0; k < scores.length; k++) input[embedding.length + k] = scores[k]! * SCORE_SCALE;
  return input;
}

/** Scores (log-odds) of an input, one per head. */
export function networkScores(input: Float32Array, network: Network): Float32Array {
  const { hidden, hiddenBias, output, outputBias } = network;
  const units = multiply(input, hidden, hiddenBias).map((value) => Math.max(0, value));
  return multiply(units, output, outputBias);
}

/** How much the linear model's own scores count beside the network's: more for labels, less for groups. Chosen on dev. */
const LINEAR_SHARE = { labels: 1.5, groups: 0.5 };

/** The weighted mean of the linear model's scores and the network's. */
export function blend(linear: Float32Array, network: Float32Array, labels: number): Float32Array {
  return network.map((score, head) => {
    const weight = head < labels ? LINEAR_SHARE.labels : LINEAR_SHARE.groups;
    return (score + weight * linear[head]!) / (1 + weight);
  });
}

function multiply(input: Float32Array, { values, scales }: Int8Matrix, bias: Float32Array): Float32Array {
  const columns = bias.length;
  const sums = new Float64Array(columns);
  for (let row = 0; row < input.length; row++) {
    const value = input[row]! * scales[row]!;
    if (value === 0) continue;
    for (let k = 0; k < columns; k++) sums[k] = sums[k]! + value * values[row * columns + k]!;
  }
  return bias.map((start, k) => start + sums[k]!);
}
