import type { CrisisKind } from "../contract.ts";
import type { Elsewhere } from "../support_texts/elsewhere.ts";

/** One pattern of the net: matches on normalised text. */
export interface CrisisPattern {
  kind: CrisisKind;
  /** 1 a hint, 2 a thought, 3 a wish, an intent or harm that happens, 4 an act, a means at hand or an emergency. */
  weight: 1 | 2 | 3 | 4;
  readonly pattern: RegExp;
  /** Counts fully only where the sentence has a first person. */
  own?: boolean;
  /** Names death or the act by itself: no other word has to. */
  named?: boolean;
  /** The caring words are said in this language, where it is none of Morgan's. */
  language?: Elsewhere | undefined;
}

/** What holds for all patterns of a list. */
interface Of {
  named?: boolean;
  language?: Elsewhere;
  /** Nothing is asked of the letters around a match. */
  runsOn?: boolean | undefined;
}

/** A list of patterns of one kind and weight; each source is a regular expression without flags, compiled with the first text. */
export function patterns(
  kind: CrisisKind,
  weight: CrisisPattern["weight"],
  sources: readonly string[],
  { runsOn = false, ...of }: Of = {},
): CrisisPattern[] {
  return sources.map((source) => {
    let compiled: RegExp | undefined;
    return {
      kind,
      weight,
      ...of,
      get pattern() {
        return compiled ??= new RegExp(
          runsOn ? source : `(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`,
          "gu",
        );
      },
    };
  });
}
