import type { LabelScores } from "./classifier.ts";
import { type Dimensions, MAPPING, PLUTCHIK, type Plutchik } from "./classifier/mapping.ts";
import type { Emotion } from "./contract.ts";
import { feelingOf } from "./feelings.ts";
import { emphasis, intensityOf } from "./intensity.ts";
import { EKMAN, type Label, SENTIMENT } from "./labels.ts";
import type { Reading } from "./language/mod.ts";
import { weigh, type Weighed } from "./weigh.ts";

/** Weights below this are noise of 28 guesses. */
const NOISE = 0.05;
/** A second feeling is told when it is at least this likely, and at most so many are. */
const MIXED = { least: 0.3, most: 3 };
/** How much the strength of a feeling moves arousal beside the feeling's name. */
const STIR = 0.5;

/** What a message shows, from the classifier's scores and the rules' findings. */
export function describe(text: string, scores: LabelScores, reading: Reading): Emotion {
  const weighed = weigh(scores, reading);
  const best = weighed.feelings[0] ?? { name: "neutral", weight: 1, shift: 0 };
  const feeling = feelingOf(best.name);
  const intensity = intensityOf(feeling, best.weight, best.shift, emphasis(text));
  const { valence, arousal, dominance } = place(weighed.feelings);
  const stirred = feeling.name === "neutral" ? arousal : arousal + STIR * (intensity - feeling.intensity);
  return {
    emotion: feeling.name,
    confidence: round(best.weight),
    intensity: round(intensity),
    valence: round(valence),
    arousal: round(Math.max(-1, Math.min(1, stirred))),
    dominance: round(dominance),
    plutchik: wheel(weighed.scores),
    labels: scores.labels.map(({ label, threshold }) => {
      const score = weighed.scores.get(label) ?? 0;
      return { label, score: round(score), active: score >= threshold };
    }),
    ekman: coarse(EKMAN, weighed, scores, scores.ekman),
    sentiment: coarse(SENTIMENT, weighed, scores, scores.sentiment),
    mixed: weighed.feelings.slice(1).filter(({ name, weight }) => name !== "neutral" && weight >= MIXED.least)
      .slice(0, MIXED.most).map(({ name, weight }) => ({ emotion: name, confidence: round(weight) })),
    others: reading.others.filter(({ negated }) => !negated).map(({ who, feeling, quote }) => ({
      who,
      emotion: feeling,
      quote: quote.trim(),
    })),
    evidence: weighed.evidence,
    model: scores.model,
    ...(scores.degraded ? { degraded: true } : {}),
  };
}

/** The mean place of the feelings, each counted by how likely it is. */
function place(feelings: Weighed["feelings"]): Dimensions {
  const sum = { valence: 0, arousal: 0, dominance: 0 };
  let total = 0;
  for (const { name, weight } of feelings) {
    if (weight < NOISE) continue;
    const { dimensions } = feelingOf(name);
    // Squared, so that many faint guesses do not pull a plain statement towards the middle.
    const share = weight * weight;
    total += share;
    sum.valence += share * dimensions.valence;
    sum.arousal += share * dimensions.arousal;
    sum.dominance += share * dimensions.dominance;
  }
  if (total === 0) return sum;
  return { valence: sum.valence / total, arousal: sum.arousal / total, dominance: sum.dominance / total };
}

/** Shares of Plutchik's eight and neutral that add up to 1. */
function wheel(scores: ReadonlyMap<Label, number>): Emotion["plutchik"] {
  const sums: Record<Plutchik, number> = {
    joy: 0,
    sadness: 0,
    anger: 0,
    fear: 0,
    surprise: 0,
    disgust: 0,
    trust: 0,
    anticipation: 0,
    neutral: 0,
  };
  let total = 0;
  for (const [label, score] of scores) {
    if (score < NOISE) continue;
    total += score * score;
    for (const name of PLUTCHIK) sums[name] += score * score * (MAPPING[label].plutchik[name] ?? 0);
  }
  if (total === 0) return { ...sums, neutral: 1 };
  for (const name of PLUTCHIK) sums[name] = round(sums[name] / total);
  return sums;
}

/** Probabilities of coarser groups: the classifier's own, moved as the rules moved the labels in them. */
function coarse<T extends string>(
  groups: Readonly<Record<T, readonly Label[]>>,
  weighed: Weighed,
  { labels }: LabelScores,
  heard: Readonly<Record<T, number>>,
): Record<T, number> {
  const before = new Map(labels.map(({ label, score }): [Label, number] => [label, score]));
  const out: Record<T, number> = { ...heard };
  for (const name in groups) {
    const any = (scores: ReadonlyMap<Label, number>) =>
      1 - groups[name].reduce((none, label) => none * (1 - (scores.get(label) ?? 0)), 1);
    const [was, is] = [any(before), any(weighed.scores)];
    const moved = is <= was
      ? heard[name] * is / Math.max(was, 1e-9)
      : 1 - (1 - heard[name]) * (1 - is) / Math.max(1 - was, 1e-9);
    out[name] = round(Math.max(0, Math.min(1, moved)));
  }
  return out;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
