/** Characters that stand for letters where people hide a word, or type it carelessly. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  "$": "s",
  "!": "i",
  "*": "u",
};

/** Emoji that carry meaning here, as words. */
const EMOJI: readonly (readonly [RegExp, string])[] = [
  [/\u{1F52B}/gu, " gun "],
  [/\u{1F48A}/gu, " pills "],
  [/[\u{1F52A}\u{1F5E1}]/gu, " knife "],
  [/[\u{1FAA6}\u26B0]/gu, " grave "],
  [/[\u{1F602}\u{1F923}\u{1F606}\u{1F605}]/gu, " haha "],
  [/[\u{1F480}\u2620]/gu, " haha "],
];

/** Wordings that hide a word from filters, and abbreviations. */
const CODED: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d ?)\bkms\b(?! (?:on|per|of|away|from|an hour|driven))(?! ?\/)/g, "kill myself"],
  [/\bkys\b/g, "kill yourself"],
  [/\b(?:un ?alive|unliv)(?:e|ing)?\b/g, "kill"],
  [/\bsewer ?slide\b/g, "suicide"],
  [/\bctb\b/g, "commit suicide"],
  [/\bgonna\b/g, "going to"],
  [/\bwanna\b/g, "want to"],
  [/\bgotta\b/g, "have to"],
  [/\b(?:im|iam)\b/g, "i am"],
  [/\bi'?ve\b/g, "i have"],
  [/\bi'm\b/g, "i am"],
  [/\bive\b/g, "i have"],
  [/\b(do|does|did|wo|ca|would|could|should|have|has|is|are|was)n'?t\b/g, "$1 not"],
  [/\bwo not\b/g, "will not"],
  [/\bca not\b/g, "cannot"],
  [/\bcan not\b/g, "cannot"],
  [/\b(i|he|she|they|we|you|it)'ll\b/g, "$1 will"],
  [/\b(he|she|it|there|that|what|who)'s\b/g, "$1 is"],
  [/\b(they|we|you)'re\b/g, "$1 are"],
  [/\b(i|he|she|they|we|you)'d\b/g, "$1 would"],
  [/\bmy self\b/g, "myself"],
  [/\bany more\b/g, "anymore"],
  [/\b(?:rn|right now)\b/g, "right now"],
];

/** Words that a typo must not hide; a word one edit away from them is taken for them. */
const KEYWORDS = [
  "suicide",
  "suicidal",
  "suizid",
  "selbstmord",
  "zelfmoord",
  "suicidio",
  "suicidarme",
  "overdose",
  "overdosed",
  "myself",
  "samobojstwo",
] as const;

/** Short words that are often typed with two letters changed over. */
const SWAPPED: Readonly<Record<string, string>> = {
  wnat: "want",
  watn: "want",
  kil: "kill",
  kll: "kill",
  klil: "kill",
  myslef: "myself",
  mysefl: "myself",
  die: "die",
  dei: "die",
  tonihgt: "tonight",
  lvie: "live",
  hrut: "hurt",
};

/**
 * A text as the patterns expect it: lower case, no accents, emoji as words, letters for lookalikes, "k i l l" as "kill",
 * abbreviations and common typos resolved. Sentence marks are kept.
 */
export function normalize(text: string): string {
  let plain = text.normalize("NFKC");
  for (const [pattern, word] of EMOJI) plain = plain.replace(pattern, word);
  plain = withoutMarks(plain.toLowerCase()).replace(/[\u200B-\u200D\uFEFF\u00AD]/g, "");
  plain = joinSpaced(plain);
  plain = plain.replace(/[\p{L}\d@$!*]+/gu, lettersForLookalikes).replace(/(\p{L})\1{2,}/gu, "$1");
  for (const [pattern, words] of CODED) plain = plain.replace(pattern, words);
  return plain.replace(/\p{L}+/gu, correct).replace(/[ \t]+/g, " ").trim();
}

/** Letters without accents and vowel signs, syllables of Hangul as their letters; "l" and "ss" where Polish and German have letters of their own. */
export function withoutMarks(text: string): string {
  return text.replaceAll("ß", "ss").replaceAll("ł", "l").replace(/[\u2018\u2019\u02BC`´]/g, "'")
    .normalize("NFD").replace(/\p{M}+/gu, "");
}

/** "k i l l", "d.i.e", "s-u-i-c-i-d-e" as words: three or more single letters with one mark each between them. */
function joinSpaced(text: string): string {
  return text.replace(
    /(?<![\p{L}\d])\p{L}(?:([ .\-_*])\p{L})(?:\1\p{L})+(?![\p{L}\d])/gu,
    (run) => run.replace(/[^\p{L}]/gu, ""),
  );
}

/** Only inside of words: "su1c1de", but not "10" or "mp3 4". */
function lettersForLookalikes(word: string): string {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || letters === word.length) return word;
  const bare = word.replace(/!+$/, "");
  if (!/^[\p{L}]/u.test(bare) || !/\p{L}[\d@$!*]+\p{L}/u.test(bare)) return word;
  return bare.replace(/[0134579@$!*5]/g, (character) => LOOKALIKES[character] ?? character);
}

function correct(word: string): string {
  const swapped = SWAPPED[word];
  if (swapped) return swapped;
  if (word.length < 5) return word;
  for (const keyword of KEYWORDS) {
    if (word === keyword) return word;
    if (Math.abs(word.length - keyword.length) < 2 && word[0] === keyword[0] && oneEditApart(word, keyword)) {
      return KEYWORDS.some((other) => other === word) ? word : keyword;
    }
  }
  return word;
}

/** Whether one insertion, deletion, substitution or swap of neighbours leads from `a` to `b` (Damerau 1964). */
export function oneEditApart(a: string, b: string): boolean {
  if (a === b) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]
  ) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
