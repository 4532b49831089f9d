import type { Passage } from "../../rag/contract.ts";
import type { Source } from "../contract.ts";
import type { RankedSentence } from "./rank.ts";

/** Most sentences that an extractive answer quotes. */
const MOST_SENTENCES = 3;
/** A sentence this far (as a share) below the best one adds nothing. */
const WORTH = 0.8;

/** The sentences that best support an answer, word for word, each with its source. */
export function extractiveAnswer(
  ranked: readonly RankedSentence[],
  passages: readonly Passage[],
): { answer: string; sources: Source[] } {
  const best = ranked[0];
  if (!best) return { answer: "", sources: [] };
  const chosen: RankedSentence[] = [];
  for (const sentence of ranked) {
    if (chosen.length === MOST_SENTENCES || sentence.score < WORTH * best.score) break;
    if (!chosen.some((other) => other.text === sentence.text)) chosen.push(sentence);
  }
  const sources: Source[] = [];
  const lines = chosen.map((sentence) => {
    const source = makeSource(
      sources.length + 1,
      passages,
      sentence,
      withAntecedent(sentence, passages, ranked),
    );
    sources.push(source);
    return `${source.quote.replace(/\s+/g, " ")} [${source.n}]`;
  });
  return { answer: lines.join("\n"), sources };
}

/** The source of a span of a passage's chunk. */
export function makeSource(
  n: number,
  passages: readonly Passage[],
  at: { passage: number; chunk: number },
  quote: string,
): Source {
  const passage = passages[at.passage];
  const chunk = passage?.chunks[at.chunk];
  if (!passage || !chunk) throw new RangeError(`There is no chunk ${at.chunk} in passage ${at.passage}.`);
  return {
    n,
    document_id: passage.document_id,
    chunk_id: chunk.chunk_id,
    path: passage.path,
    ...(passage.also_at ? { also_at: passage.also_at } : {}),
    ...(chunk.page === undefined ? {} : { page: chunk.page }),
    ...(chunk.heading === undefined ? {} : { heading: chunk.heading }),
    quote,
    score: chunk.score,
  };
}

/** A sentence that opens with a pronoun is quoted together with the one before, which says who or what it is about. */
function withAntecedent(
  sentence: RankedSentence,
  passages: readonly Passage[],
  all: readonly RankedSentence[],
): string {
  if (!/^(he|she|it|they|this|these|his|her|its|their|such)\b/i.test(sentence.text)) return sentence.text;
  const before = all.find((other) =>
    other.passage === sentence.passage && other.chunk === sentence.chunk && other.order === sentence.order - 1
  );
  const text = passages[sentence.passage]?.chunks[sentence.chunk]?.text;
  return before && text ? text.slice(before.start, sentence.end) : sentence.text;
}
