import { analyze } from "../../../lib/lexical/mod.ts";
import type { Passage } from "../../rag/contract.ts";
import { isDoubtful } from "./doubtful.ts";
import { attributions, isInstruction, isTemplate, mentions, visibleText } from "./injection.ts";
import { isFunctionTerm, type Sentence } from "./sentences.ts";

/** Where a paragraph ends. */
const BREAK = /\n\s*\n|\n#{1,6} /;
const COMMENT = /<!--[^]{0,4000}?(?:-->|$)/g;

/**
 * Marks the sentences that are no evidence: those that speak to an assistant or of how questions are to be answered, what follows them in their
 * paragraph, what stands in comments, what is said to stand in another document that was found itself, and what contradicts such a document
 * beside words that only may speak to an assistant or of others.
 */
export function markPlanted(passages: readonly Passage[], sentences: readonly Sentence[]): Sentence[] {
  return markRivals(passages, markOrders(passages, sentences));
}

function markOrders(passages: readonly Passage[], sentences: readonly Sentence[]): Sentence[] {
  const names = passages.map(namesOf);
  const hidden = passages.map(({ chunks }) =>
    chunks.map(({ text }) =>
      [...text.matchAll(COMMENT)].map((found) => [found.index, found.index + found[0].length])
    )
  );
  let until: "paragraph" | "chunk" | undefined;
  let before: Sentence | undefined;
  return sentences.map((sentence) => {
    const { passage, chunk, start, end, text } = sentence;
    const whole = passages[passage]?.chunks[chunk]?.text ?? "";
    const same = before?.passage === passage && before.chunk === chunk;
    if (!same || (until === "paragraph" && BREAK.test(whole.slice(before?.end, start)))) until = undefined;
    if (isTemplate(text)) until = "chunk";
    else if (isInstruction(text)) until ??= "paragraph";
    before = sentence;
    const inComment = hidden[passage]?.[chunk]?.some(([from = 0, to = 0]) => start < to && end > from);
    const planted = until !== undefined || inComment ||
      namesAnother(attributions(text), passage, passages, names);
    return planted ? { ...sentence, planted } : sentence;
  });
}

/** Least share of a sentence's words that another must have to be on the same subject, and least count: with numbers in both, and without. */
const SAME_SUBJECT = 0.6;
const SAME_WORDS = 2;
const SAME_WORDS_ALONE = 3;
const NUMBER = /^[\p{N}][\p{N}.,:/-]*$/u;

/** Marks the sentences of doubtful paragraphs that another document, where nothing is doubtful, tells otherwise. */
function markRivals(passages: readonly Passage[], sentences: readonly Sentence[]): Sentence[] {
  const doubtful = doubtfulSentences(passages, sentences);
  if (doubtful.size === 0) return [...sentences];
  const words = new Map(sentences.map((sentence) => [sentence, subjectOf(sentence)]));
  const sound = sentences.filter((sentence) => !sentence.planted && !doubtful.has(sentence));
  const documentOf = ({ passage }: Sentence) => passages[passage]?.document_id;
  return sentences.map((sentence) => {
    if (sentence.planted || !doubtful.has(sentence)) return sentence;
    const rival = sound.some((other) =>
      documentOf(other) !== documentOf(sentence) && contradicts(words.get(sentence)!, words.get(other)!)
    );
    return rival ? { ...sentence, planted: true } : sentence;
  });
}

/** All sentences of the paragraphs that hold a doubtful one. */
function doubtfulSentences(passages: readonly Passage[], sentences: readonly Sentence[]): Set<Sentence> {
  const found = new Set<Sentence>();
  const names = passages.map(namesOf);
  const isDoubted = ({ text, passage }: Sentence) =>
    isDoubtful(visibleText(text)) || namesAnother(mentions(text), passage, passages, names);
  for (const paragraph of paragraphsOf(passages, sentences)) {
    if (!paragraph.some(isDoubted)) continue;
    for (const sentence of paragraph) found.add(sentence);
  }
  return found;
}

function paragraphsOf(passages: readonly Passage[], sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  let before: Sentence | undefined;
  for (const sentence of sentences) {
    const { passage, chunk, start } = sentence;
    const whole = passages[passage]?.chunks[chunk]?.text ?? "";
    const goesOn = before?.passage === passage && before.chunk === chunk &&
      !BREAK.test(whole.slice(before.end, start));
    if (goesOn) paragraphs.at(-1)?.push(sentence);
    else paragraphs.push([sentence]);
    before = sentence;
  }
  return paragraphs;
}

/** What a sentence is about, and the numbers that it gives. */
interface Subject {
  words: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

function subjectOf({ terms }: Sentence): Subject {
  const content = [...terms].filter((term) => !isFunctionTerm(term));
  return {
    words: new Set(content.filter((term) => !NUMBER.test(term))),
    numbers: new Set(content.filter((term) => NUMBER.test(term))),
  };
}

/** True where both are on one subject and give other numbers, or else nearly the same words but for some. */
function contradicts(claim: Subject, other: Subject): boolean {
  const shared = [...other.words].filter((word) => claim.words.has(word)).length;
  if (shared < SAME_WORDS || shared < SAME_SUBJECT * other.words.size) {
    return false;
  }
  if (claim.numbers.size > 0 || other.numbers.size > 0) {
    return [...claim.numbers].some((number) => !other.numbers.has(number)) &&
      [...other.numbers].some((number) => !claim.numbers.has(number));
  }
  return shared >= SAME_WORDS_ALONE && shared < other.words.size;
}

/** The words that a document is called by. */
function namesOf({ path, title }: Passage): ReadonlySet<string> {
  const file = path.split("/").at(-1)?.replace(/\.\w+$/, "") ?? "";
  return new Set(contentOf(`${file.replace(/[_.-]+/g, " ")} ${title ?? ""}`));
}

/** True where one of the names is that of another of the documents. */
function namesAnother(
  called: readonly string[],
  own: number,
  passages: readonly Passage[],
  names: readonly ReadonlySet<string>[],
): boolean {
  const id = passages[own]?.document_id;
  return called.some((name) => {
    const terms = contentOf(name).filter((term) => !names[own]?.has(term));
    return passages.some((other, i) => other.document_id !== id && terms.some((term) => names[i]?.has(term)));
  });
}

function contentOf(text: string): string[] {
  return analyze(text).filter((term) => !isFunctionTerm(term));
}
