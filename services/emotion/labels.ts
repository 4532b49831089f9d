/**
 * GoEmotions' 28 labels in the order of its files, and its two coarser taxonomies
 * (Demszky et al. 2020, "GoEmotions: A Dataset of Fine-Grained Emotions", arXiv:2005.00547, section 3 and figure 2).
 */
export const LABELS = [
  "admiration",
  "amusement",
  "anger",
  "annoyance",
  "approval",
  "caring",
  "confusion",
  "curiosity",
  "desire",
  "disappointment",
  "disapproval",
  "disgust",
  "embarrassment",
  "excitement",
  "fear",
  "gratitude",
  "grief",
  "joy",
  "love",
  "nervousness",
  "optimism",
  "pride",
  "realization",
  "relief",
  "remorse",
  "sadness",
  "surprise",
  "neutral",
] as const;

/** One of GoEmotions' labels. */
export type Label = (typeof LABELS)[number];

/** Ekman's six emotions and neutral, each with the labels that it joins. */
export const EKMAN = {
  anger: ["anger", "annoyance", "disapproval"],
  disgust: ["disgust"],
  fear: ["fear", "nervousness"],
  joy: [
    "joy",
    "amusement",
    "approval",
    "excitement",
    "gratitude",
    "love",
    "optimism",
    "relief",
    "pride",
    "admiration",
    "desire",
    "caring",
  ],
  sadness: ["sadness", "disappointment", "embarrassment", "grief", "remorse"],
  surprise: ["surprise", "realization", "confusion", "curiosity"],
  neutral: ["neutral"],
} as const satisfies Record<string, readonly Label[]>;

/** One of Ekman's six, or neutral. */
export type Ekman = keyof typeof EKMAN;

/** Sentiment with the labels that it joins. */
export const SENTIMENT = {
  positive: EKMAN.joy,
  negative: [...EKMAN.anger, ...EKMAN.disgust, ...EKMAN.fear, ...EKMAN.sadness],
  ambiguous: EKMAN.surprise,
  neutral: ["neutral"],
} as const satisfies Record<string, readonly Label[]>;

/** How a message leans. */
export type Sentiment = keyof typeof SENTIMENT;

const AT: ReadonlyMap<string, number> = new Map(LABELS.map((label, at) => [label, at]));

/** Where a label stands among the 28. */
export function labelIndex(label: Label): number {
  return AT.get(label) ?? -1;
}

/** True for one of the 28. */
export function isLabel(name: string): name is Label {
  return AT.has(name);
}
