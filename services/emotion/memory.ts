import { hoursOf, LEANS, type State } from "./state.ts";

/** Hours of silence that end an episode. */
const GAP = 6;

/** A stretch of one mood that stands out. */
export interface Episode {
  from: Date;
  to: Date;
  emotion: string;
  /** The message at its strongest point. */
  messageId: string;
  states: number;
  peak: number;
  valence: number;
  /** 0 to 1. */
  significance: number;
}

/**
 * The episodes that a person is likely to remember, the most significant first. An episode is a run of states that lean the same way with no long silence.
 * It is remembered by its strongest and its last moment and hardly by its length (Fredrickson & Kahneman 1993, "Duration neglect in
 * retrospective evaluations of affective episodes"): significance = |valence at the peak| · (peak intensity + last intensity) / 2.
 *
 * @param states the oldest first
 */
export function significantEpisodes(states: readonly State[], most = 10): Episode[] {
  const runs: State[][] = [];
  for (const state of states) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn = last !== undefined && lean(last) === lean(state) && hoursOf(state) - hoursOf(last) <= GAP;
    if (goesOn) run?.push(state);
    else runs.push([state]);
  }
  return runs.flatMap((run) => {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last || lean(first) === 0) return [];
    const peak = run.reduce((best, state) => state.intensity > best.intensity ? state : best);
    return [{
      from: first.at,
      to: last.at,
      emotion: peak.emotion,
      messageId: peak.messageId,
      states: run.length,
      peak: peak.intensity,
      valence: peak.valence,
      significance: Math.abs(peak.valence) * (peak.intensity + last.intensity) / 2,
    }];
  }).sort((a, b) => b.significance - a.significance).slice(0, most);
}

function lean({ valence }: State): number {
  return Math.abs(valence) < LEANS ? 0 : Math.sign(valence);
}
