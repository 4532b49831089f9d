import type { Label } from "../labels.ts";

/** Where a feeling lies, each axis from -1 to 1 (Russell & Mehrabian 1977, "Evidence for a three-factor theory of emotions"). */
export interface Dimensions {
  /** Unpleasant to pleasant. */
  valence: number;
  /** Calm to stirred. */
  arousal: number;
  /** Powerless to in control. */
  dominance: number;
}

/** Plutchik's eight primary emotions (Plutchik 1980, "A general psychoevolutionary theory of emotion"), and neutral. */
export const PLUTCHIK = [
  "joy",
  "sadness",
  "anger",
  "fear",
  "surprise",
  "disgust",
  "trust",
  "anticipation",
  "neutral",
] as const;

/** One of Plutchik's eight, or neutral. */
export type Plutchik = (typeof PLUTCHIK)[number];

/** Weights over Plutchik's eight and neutral; those that are left out are 0. */
export type PlutchikWeights = Partial<Record<Plutchik, number>>;

interface Mapping extends Dimensions {
  plutchik: PlutchikWeights;
}

/**
 * Each label's place, written for Morgan and not taken from a lexicon. Valence: would one want more of it? Arousal: is the body stirred to act
 * (anger, fear, excitement) or let down (sadness, relief)? Dominance: does one feel able to change things (pride, anger) or at their mercy (fear, grief)?
 * The steps are coarse on purpose: finer ones would pretend to be measured. Mixtures follow Plutchik's dyads: love = joy + trust,
 * optimism = anticipation + joy, disappointment = surprise + sadness, remorse = sadness + disgust, awe and curiosity = trust + surprise.
 */
export const MAPPING: Record<Label, Mapping> = {
  // Pleasant, directed at someone else: little of one's own power is at stake.
  admiration: at(0.7, 0.2, 0, { trust: 0.6, joy: 0.4 }),
  gratitude: at(0.8, 0.1, 0.1, { joy: 0.5, trust: 0.5 }),
  love: at(0.9, 0.4, 0.2, { joy: 0.5, trust: 0.5 }),
  caring: at(0.5, 0.1, 0.2, { trust: 0.7, joy: 0.3 }),
  approval: at(0.4, 0, 0.2, { trust: 0.7, joy: 0.3 }),
  // Pleasant, one's own.
  amusement: at(0.7, 0.4, 0.3, { joy: 0.8, surprise: 0.2 }),
  joy: at(0.9, 0.5, 0.4, { joy: 1 }),
  excitement: at(0.8, 0.9, 0.3, { joy: 0.6, anticipation: 0.4 }),
  optimism: at(0.6, 0.2, 0.4, { anticipation: 0.6, joy: 0.4 }),
  pride: at(0.8, 0.4, 0.8, { joy: 0.8, anger: 0.2 }),
  relief: at(0.6, -0.4, 0.3, { joy: 0.7, trust: 0.3 }),
  desire: at(0.4, 0.5, 0.1, { anticipation: 0.7, joy: 0.3 }),
  // About knowing: hardly pleasant or not.
  curiosity: at(0.2, 0.3, 0.1, { anticipation: 0.5, surprise: 0.3, trust: 0.2 }),
  realization: at(0.1, 0.2, 0.2, { surprise: 0.7, anticipation: 0.3 }),
  surprise: at(0.1, 0.8, -0.2, { surprise: 1 }),
  confusion: at(-0.3, 0.2, -0.4, { surprise: 0.7, fear: 0.3 }),
  // Against something: stirred, and with the strength to oppose it.
  anger: at(-0.8, 0.9, 0.4, { anger: 1 }),
  annoyance: at(-0.5, 0.5, 0.2, { anger: 1 }),
  disapproval: at(-0.5, 0.2, 0.3, { anger: 0.5, disgust: 0.5 }),
  disgust: at(-0.8, 0.4, 0.2, { disgust: 1 }),
  // Threat: stirred, and powerless.
  fear: at(-0.8, 0.8, -0.7, { fear: 1 }),
  nervousness: at(-0.5, 0.6, -0.5, { fear: 0.8, anticipation: 0.2 }),
  // Loss: let down, and powerless.
  sadness: at(-0.8, -0.3, -0.5, { sadness: 1 }),
  grief: at(-1, -0.1, -0.7, { sadness: 1 }),
  disappointment: at(-0.6, -0.2, -0.3, { sadness: 0.7, surprise: 0.3 }),
  remorse: at(-0.6, 0.1, -0.4, { sadness: 0.6, disgust: 0.4 }),
  embarrassment: at(-0.5, 0.4, -0.6, { fear: 0.5, disgust: 0.3, sadness: 0.2 }),
  neutral: at(0, 0, 0, { neutral: 1 }),
};

function at(valence: number, arousal: number, dominance: number, plutchik: PlutchikWeights): Mapping {
  return { valence, arousal, dominance, plutchik };
}
