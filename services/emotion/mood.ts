import type { MoodResponse } from "./contract.ts";
import { suggestStrategies } from "./regulator.ts";
import type { MoodReport } from "./tracker.ts";

/** A report as it travels. */
export function moodResponse(
  { states, mood, episodes, patterns, triggers, recovery, coping }: MoodReport,
): MoodResponse {
  const { now, trend, slope, p, days, shifts } = mood;
  return {
    states,
    now,
    trend,
    slope,
    p: Math.min(1, Math.max(0, p)),
    days: days.map(({ states, ...day }) => ({ ...day, messages: states })),
    shifts: shifts.map(({ at, from, to }) => ({ at: at.toISOString(), from, to })),
    episodes: episodes.map(({ from, to, emotion, messageId, states, peak, significance }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
      emotion,
      message_id: messageId,
      messages: states,
      intensity: peak,
      significance,
    })),
    patterns,
    triggers: triggers.map(({ last, ...trigger }) => ({ ...trigger, last: last.toISOString() })),
    recovery: {
      baseline: recovery.baseline,
      dips: recovery.dips,
      median_hours: recovery.medianHours,
      resilience: recovery.resilience,
    },
    coping,
    suggested: suggestStrategies(coping),
  };
}
