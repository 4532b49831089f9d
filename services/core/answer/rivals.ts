import type { Passage } from "../../rag/contract.ts";
import type { DocumentNames } from "./document_names.ts";
import { isDoubtful } from "./doubtful.ts";
import { mentions, visibleText } from "./injection.ts";
import { isFunctionTerm, type Sentence } from "./sentences.ts";

/** Where a paragraph ends. */
export const PARAGRAPH_END = /\n\s*\n|\n#{1,6} /;

/** Least share of a sentence's words that another must have to be on the same subject, and least count: with numbers in both, and without. */
const SAME_SUBJECT = 0.6;
const SAME_WORDS = 2;
const SAME_WORDS_ALONE = 3;
const NUMBER = /^[\p{N}][\p{N}.,:/-]*$/u;

/** Marks the sentences of doubtful paragraphs that another document, where nothing is doubtful, tells otherwise. */
export function markRivals(
  passages: readonly Passage[],
  sentences: readonly Sentence[],
  names: DocumentNames,
): Sentence[] {
  const doubtful = doubtfulSentences(passages, sentences, names);
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
function doubtfulSentences(
  passages: readonly Passage[],
  sentences: readonly Sentence[],
  names: DocumentNames,
): Set<Sentence> {
  const found = new Set<Sentence>();
  const isDoubted = ({ text, passage }: Sentence) =>
    isDoubtful(visibleText(text)) || names.nameAnother(mentions(text), passage);
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
      !PARAGRAPH_END.test(whole.slice(before.end, start));
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
  if (shared < SAME_WORDS || shared < SAME_SUBJECT * other.words.size) return false;
  if (claim.numbers.size > 0 || other.numbers.size > 0) {
    return [...claim.numbers].some((number) => !other.numbers.has(number)) &&
      [...other.numbers].some((number) => !claim.numbers.has(number));
  }
  return shared >= SAME_WORDS_ALONE && shared < other.words.size;
}
