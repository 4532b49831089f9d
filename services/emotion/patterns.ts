import { LEANS, localTime, type State } from "./state.ts";
import { mean, shareDifference, wilsonLower } from "./statistics/basics.ts";
import { mannKendall, runsTest } from "./statistics/series.ts";

/** Something regular in how a user feels. */
export interface Pattern {
  type: "recurring" | "escalating" | "alternating" | "time_of_day";
  /** What it is about; empty for alternating moods. */
  emotion: string;
  /** How often it was seen. */
  frequency: number;
  /** Mean intensity, 0 to 1. */
  intensity: number;
  /** The figures behind it. */
  detail: Record<string, string | number>;
}

/** z of a one-sided test at 5 %. */
const ONE_SIDED = 1.645;
/** z at 5 % over four tests, two-sided (Bonferroni). */
const OVER_FOUR = 2.498;
/** Share of days, by the lower end of its interval, from which on an emotion recurs. */
const RECURS = 0.2;
const LEAST = { days: 3, escalation: 4, alternation: 8, partOfDay: 4 };

const PARTS = ["night", "morning", "afternoon", "evening"] as const;

/** Every pattern that states, the oldest first, show beyond chance. */
export function findPatterns(states: readonly State[], zone = "UTC"): Pattern[] {
  return [
    ...recurring(states, zone),
    ...escalating(states),
    ...alternating(states),
    ...timeOfDay(states, zone),
  ];
}

/** Emotions on at least three days, on more than a fifth of the days with any message by the lower end of Wilson's interval. */
export function recurring(states: readonly State[], zone = "UTC"): Pattern[] {
  const dayOf = (state: State) => localTime(state.at, zone).day;
  const all = new Set(states.map(dayOf)).size;
  return byEmotion(states).flatMap(([emotion, own]) => {
    const days = new Set(own.map(dayOf)).size;
    if (days < LEAST.days || wilsonLower(days, all) < RECURS) return [];
    return [{ ...patternOf("recurring", emotion, own), frequency: days, detail: { days, of_days: all } }];
  });
}

/** Conversations at whose end unpleasant feelings grew from message to message: Mann-Kendall on intensity, one-sided at 5 %. */
export function escalating(states: readonly State[]): Pattern[] {
  const runs = [...Map.groupBy(states, ({ conversationId }) => conversationId).values()].flatMap((talk) => {
    const last = talk.findLastIndex(({ valence }) => valence > -LEANS / 2);
    const run = talk.slice(last + 1);
    if (run.length < LEAST.escalation) return [];
    return mannKendall(run.map(({ intensity }) => intensity)).z >= ONE_SIDED ? [run] : [];
  });
  const grouped = Map.groupBy(runs, (run) => run.at(-1)?.emotion ?? "");
  return [...grouped].map(([emotion, all]) => ({
    ...patternOf("escalating", emotion, all.flat()),
    frequency: all.length,
    detail: { conversations: all.length, messages: all.flat().length },
  }));
}

/** Moods that swing between pleasant and unpleasant more often than chance: the runs test, one-sided at 5 %. */
export function alternating(states: readonly State[]): Pattern[] {
  const leaning = states.filter(({ valence }) => Math.abs(valence) >= LEANS);
  if (leaning.length < LEAST.alternation) return [];
  const z = runsTest(leaning.map(({ valence }) => valence > 0));
  if (z < ONE_SIDED) return [];
  const swings = leaning.slice(1).filter((state, i) => state.valence > 0 !== leaning[i]!.valence > 0).length;
  return [{ ...patternOf("alternating", "", leaning), frequency: swings, detail: { z, swings } }];
}

/**
 * Parts of the day in which an emotion takes a larger share of the messages than in the rest, so that someone who only writes at night is not told
 * that all their feelings come at night: difference of two shares, at 5 % over the four parts.
 */
export function timeOfDay(states: readonly State[], zone = "UTC"): Pattern[] {
  const partOf = (state: State) => PARTS[Math.floor(localTime(state.at, zone).hour / 6)] ?? "night";
  return byEmotion(states).flatMap(([emotion, own]) =>
    PARTS.flatMap((part) => {
      const within = states.filter((state) => partOf(state) === part).length;
      const hits = own.filter((state) => partOf(state) === part);
      const z = shareDifference(hits.length, within, own.length - hits.length, states.length - within);
      if (hits.length < LEAST.partOfDay || z < OVER_FOUR) return [];
      const detail = { part, share: hits.length / within, z };
      return [{ ...patternOf("time_of_day", emotion, hits), detail }];
    })
  );
}

function byEmotion(states: readonly State[]): [string, State[]][] {
  return [...Map.groupBy(states, ({ emotion }) => emotion)].filter(([emotion]) => emotion !== "neutral");
}

function patternOf(type: Pattern["type"], emotion: string, states: readonly State[]): Pattern {
  const intensity = mean(states.map((state) => state.intensity));
  return { type, emotion, frequency: states.length, intensity, detail: {} };
}
