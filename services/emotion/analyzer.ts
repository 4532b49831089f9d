import { hoursOf, localTime, type State } from "./state.ts";
import { mean } from "./statistics/basics.ts";
import { changePoints, mannKendall, smooth, theilSen } from "./statistics/series.ts";

/** Hours after which a state counts half in the present mood. */
const HALF_LIFE = 24;
/** Fewest states for which a trend is told. */
const LEAST = 6;
/** A trend is told where chance would make it so seldom. */
const SIGNIFICANT = 0.05;
/** Pairs grow with the square: the trend is over the latest so many states. */
const MOST = 400;

/** A user's mood over time. */
export interface Mood {
  /** One entry a day on which something was said, the oldest first. */
  days: { day: string; states: number; valence: number; intensity: number; emotion: string }[];
  /** Valence now, earlier states fading with a half-life of a day; `null` without any. */
  now: number | null;
  /** `unknown` with fewer than six states. */
  trend: "rising" | "falling" | "level" | "unknown";
  /** Valence a day: Theil-Sen's slope. */
  slope: number;
  /** Mann-Kendall's two-sided p. */
  p: number;
  /** When the mood shifted to another level, and by how much. */
  shifts: { at: Date; from: number; to: number }[];
}

/** The mood that states, the oldest first, tell: level, trend and shifts. */
export function analyzeMood(states: readonly State[], zone = "UTC"): Mood {
  const recent = states.slice(-MOST);
  const times = recent.map(hoursOf);
  const valences = recent.map(({ valence }) => valence);
  const { p, s } = mannKendall(valences);
  const enough = recent.length >= LEAST;
  const level = p >= SIGNIFICANT ? "level" : s > 0 ? "rising" : "falling";
  const cuts = changePoints(valences);
  return {
    days: daysOf(states, zone),
    now: smooth(times, valences, HALF_LIFE).at(-1) ?? null,
    trend: enough ? level : "unknown",
    slope: theilSen(times.map((time) => time / 24), valences),
    p,
    shifts: cuts.flatMap((cut, i) => {
      const state = recent[cut];
      if (!state) return [];
      const from = mean(valences.slice(cuts[i - 1] ?? 0, cut));
      return [{ at: state.at, from, to: mean(valences.slice(cut, cuts[i + 1])) }];
    }),
  };
}

function daysOf(states: readonly State[], zone: string): Mood["days"] {
  const byDay = Map.groupBy(states, ({ at }) => localTime(at, zone).day);
  return [...byDay].map(([day, all]) => ({
    day,
    states: all.length,
    valence: mean(all.map(({ valence }) => valence)),
    intensity: mean(all.map(({ intensity }) => intensity)),
    emotion: dominant(all),
  }));
}

/** The emotion with the most confidence × intensity; neutral only where there is nothing else. */
function dominant(states: readonly State[]): string {
  const weights = new Map<string, number>();
  for (const { emotion, confidence, intensity } of states) {
    if (emotion !== "neutral") weights.set(emotion, (weights.get(emotion) ?? 0) + confidence * intensity);
  }
  return [...weights].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "neutral";
}
