import { stemmer } from "stemmer";

/** Changes with every change of `analyze` that gives other terms: an index remembers with which it was made. */
export const ANALYZER = "porter-1";

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Words, also joined as in file names, versions and snake_case: a single word matches too, so that none is tried from each of its letters. */
const MAYBE_JOINED = /[\p{L}\p{N}\p{M}]+(?:[._][\p{L}\p{N}\p{M}]+)*/gu;
const JOINT = /[._]/;
/** A plain decimal number is no joined word. */
const DECIMAL = /^\d+\.\d+$/;
const CAMEL = /[\p{Ll}\p{N}](?=\p{Lu})|\p{Lu}(?=\p{Lu}\p{Ll})/gu;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/giu;
const LATIN = /^[a-z]+$/;
// deno-lint-ignore no-control-regex -- the range of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;

const CACHED_STEMS = 100_000;
const stems = new Map<string, string>();

/**
 * The terms of a text, in order, repeats kept: words in lower case without diacritics (NFKC), English words stemmed
 * (Porter 1980; Porter2 was no better), bigrams of characters where a script has no spaces. Identifiers such as camelCase, snake_case,
 * file names and versions give their parts and themselves.
 */
export function analyze(text: string): string[] {
  const folded = ASCII.test(text) ? text : fold(text);
  const plain = folded.includes("'") || folded.includes("’") ? folded.replace(POSSESSIVE, " ") : folded;
  const terms: string[] = [];
  for (const [word] of plain.matchAll(WORD)) addWord(word, terms);
  if (JOINT.test(plain)) {
    for (const [word] of plain.matchAll(MAYBE_JOINED)) {
      if (JOINT.test(word) && !DECIMAL.test(word)) terms.push(word.toLowerCase());
    }
  }
  return terms;
}

function addWord(word: string, terms: string[]): void {
  const lower = word.toLowerCase();
  if (LATIN.test(lower)) {
    terms.push(stem(lower));
    if (lower !== word) addParts(word, terms);
    return;
  }
  if (ASCII.test(lower)) {
    terms.push(lower);
    if (lower !== word) addParts(word, terms);
    return;
  }
  let from = 0;
  for (const match of lower.matchAll(UNSPACED)) {
    if (match.index > from) terms.push(lower.slice(from, match.index));
    addBigrams(match[0], terms);
    from = match.index + match[0].length;
  }
  if (from < lower.length) terms.push(lower.slice(from));
}

function addParts(word: string, terms: string[]): void {
  const parts = word.replace(CAMEL, "$& ").split(" ");
  if (parts.length < 2) return;
  for (const part of parts) {
    const lower = part.toLowerCase();
    if (lower.length > 1) terms.push(LATIN.test(lower) ? stem(lower) : lower);
  }
}

function addBigrams(run: string, terms: string[]): void {
  const chars = [...run];
  if (chars.length === 1) terms.push(run);
  for (let i = 0; i + 1 < chars.length; i++) terms.push(chars[i]! + chars[i + 1]!);
}

/** Only the marks of Latin, Greek and Cyrillic go: in Indic scripts they are vowels. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC");
}

function stem(word: string): string {
  let found = stems.get(word);
  if (found === undefined) {
    found = stemmer(word);
    if (stems.size >= CACHED_STEMS) stems.clear();
    stems.set(word, found);
  }
  return found;
}
