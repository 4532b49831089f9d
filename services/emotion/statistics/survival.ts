/** How long something lasted; `ended` is false where it still lasted when it was last seen. */
export interface Duration {
  time: number;
  ended: boolean;
}

/** The share that still lasts after each time at which one ended (Kaplan & Meier 1958). */
export function kaplanMeier(durations: readonly Duration[]): { time: number; share: number }[] {
  const times = [...new Set(durations.filter(({ ended }) => ended).map(({ time }) => time))].sort((a, b) =>
    a - b
  );
  let share = 1;
  return times.map((time) => {
    const atRisk = durations.filter((one) => one.time >= time).length;
    const ended = durations.filter((one) => one.ended && one.time === time).length;
    share *= 1 - ended / atRisk;
    return { time, share };
  });
}

/** The time after which half have ended; `null` while that has not been seen. */
export function medianDuration(durations: readonly Duration[]): number | null {
  return kaplanMeier(durations).find(({ share }) => share <= 0.5)?.time ?? null;
}

/** The share that still lasts after `time`. */
export function lasting(durations: readonly Duration[], time: number): number {
  return kaplanMeier(durations).filter((step) => step.time <= time).at(-1)?.share ?? 1;
}
