import { countFeatures } from "./features.ts";
import type { Int8Matrix } from "./quantize.ts";
import { vectorizer, type Vocabulary } from "./vocabulary.ts";

/** A linear model over n-grams: a row of weights per feature, a column per head. */
export interface LinearModel {
  vocabulary: Vocabulary;
  weights: Int8Matrix;
  bias: Float32Array;
}

/** Scores (log-odds) of a text, one per head. */
export function linearScorer({ vocabulary, weights, bias }: LinearModel): (text: string) => Float32Array {
  const vectorize = vectorizer(vocabulary);
  const columns = bias.length;
  const sums = new Float64Array(columns);
  return (text) => {
    const { rows, values } = vectorize(countFeatures(text));
    sums.fill(0);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const value = values[at]! * weights.scales[row]!;
      const offset = row * columns;
      for (let k = 0; k < columns; k++) sums[k] = sums[k]! + value * weights.values[offset + k]!;
    }
    return bias.map((start, k) => start + sums[k]!);
  };
}
