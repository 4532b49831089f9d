import { z } from "zod";
import file from "../../../assets/resources/crisis_classifier.json" with { type: "json" };
import { decodeVectors } from "../../../lib/http/vectors.ts";

/** A logistic regression over the vector of an embedding model. */
const Weights = z.object({
  /** The embedding model's id; vectors of another one mean nothing here. */
  model: z.string(),
  dimension: z.number().int().positive(),
  /** base64 of little-endian float32. */
  weights: z.string(),
  bias: z.number(),
  /** From this probability on a text is taken for one of a person in danger. */
  threshold: z.number().min(0).max(1),
});
export type ClassifierWeights = z.infer<typeof Weights>;

const SHIPPED = Weights.parse(file);
const VECTOR = decodeVectors(SHIPPED.weights);

/** The embedding model whose vectors the shipped weights are for. */
export const CLASSIFIER_MODEL = SHIPPED.model;

/** From which probability on the classifier alone gives a low risk. */
export const CLASSIFIER_THRESHOLD = SHIPPED.threshold;

/** The probability that a text with this vector is of a person in danger. */
export function dangerOf(vector: Float32Array): number {
  return probability(vector, VECTOR, SHIPPED.bias);
}

/** The logistic function of `vector · weights + bias`. */
export function probability(vector: ArrayLike<number>, weights: ArrayLike<number>, bias: number): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (vector[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
