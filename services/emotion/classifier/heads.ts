import { EKMAN, type Ekman, type Label, labelIndex, LABELS, SENTIMENT, type Sentiment } from "../labels.ts";
import { calibrated, logit, type Platt, sigmoid } from "./calibration.ts";

const EKMAN_NAMES = Object.keys(EKMAN);
const SENTIMENT_NAMES = Object.keys(SENTIMENT);

/** What the model scores: the 28 labels, Ekman's groups and sentiment, each with a head of its own. */
export const HEADS: readonly string[] = [
  ...LABELS,
  ...EKMAN_NAMES.map((name) => `ekman:${name}`),
  ...SENTIMENT_NAMES.map((name) => `sentiment:${name}`),
];

/** Where each group of heads begins and how many it has. */
export const PARTS = {
  labels: { from: 0, count: LABELS.length },
  ekman: { from: LABELS.length, count: EKMAN_NAMES.length },
  sentiment: { from: LABELS.length + EKMAN_NAMES.length, count: SENTIMENT_NAMES.length },
} as const;

const MEMBERS: readonly (readonly number[])[] = [
  ...Object.values(EKMAN).map((labels) => labels.map(labelIndex)),
  ...Object.values(SENTIMENT).map((labels) => labels.map(labelIndex)),
];

/** How the heads' scores become probabilities and decisions; fitted on the dev part alone. */
export interface Decision {
  platt: Platt[];
  /** Probability from which on a head counts as present. */
  thresholds: number[];
}

/** A row of truth over the heads from a row of truth over the labels. */
export function headTruth(labels: Uint8Array): Uint8Array {
  const truth = new Uint8Array(HEADS.length);
  truth.set(labels);
  for (const [group, members] of MEMBERS.entries()) {
    if (members.some((label) => labels[label] === 1)) truth[LABELS.length + group] = 1;
  }
  return truth;
}

/**
 * Joins a group's own head with what its labels say: the mean of the head's probability and of 1 - Π(1 - p) over its labels, as
 * log-odds again.
 */
export function joinGroups(scores: Float32Array): Float32Array {
  const joined = scores.slice();
  for (const [group, members] of MEMBERS.entries()) {
    const none = members.reduce((product, label) => product * (1 - sigmoid(scores[label]!)), 1);
    const at = LABELS.length + group;
    joined[at] = logit((sigmoid(scores[at]!) + 1 - none) / 2);
  }
  return joined;
}

/** What the classifier says of one text. */
export interface LabelScores {
  /** Calibrated probabilities of the 28 labels, in their order, and from which on each counts as present. */
  labels: { label: Label; score: number; threshold: number }[];
  ekman: Record<Ekman, number>;
  sentiment: Record<Sentiment, number>;
  /** Which model said it. */
  model: "ngrams" | "embedding" | "encoder";
  /** A better model was there and failed. */
  degraded: boolean;
}

/** Probabilities and decisions from joined scores. */
export function decide(
  joined: Float32Array,
  decision: Decision,
  model: LabelScores["model"],
  degraded = false,
): LabelScores {
  const probability = (head: number) =>
    calibrated(joined[head]!, decision.platt[head] ?? { slope: 1, offset: 0 });
  const named = (name: string) => probability(HEADS.indexOf(name));
  return {
    labels: LABELS.map((label, i) => ({
      label,
      score: probability(i),
      threshold: decision.thresholds[i] ?? 0.5,
    })),
    ekman: {
      anger: named("ekman:anger"),
      disgust: named("ekman:disgust"),
      fear: named("ekman:fear"),
      joy: named("ekman:joy"),
      sadness: named("ekman:sadness"),
      surprise: named("ekman:surprise"),
      neutral: named("ekman:neutral"),
    },
    sentiment: {
      positive: named("sentiment:positive"),
      negative: named("sentiment:negative"),
      ambiguous: named("sentiment:ambiguous"),
      neutral: named("sentiment:neutral"),
    },
    model,
    degraded,
  };
}
