import { median, normalCdf, robustSpread } from "./basics.ts";

/** Whether values rise or fall: Mann 1945, Kendall 1975, with the correction for ties. */
export interface Trend {
  /** Kendall's S: pairs that rise less pairs that fall. */
  s: number;
  z: number;
  /** Two-sided. */
  p: number;
}

/** The Mann-Kendall test over values in order of time. */
export function mannKendall(values: readonly number[]): Trend {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  let variance = n * (n - 1) * (2 * n + 5);
  for (const t of ties.values()) variance -= t * (t - 1) * (2 * t + 5);
  variance /= 18;
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, z, p: 2 * (1 - normalCdf(Math.abs(z))) };
}

/** The median of the slopes of all pairs (Theil 1950, Sen 1968), per unit of `times`; 0 where no two times differ. */
export function theilSen(times: readonly number[], values: readonly number[]): number {
  const slopes: number[] = [];
  for (let i = 0; i < times.length; i++) {
    for (let j = i + 1; j < times.length; j++) {
      const span = times[j]! - times[i]!;
      if (span !== 0) slopes.push((values[j]! - values[i]!) / span);
    }
  }
  return median(slopes);
}

/**
 * Smooths values at uneven times: each is weighed by ½ to the power of its age in half-lives, so that an hour's silence and a week's are not the
 * same step (Wright 1986, "Forecasting data published at irregular time intervals using an extension of Holt's method").
 */
export function smooth(times: readonly number[], values: readonly number[], halfLife: number): number[] {
  let sum = 0;
  let weight = 0;
  return values.map((value, i) => {
    const fading = i === 0 ? 0 : 0.5 ** ((times[i]! - times[i - 1]!) / halfLife);
    sum = sum * fading + value;
    weight = weight * fading + 1;
    return sum / weight;
  });
}

/** Fewest values on either side of a change. */
const SEGMENT = 4;

/**
 * Where the mean shifts: binary segmentation (Scott & Knott 1974) with the penalty 3 σ² ln n of the Bayesian information criterion for a
 * changed mean (Zhang & Siegmund 2007), σ from the differences of neighbours, which a shift hardly touches. Gives the first index of each
 * new segment.
 */
export function changePoints(values: readonly number[]): number[] {
  const differences = values.slice(1).map((value, i) => value - values[i]!);
  const sigma = Math.max(robustSpread(differences) / Math.SQRT2, 0.05);
  const penalty = 3 * sigma * sigma * Math.log(Math.max(2, values.length));
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  const found: number[] = [];
  const split = (from: number, to: number): void => {
    let best = 0;
    let at = -1;
    for (let cut = from + SEGMENT; cut <= to - SEGMENT; cut++) {
      const [left, right] = [cut - from, to - cut];
      const difference = (sums[cut]! - sums[from]!) / left - (sums[to]! - sums[cut]!) / right;
      const gain = left * right / (left + right) * difference * difference;
      if (gain > best) [best, at] = [gain, cut];
    }
    if (best <= penalty) return;
    split(from, at);
    found.push(at);
    split(at, to);
  };
  split(0, values.length);
  return found;
}

/** z of the number of runs of equal signs (Wald & Wolfowitz 1940): above 0, signs alternate more than chance would have it. */
export function runsTest(positive: readonly boolean[]): number {
  const n = positive.length;
  const ups = positive.filter((up) => up).length;
  const downs = n - ups;
  if (ups === 0 || downs === 0 || n < 3) return 0;
  const runs = 1 + positive.slice(1).filter((up, i) => up !== positive[i]).length;
  const expected = 2 * ups * downs / n + 1;
  const variance = (expected - 1) * (expected - 2) / (n - 1);
  return variance === 0 ? 0 : (runs - expected) / Math.sqrt(variance);
}
