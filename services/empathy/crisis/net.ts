import type { CrisisKind } from "../contract.ts";
import type { Elsewhere } from "../support_texts/elsewhere.ts";
import { IDIOMS, withoutIdioms } from "./idioms.ts";
import { compose } from "./compose.ts";
import { LEXICONS } from "./lexicons.ts";
import { ACTS } from "./patterns/acts/mod.ts";
import { ELSEWHERE } from "./patterns/elsewhere.ts";
import { CORES } from "./patterns/cores/mod.ts";
import { DUTCH } from "./patterns/nl.ts";
import { ENGLISH } from "./patterns/en.ts";
import { ENGLISH_FAMILIES } from "./patterns/en_families.ts";
import { FAMILIES } from "./patterns/families.ts";
import { FRENCH } from "./patterns/fr.ts";
import { GERMAN } from "./patterns/de.ts";
import { HARM } from "./patterns/harm.ts";
import { HOME } from "./patterns/home.ts";
import { ITALIAN } from "./patterns/it.ts";
import { POLISH } from "./patterns/pl.ts";
import { PORTUGUESE } from "./patterns/pt.ts";
import { PREPARED } from "./patterns/prepared.ts";
import { SCENES } from "./patterns/scenes/mod.ts";
import { SPANISH } from "./patterns/es.ts";
import { STATES } from "./patterns/states.ts";
import { finderOf, isMet, type Required, requiredBy } from "./required.ts";
import type { CrisisPattern } from "./types.ts";

/** All languages, always: people mix them, and a guess at the language must not hide a cry for help. */
const NET: readonly CrisisPattern[] = [
  ...ENGLISH,
  ...ENGLISH_FAMILIES,
  ...GERMAN,
  ...FRENCH,
  ...SPANISH,
  ...ITALIAN,
  ...PORTUGUESE,
  ...DUTCH,
  ...POLISH,
  ...FAMILIES,
  ...ACTS,
  ...HARM,
  ...HOME,
  ...PREPARED,
  ...SCENES,
  ...STATES,
  ...LEXICONS.flatMap(compose),
  ...ELSEWHERE,
  ...CORES,
];

/** Of each pattern what it requires, and who finds that; made with the first text, which takes longer than a start may. */
function prepare() {
  const net = NET.map((one) => ({ ...one, pattern: one.pattern, required: requiredBy(one.pattern.source) }));
  const strings = (all: readonly { required: Required }[]) => all.flatMap(({ required }) => required.flat());
  return { net, find: finderOf([...strings(net), ...strings(IDIOMS)]) };
}
let prepared: ReturnType<typeof prepare> | undefined;

/** A place at which the net caught something. */
export interface Catch {
  kind: CrisisKind;
  weight: number;
  /** The words that matched, normalised. */
  words: string;
  /** Counts fully only where the sentence has a first person. */
  own: boolean;
  /** Names death or the act by itself. */
  named: boolean;
  /** That of the caring words, where it is none of Morgan's. */
  language?: Elsewhere | undefined;
  /** Where they begin in the scanned text. */
  index: number;
}

/** Characters scanned at once, and how many of them are scanned again with the next ones. */
const WINDOW = 2_000;
const OVERLAP = 400;

/** A stretch of the text without its idioms, and what was caught in it. */
export interface Scanned {
  text: string;
  catches: Catch[];
}

/**
 * The first stage, of high recall: whatever any pattern catches in the text with its idioms taken out, window by window, each when
 * it is asked for. A pattern is tried only where the words stand that it cannot do without.
 */
export function* castNet(normalized: string): Generator<Scanned> {
  const { net, find } = prepared ??= prepare();
  for (let start = 0; start === 0 || start < normalized.length - OVERLAP; start += WINDOW - OVERLAP) {
    const window = normalized.slice(start, start + WINDOW);
    const text = withoutIdioms(window, find(window));
    const found = find(text);
    const catches = net.filter(({ required }) => isMet(required, found)).flatMap((
      { kind, weight, pattern, own = false, named = false, language },
    ) =>
      [...text.matchAll(pattern)].map((match) => ({
        kind,
        weight,
        words: match[0],
        own,
        named,
        language,
        index: match.index,
      }))
    );
    yield { text, catches };
  }
}
