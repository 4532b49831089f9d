import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import type { CoreContext } from "../context.ts";

/** Tells of terms (as `analyze` gives them) how rare each is in what was said. */
export type WeighTerms = (terms: Iterable<string>) => Promise<(term: string) => number>;

/** The weights of terms by the index of what was said; where that is away, all count the same. */
export function weighBySaid({ rag }: Pick<CoreContext, "rag">, signal: AbortSignal): WeighTerms {
  return async (terms) => {
    const all = [...new Set(terms)];
    try {
      const weights = await rag.said.weights(all, signal);
      const byTerm = new Map(all.map((term, i) => [term, weights[i] ?? 0]));
      return (term) => byTerm.get(term) ?? 0;
    } catch (error) {
      if (signal.aborted) throw error;
      serviceLogger("core").warning("a summary is made without the weights of words", errorFields(error));
      return () => 0;
    }
  };
}
