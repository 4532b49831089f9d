/** How far the maximum of F1 is smoothed: over this many neighbouring thresholds on either side. */
const SMOOTH = 2;

/**
 * The score from which on a label counts as present: the one with the largest F1 on these texts, each F1 averaged with its neighbours',
 * because the single best one is often chance (Lipton et al. 2014, "Optimal Thresholding of Classifiers to Maximize F1 Measure").
 *
 * @param scores one a text
 * @param truth 0 or 1, one a text
 */
export function bestThreshold(scores: ArrayLike<number>, truth: ArrayLike<number>): number {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) =>
    scores[b]! - scores[a]! || a - b
  );
  let positives = 0;
  for (let i = 0; i < truth.length; i++) positives += truth[i]!;
  let hits = 0;
  const f1 = order.map((i, rank) => {
    hits += truth[i]!;
    return 2 * hits / (rank + 1 + positives);
  });
  let best = 0;
  let bestMean = -1;
  for (let rank = 0; rank < f1.length; rank++) {
    let sum = 0;
    for (let near = rank - SMOOTH; near <= rank + SMOOTH; near++) sum += f1[near] ?? 0;
    if (sum > bestMean) {
      bestMean = sum;
      best = rank;
    }
  }
  return scores[order[best] ?? 0] ?? Infinity;
}
