import type { Passage } from "../../rag/contract.ts";
import type { Source } from "../contract.ts";
import { type ExtractiveStyle, inPreferredOrder, PLAIN_STYLE } from "./preferred.ts";
import type { RankedSentence } from "./rank.ts";
import type { Sentence } from "./sentences.ts";

/** A sentence this far (as a share) below the best one adds nothing; less far for who likes long answers. */
const WORTH = 0.8;
const WORTH_OF_LONG = 0.65;

/** The sentences that best support an answer, word for word, each with its source. */
export function extractiveAnswer(
  ranked: readonly RankedSentence[],
  passages: readonly Passage[],
  style: ExtractiveStyle = PLAIN_STYLE,
): { answer: string; sources: Source[] } {
  const ordered = inPreferredOrder(ranked, style.prefer);
  const best = ordered[0];
  if (!best) return { answer: "", sources: [] };
  const worth = style.sentences > PLAIN_STYLE.sentences ? WORTH_OF_LONG : WORTH;
  const chosen: RankedSentence[] = [];
  for (const sentence of ordered) {
    if (chosen.length === style.sentences || sentence.score < worth * best.score) break;
    if (!chosen.some((other) => other.text === sentence.text)) chosen.push(sentence);
  }
  const spans = chosen.map((sentence) => withAntecedent(sentence, ranked));
  const sources = spans
    .filter((span, i) =>
      !spans.some((other, j) => j !== i && holds(other, span) && !(holds(span, other) && i < j))
    )
    .map((span, i) => makeSource(i + 1, passages, span));
  const mark = style.format === "bullets" ? "- " : "";
  return { answer: sources.map(({ n, quote }) => `${mark}${readable(quote)} [${n}]`).join("\n"), sources };
}

/** True for a span that holds another, so that the other adds nothing. */
function holds(span: RankedSentence, other: RankedSentence): boolean {
  return span.passage === other.passage && span.chunk === other.chunk && span.start <= other.start &&
    span.end >= other.end;
}

/** A quote as a sentence of an answer: on one line, the cells of a Markdown table's row without their bars. */
function readable(quote: string): string {
  const line = quote.replace(/\s+/g, " ").trim();
  if (!/^\|.*\|$/.test(line)) return line;
  const cells = line.slice(1, -1).split("|").map((cell) => cell.trim()).filter(Boolean);
  return cells.length === 2 ? cells.join(": ") : cells.join(", ");
}

/** The source of a span of a passage's chunk, from `start` to `end`. */
export function makeSource(
  n: number,
  passages: readonly Passage[],
  at: Pick<Sentence, "passage" | "chunk" | "start" | "end">,
): Source {
  const passage = passages[at.passage];
  const chunk = passage?.chunks[at.chunk];
  if (!passage || !chunk) throw new RangeError(`There is no chunk ${at.chunk} in passage ${at.passage}.`);
  const page = chunk.page === undefined
    ? undefined
    : chunk.page + chunk.page_starts.filter((start) => start <= at.start).length;
  const inner = chunk.inner_headings.findLast((heading) => heading.start <= at.start)?.title;
  const heading = inner === undefined || chunk.heading?.endsWith(inner)
    ? chunk.heading
    : [chunk.heading, inner].filter(Boolean).join(" › ");
  return {
    n,
    document_id: passage.document_id,
    chunk_id: chunk.chunk_id,
    path: passage.path,
    ...(passage.also_at ? { also_at: passage.also_at } : {}),
    ...(page === undefined ? {} : { page }),
    ...(heading === undefined ? {} : { heading }),
    quote: chunk.text.slice(at.start, at.end),
    score: chunk.score,
  };
}

/** A sentence that opens with a pronoun is quoted together with the one before, which says who or what it is about. */
function withAntecedent(sentence: RankedSentence, all: readonly RankedSentence[]): RankedSentence {
  if (!/^(he|she|it|they|this|these|his|her|its|their|such)\b/i.test(sentence.text)) return sentence;
  const before = all.find((other) =>
    other.passage === sentence.passage && other.chunk === sentence.chunk && other.order === sentence.order - 1
  );
  return before ? { ...sentence, start: before.start } : sentence;
}
