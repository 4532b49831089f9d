/** Keeps the `limit` best of many scored items, by a bounded heap with the worst on top. */
export interface TopK {
  /** The score that an item must exceed to enter; -Infinity while there is room. */
  readonly threshold: number;
  offer(item: number, score: number): void;
  /** Best first; equal scores in order of item. */
  result(): { item: number; score: number }[];
}

/** Makes an empty collector; items offered in rising order win ties. */
export function makeTopK(limit: number): TopK {
  const items: number[] = [];
  const scores: number[] = [];

  const worse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a]! === scores[b]! && items[a]! > items[b]!);

  function swap(a: number, b: number): void {
    [items[a], items[b]] = [items[b]!, items[a]!];
    [scores[a], scores[b]] = [scores[b]!, scores[a]!];
  }

  function sift(at: number): void {
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < items.length && worse(child, least)) least = child;
      }
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  }

  return {
    get threshold() {
      return limit <= 0 ? Infinity : items.length < limit ? -Infinity : scores[0]!;
    },
    offer(item, score) {
      if (limit <= 0) return;
      if (items.length < limit) {
        items.push(item);
        scores.push(score);
        for (let at = items.length - 1; at > 0;) {
          const parent = (at - 1) >> 1;
          if (!worse(at, parent)) break;
          swap(at, parent);
          at = parent;
        }
      } else if (score > scores[0]! || (score === scores[0]! && item < items[0]!)) {
        items[0] = item;
        scores[0] = score;
        sift(0);
      }
    },
    result: () =>
      items.map((item, i) => ({ item, score: scores[i]! })).sort((a, b) =>
        b.score - a.score || a.item - b.item
      ),
  };
}
