import type { Outcome, RefusalRun } from "./refusal_run.ts";

/** The figures of a run, as text by name. "Positive" is `answered: false`. */
export function measureRefusal({ outcomes, files }: RefusalRun): Record<string, string | number> {
  const refused = outcomes.filter(({ response }) => !response.answered);
  const unanswerable = outcomes.filter(({ answerable }) => !answerable);
  const right = refused.filter(({ answerable }) => !answerable).length;
  const asked = outcomes.filter(({ answerable }) => answerable);
  const answered = asked.filter(({ response }) => response.answered);
  const held = answered.filter(({ golds, response }) =>
    holds(golds, response.sources.map((source) => source.quote))
  );
  const first = answered.filter(({ golds, response }) =>
    holds(golds, response.sources.slice(0, 1).map((s) => s.quote))
  );
  const quotes = outcomes.flatMap(({ response }) => response.sources);
  const exact = quotes.filter(({ path, quote }) => files.get(path)?.includes(quote));
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    "questions": outcomes.length,
    "answered: false, precision": share(right, refused.length),
    "answered: false, recall": share(right, unanswerable.length),
    "answerable questions answered": share(answered.length, asked.length),
    "answers that hold a gold answer": share(held.length, answered.length),
    "first sentence holds it": share(first.length, answered.length),
    "gold answer, of all answerable": share(held.length, asked.length),
    "quotes word for word in their file": `${exact.length} of ${quotes.length}`,
    "ms a question, p50": quantile(times, 0.5),
    "ms a question, p95": quantile(times, 0.95),
  };
}

function holds(golds: Outcome["golds"], quotes: readonly string[]): boolean {
  return golds.some((gold) => quotes.some((quote) => quote.includes(gold)));
}

function share(part: number, whole: number): string {
  return whole === 0 ? "none" : (part / whole).toFixed(3);
}

function quantile(sorted: readonly number[], q: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN).toFixed(0);
}
