import { z } from "zod";
import file from "../../../assets/resources/crisis_classifier.json" with { type: "json" };
import { decodeBase64 } from "../../../lib/base64.ts";
import { decodeVectors } from "../../../lib/http/vectors.ts";
import type { Language } from "../language.ts";
import { BUCKETS, ngrams } from "./ngrams.ts";

const Thresholds = z.object({
  /** From this score on a model that answers a feeling is told to look for itself. */
  quiet: z.number().min(0).max(1),
  /** From this score on the places that help are shown, and a model is told to ask how the person is. */
  ask: z.number().min(0).max(1),
});
export type Thresholds = z.infer<typeof Thresholds>;

/** A logistic regression over the vector of an embedding model and hashed n-grams. */
const Weights = z.object({
  /** The embedding model's id; vectors of another one mean nothing here. */
  model: z.string(),
  dimension: z.number().int().positive(),
  /** Of the vector: base64 of little-endian float32. */
  weights: z.string(),
  /** Of the n-grams: base64 of int8, one a bucket, and what one step is worth. */
  ngrams: z.string(),
  ngram_step: z.number().positive(),
  bias: z.number(),
  english: Thresholds,
  other_languages: Thresholds,
});
export type ClassifierWeights = z.infer<typeof Weights>;

/** What `dangerOf` reckons with. */
export interface Classifier {
  vector: ArrayLike<number>;
  /** One a bucket. */
  ngrams: ArrayLike<number>;
  bias: number;
}

const SHIPPED = Weights.parse(file);
const CLASSIFIER = decode(SHIPPED);

/** The embedding model whose vectors the shipped weights are for. */
export const CLASSIFIER_MODEL = SHIPPED.model;

/**
 * From which score on the classifier alone shows the places that help, and from which one on it has a model look for itself. English has its own: the
 * embedding model and most of the ordinary texts that the classifier learned from are English, so that others score higher throughout.
 */
export function thresholdsFor(language: Language): Thresholds {
  return language === "en" ? SHIPPED.english : SHIPPED.other_languages;
}

/** Longest stretch that is judged as one, and how many of them: a long message's one dark sentence must not drown in the rest. */
const STRETCH = 240;
const MOST_STRETCHES = 16;

/** The weights of a file, unpacked. */
export function decode(weights: ClassifierWeights): Classifier {
  const bytes = decodeBase64(weights.ngrams);
  const steps = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    vector: decodeVectors(weights.weights),
    ngrams: Float64Array.from({ length: BUCKETS }, (_, i) => (steps[i] ?? 0) * weights.ngram_step),
    bias: weights.bias,
  };
}

/** A short text as it is, a longer one as stretches of whole sentences; of a very long one its beginning and its end. */
export function stretches(text: string): string[] {
  if (text.length <= STRETCH) return [text];
  const found: string[] = [];
  for (const sentence of text.match(/[^.!?\n]+[.!?\n]*/gu) ?? [text]) {
    const last = found.at(-1);
    if (last !== undefined && last.length + sentence.length <= STRETCH) {
      found[found.length - 1] = last + sentence;
    } else for (let at = 0; at < sentence.length; at += STRETCH) found.push(sentence.slice(at, at + STRETCH));
  }
  const said = found.filter((stretch) => /\p{L}/u.test(stretch));
  if (said.length === 0) return [text.slice(0, STRETCH)];
  if (said.length <= MOST_STRETCHES) return said;
  return [...said.slice(0, MOST_STRETCHES / 2), ...said.slice(-MOST_STRETCHES / 2)];
}

/**
 * How much a text sounds like one of a person in danger, 0 to 1: a score to be held against the thresholds, no probability, since danger is far
 * rarer than in the texts the classifier learned from. The highest of the stretches' scores.
 * @param vectors one for each of `texts`, one after the other
 */
export function dangerOf(texts: readonly string[], vectors: Float32Array, classifier = CLASSIFIER): number {
  const dimension = classifier.vector.length;
  return texts.reduce((most, text, i) => {
    const vector = vectors.subarray(i * dimension, (i + 1) * dimension);
    return Math.max(most, scoreOf(ngrams(text), vector, classifier));
  }, 0);
}

/** The logistic function of the weighed features' sum. */
function scoreOf(grams: Map<number, number>, vector: ArrayLike<number>, classifier: Classifier): number {
  let sum = classifier.bias;
  for (let i = 0; i < classifier.vector.length; i++) sum += (classifier.vector[i] ?? 0) * (vector[i] ?? 0);
  for (const [bucket, value] of grams) sum += (classifier.ngrams[bucket] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}
