import { hoursOf, LEANS, type State } from "./state.ts";
import { median, robustSpread } from "./statistics/basics.ts";
import { type Duration, lasting, medianDuration } from "./statistics/survival.ts";

/** How a user comes back from low moments. */
export interface Recovery {
  /** The usual valence: the median. */
  baseline: number;
  /** Low moments, those that still last among them. */
  dips: number;
  /** Hours until half of them are over; `null` while that has not been seen. */
  medianHours: number | null;
  /** Chance that one is over within a day; `null` without any. */
  resilience: number | null;
}

/**
 * Time back to baseline. A low moment begins where valence falls below the usual by more than the usual spread, and ends with the first state within half
 * of it (affective "recovery" as in Davidson 1998, "Affective style and affective disorders"). Those that have not ended count until they were
 * last seen: Kaplan & Meier's estimate.
 *
 * @param states the oldest first
 */
export function recoveryOf(states: readonly State[]): Recovery {
  const valences = states.map(({ valence }) => valence);
  const baseline = median(valences);
  const spread = Math.max(LEANS, robustSpread(valences));
  const durations: Duration[] = [];
  let since: number | undefined;
  let seen = 0;
  for (const state of states) {
    seen = hoursOf(state);
    if (since === undefined && state.valence < baseline - spread) since = seen;
    else if (since !== undefined && state.valence >= baseline - spread / 2) {
      durations.push({ time: seen - since, ended: true });
      since = undefined;
    }
  }
  if (since !== undefined) durations.push({ time: seen - since, ended: false });
  return {
    baseline,
    dips: durations.length,
    medianHours: medianDuration(durations),
    resilience: durations.length === 0 ? null : 1 - lasting(durations, 24),
  };
}
