import { splitSentences } from "../../../lib/documents/mod.ts";
import { analyze } from "../../../lib/lexical/mod.ts";
import type { Passage } from "../../rag/contract.ts";

/** One sentence of a passage: an exact slice of its chunk's text. */
export interface Sentence {
  text: string;
  /** Index of its passage, and of its chunk within that passage. */
  passage: number;
  chunk: number;
  /** Its place among the chunk's sentences. */
  order: number;
  /** UTF-16 offsets in the chunk's text. */
  start: number;
  end: number;
  /** Its terms as the lexical index has them. */
  terms: ReadonlySet<string>;
  /** No evidence: it speaks to an assistant, or of other documents. */
  planted?: boolean;
}

/** The sentences of all passages in order. */
export function passageSentences(passages: readonly Passage[]): Sentence[] {
  return passages.flatMap((passage, p) =>
    passage.chunks.flatMap((chunk, c) =>
      splitSentences(chunk.text).map(({ start, end }, order) => {
        const text = chunk.text.slice(start, end);
        return { text, passage: p, chunk: c, order, start, end, terms: new Set(analyze(text)) };
      })
    )
  );
}

/** Weights of a query's terms: how rare each is, with words that only shape the question left out. */
export function queryWeights(terms: readonly { term: string; idf: number }[]): Map<string, number> {
  const content = terms.filter(({ term }) => !isFunctionTerm(term));
  return new Map((content.length > 0 ? content : terms).map(({ term, idf }) => [term, idf]));
}

/** Share (0 to 1) of the terms' weight that a text covers. */
export function coverage(weights: ReadonlyMap<string, number>, terms: ReadonlySet<string>): number {
  let [covered, all] = [0, 0];
  for (const [term, weight] of weights) {
    all += weight;
    if (terms.has(term)) covered += weight;
  }
  return all === 0 ? 0 : covered / all;
}

/** True for a word that shapes a sentence but names nothing, as `analyze` stems it. */
export function isFunctionTerm(term: string): boolean {
  return FUNCTION_TERMS.has(term);
}

/** Words that shape a question but name nothing in its answer, as `analyze` stems them. */
const FUNCTION_TERMS = new Set(
  ("a an the him hers ours mine yours theirs myself yourself himself herself itself themselves ourselves of in on at to for from by with about into over after before under between is are was were be been being am do " +
    "does did done have has had can could will would shall should may might must what which who whom whose when where why " +
    "how that this these those there it its he she they them his her their i you we my your our me us and or but if not no " +
    "as than then so such some any all each many much more most other name tell please give find explain describe list")
    .split(" ").flatMap((word) => [word, ...analyze(word)]),
);
