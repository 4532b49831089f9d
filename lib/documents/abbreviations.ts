/** Words before a full stop that do not end a sentence, whatever follows. */
const NEVER_LAST = new Set(
  ("mr mrs ms dr prof rev hon st sr jr gen col sgt capt lt cmdr gov sen rep pres supt messrs mme mlle hr fr frau " +
    "vs viz cf approx ca resp fig figs eq eqs sec sect ch chap vol vols nos art pp ed eds tab ref refs app al e.g i.e eg ie z.b d.h u.a bzw vgl " +
    "p.ex").split(" "),
);
/** Words that are abbreviations only before a number. */
const BEFORE_NUMBER = new Set("no nr p jan feb mar apr jun jul aug sep sept oct nov dec para".split(" "));
/** Words that begin sentences and no names, by which "the U.S. The …" differs from "the U.S. Army". */
const STARTERS = new Set(
  ("the a an this that these those it its he she they we you i in on at for from with by as to of if when while where after before since " +
    "although though because but and or so yet however there here his her their our my no not what why how who which each all some most many " +
    "one two also then thus hence such both during under over it's i'm")
    .split(" "),
);

/** Whether `before` (the text up to, without, a full stop) ends in an abbreviation or initial, given the word that follows. */
export function endsInAbbreviation(before: string, next: string): boolean {
  const word = /(?:^|[^\p{L}\p{N}.])((?:\p{L}+\.)*\p{L}+)$/u.exec(before)?.[1];
  if (word === undefined) return false;
  const lower = word.toLowerCase();
  const starter = STARTERS.has(next.toLowerCase().replace(/[^\p{L}']+/gu, ""));
  if (lower === "al") return !starter;
  if (NEVER_LAST.has(lower)) return true;
  if (BEFORE_NUMBER.has(lower) && /^[\d(]/.test(next)) return true;
  if (lower === "i") return false;
  const initial = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
  return initial && !starter;
}
