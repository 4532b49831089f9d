/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return 0;
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The arithmetic mean; 0 of none. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Spread as 1.4826 · median of |x - median|, which for normal values is their standard deviation (Rousseeuw & Croux 1993). */
export function robustSpread(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}

/** Share of a standard normal below z: Abramowitz & Stegun 1964, formula 7.1.26 for the error function (error below 1.5e-7). */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const erf = 1 - polynomial * Math.exp(-x * x);
  return z >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
}

/** The lower end of Wilson's interval for a share (Wilson 1927), at 95 %. */
export function wilsonLower(hits: number, all: number, z = 1.96): number {
  if (all === 0) return 0;
  const p = hits / all;
  const square = z * z / all;
  return (p + square / 2 - z * Math.sqrt((p * (1 - p) + square / 4) / all)) / (1 + square);
}

/** z of the difference between two shares with a common variance (Fleiss, Levin & Paik 2003, section 3.1); 0 where it is not defined. */
export function shareDifference(hitsA: number, allA: number, hitsB: number, allB: number): number {
  if (allA === 0 || allB === 0) return 0;
  const p = (hitsA + hitsB) / (allA + allB);
  const error = Math.sqrt(p * (1 - p) * (1 / allA + 1 / allB));
  return error === 0 ? 0 : (hitsA / allA - hitsB / allB) / error;
}
