import type { Preference, PreferenceType, Why } from "./contract.ts";

/** One piece of evidence for a preference, as it is stored. */
export interface Evidence {
  id: string;
  type: PreferenceType;
  subject?: string | undefined;
  /** null: no such preference any more. */
  value: string | null;
  /** 0..1. */
  weight: number;
  /** Milliseconds since 1970. */
  at: number;
  why: Why;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days in which evidence loses half its weight: what was said outright lasts, what was only done fades. */
export const HALF_LIFE_DAYS: Readonly<Record<Why["kind"], number>> = {
  explicit: 730,
  statement: 365,
  feedback: 180,
  behaviour: 14,
};
/** Evidence of this weight is a word said on purpose: it takes over at once. */
const DECISIVE = 0.7;
/** Confidence at which a preference is acted on. */
export const ACTS = 0.55;
/** Confidence below which one that was acted on is given up. */
const GIVEN_UP = 0.2;

/**
 * A weight after some time: w·2^(−t/T), exponential decay by half-life (Ding & Li 2005, "Time weight collaborative filtering",
 * CIKM '05, eq. 6).
 */
export function decayed(weight: number, ageMs: number, kind: Why["kind"]): number {
  return weight * 2 ** (-Math.max(0, ageMs) / DAY_MS / HALF_LIFE_DAYS[kind]);
}

/** How sure independent evidence makes together: 1 − Π(1 − w), noisy-or (Pearl 1988, "Probabilistic Reasoning", 4.3). */
function together(evidence: readonly Evidence[], now: number): number {
  return 1 -
    evidence.reduce((doubt, { weight, at, why }) => doubt * (1 - decayed(weight, now - at, why.kind)), 1);
}

/**
 * The preferences that hold at `now`. Of contrary evidence the most recent wins: at once where it was said on purpose, else as soon as
 * it weighs more than what stood before.
 */
export function derivePreferences(evidence: readonly Evidence[], now: number): Preference[] {
  const groups = Map.groupBy(evidence, ({ type, subject }) => `${type}/${subject ?? ""}`);
  return [...groups.values()].flatMap((group) => {
    const settled = settle(group.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)));
    const [first] = settled;
    if (!first || first.value === null) return [];
    const confidence = together(settled, now);
    if (confidence < GIVEN_UP) return [];
    return [{
      type: first.type,
      ...(first.subject === undefined ? {} : { subject: first.subject }),
      value: first.value,
      confidence: Math.round(confidence * 1000) / 1000,
      since: new Date(first.at).toISOString(),
    }];
  });
}

/** The evidence of the value that stands at the end, oldest first; empty where none came to stand. */
function settle(ordered: readonly Evidence[]): Evidence[] {
  let standing: Evidence[] = [];
  let contrary: Evidence[] = [];
  for (const one of ordered) {
    const value = standing[0]?.value;
    if (value !== undefined && one.value === value) {
      standing.push(one);
      contrary = [];
      continue;
    }
    contrary = [...contrary.filter((other) => other.value === one.value), one];
    const weight = together(contrary, one.at);
    if (one.weight >= DECISIVE || (weight >= ACTS && weight > together(standing, one.at))) {
      standing = contrary;
      contrary = [];
    }
  }
  return standing;
}

const WORDS: Readonly<Record<string, string>> = {
  "length/short": "Answers are shorter.",
  "length/long": "Answers have more detail.",
  "formality/formal": "The tone is formal.",
  "formality/informal": "The tone is relaxed.",
  "depth/simple": "Answers are in plain words.",
  "depth/technical": "Answers go into technical depth.",
  "format/bullets": "Answers come as bullet points.",
  "format/prose": "Answers come in full sentences, without lists.",
};

/** A preference in words; `null` is its end. */
export function describePreference(
  { type, subject, value }: { type: string; subject?: string | undefined; value: string | null },
): string {
  const about = subject === undefined ? type : `${type} “${subject}”`;
  if (value === null) return `No preference for ${about} any more.`;
  if (type === "language") return `Answers are in ${languageName(value)}.`;
  if (type === "topic") {
    return value === "more" ? `“${subject}” is of interest.` : `“${subject}” is left out.`;
  }
  if (type === "source") {
    return value === "trusted" ? `${subject} counts for more.` : `${subject} counts for less.`;
  }
  return WORDS[`${type}/${value}`] ?? `${about}: ${value}.`;
}

/** A language's English name; the tag itself where it only has the form of one, such as `aa-0000000-0000000`. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
