/** Probability = 1 / (1 + exp(-(slope · score + offset))). */
export interface Platt {
  slope: number;
  offset: number;
}

/**
 * Fits Platt's scaling by Newton's method with the smoothed targets of Platt 1999 as Lin, Lin & Weng 2007
 * ("A note on Platt's probabilistic outputs for support vector machines", Machine Learning 68) give it.
 *
 * @param truth 0 or 1, one a score
 */
export function fitPlatt(scores: ArrayLike<number>, truth: ArrayLike<number>): Platt {
  let positives = 0;
  for (let i = 0; i < truth.length; i++) positives += truth[i]!;
  const negatives = truth.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const target = (i: number) => truth[i] === 1 ? high : low;
  const loss = ({ slope, offset }: Platt) => {
    let sum = 0;
    for (let i = 0; i < scores.length; i++) {
      const z = slope * scores[i]! + offset;
      sum += Math.max(z, 0) - z * target(i) + Math.log1p(Math.exp(-Math.abs(z)));
    }
    return sum;
  };
  let fit: Platt = { slope: 1, offset: 0 };
  for (let round = 0; round < 50; round++) {
    let gSlope = 0;
    let gOffset = 0;
    let hSlope = 1e-9;
    let hOffset = 1e-9;
    let hBoth = 0;
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i]!;
      const p = sigmoid(fit.slope * score + fit.offset);
      const error = p - target(i);
      const weight = p * (1 - p);
      gSlope += error * score;
      gOffset += error;
      hSlope += weight * score * score;
      hOffset += weight;
      hBoth += weight * score;
    }
    const determinant = hSlope * hOffset - hBoth * hBoth;
    const dSlope = (hOffset * gSlope - hBoth * gOffset) / determinant;
    const dOffset = (hSlope * gOffset - hBoth * gSlope) / determinant;
    let step = 1;
    const before = loss(fit);
    let next = fit;
    for (; step > 1e-6; step /= 2) {
      next = { slope: fit.slope - step * dSlope, offset: fit.offset - step * dOffset };
      if (loss(next) < before) break;
    }
    if (step <= 1e-6 || Math.abs(dSlope) + Math.abs(dOffset) < 1e-9) break;
    fit = next;
  }
  return fit;
}

/** The calibrated probability of a score. */
export function calibrated(score: number, { slope, offset }: Platt): number {
  return sigmoid(slope * score + offset);
}

/** 1 / (1 + e^-x). */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** ln(p / (1 - p)), kept finite. */
export function logit(p: number): number {
  const inside = Math.min(1 - 1e-9, Math.max(1e-9, p));
  return Math.log(inside / (1 - inside));
}

/**
 * Expected calibration error (Guo et al. 2017, arXiv:1706.04599): how far, on average, a probability is from the share of texts for which
 * it came true, over equally wide bins.
 */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  truth: ArrayLike<number>,
  bins = 15,
): number {
  const sums = Array.from({ length: bins }, () => ({ said: 0, came: 0 }));
  for (let i = 0; i < probabilities.length; i++) {
    const bin = sums[Math.min(bins - 1, Math.floor(probabilities[i]! * bins))];
    if (!bin) continue;
    bin.said += probabilities[i]!;
    bin.came += truth[i]!;
  }
  return sums.reduce((sum, { said, came }) => sum + Math.abs(said - came), 0) /
    Math.max(1, probabilities.length);
}
