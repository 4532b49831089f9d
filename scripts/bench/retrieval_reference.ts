import { stemmer } from "stemmer";

/** Plain BM25 (k1 0.9, b 0.4) over lower-cased [a-z0-9]+ with Porter's stems: what the index is measured against. */
export function referenceBm25(
  documents: readonly { id: string; text: string }[],
): (query: string) => string[] {
  const postings = new Map<string, Map<number, number>>();
  const lengths = documents.map(({ text }, row) => {
    const terms = words(text);
    for (const term of terms) {
      const rows = postings.get(term) ?? new Map<number, number>();
      postings.set(term, rows.set(row, (rows.get(row) ?? 0) + 1));
    }
    return terms.length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (query) => {
    const scores = new Map<number, number>();
    for (const term of words(query)) {
      const rows = postings.get(term);
      if (rows === undefined) continue;
      const idf = Math.log(1 + (lengths.length - rows.size + 0.5) / (rows.size + 0.5));
      for (const [row, tf] of rows) {
        const score = idf * tf / (tf + 0.9 * (0.6 + 0.4 * lengths[row]! / mean));
        scores.set(row, (scores.get(row) ?? 0) + score);
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 10).map(([row]) =>
      documents[row]!.id
    );
  };
}

function words(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => stemmer(word));
}
