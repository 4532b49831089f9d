import type { CrisisPattern } from "./types.ts";

/**
 * What a language says of danger, as lists of words (regular expressions). Whole wordings catch only what somebody thought of;
 * these lists are combined at some distance and in both orders, so that wordings nobody listed are caught too.
 */
export interface Lexicon {
  /** Wishing, thinking, planning, as the first person says it. */
  desire: string;
  /** Death and ceasing to be. */
  death: string;
  /** Being alive. */
  life: string;
  /** What makes being alive unbearable. */
  unbearable: string;
  /** Moving in a way that kills, with its preposition. */
  leap: string;
  /** What one leaps from or before. */
  place: string;
  /** People near to the writer, and pronouns, who may hurt. */
  hurter: string;
  /** Hurting, where the object follows or goes before. */
  hurt: string;
  /** The first person as an object. */
  me: string;
  /** Phrases of strangling. */
  neck: string;
  /** The verb alone says that it is the first person. */
  verbsSayI?: boolean;
  /** Words for others, across which nothing is combined. */
  others: string;
}

/** The patterns of one language. They count fully only in a sentence that has a first person. */
export function compose(lexicon: Lexicon): CrisisPattern[] {
  const { desire, death, life, unbearable, leap, place, hurter, hurt, me, neck } = lexicon;
  const own = gap(4, lexicon.others);
  const any = gap(4);
  const rules: readonly (readonly [CrisisPattern["kind"], CrisisPattern["weight"], string])[] = [
    [
      "suicide",
      3,
      `(?:${desire})${own}(?:${death})|(?:${death}) (?:\\w+ ){0,2}?(?:only|best) (?:option|way|answer|solution)`,
    ],
    [
      "suicide",
      2,
      `(?:${unbearable})${gap(3, lexicon.others)}(?:${life})|(?:${life})${
        gap(2, lexicon.others)
      }(?:${unbearable})`,
    ],
    ["suicide", 3, `(?:${desire})${any}(?:${leap})${gap(3)}(?:${place})`],
    ["abuse", 3, `(?:${hurter})${gap(4)}(?:(?:${hurt})${gap(3)}(?:${me})|(?:${me})${gap(2)}(?:${hurt}))`],
    ["abuse", 3, neck],
  ];
  return rules.map(([kind, weight, source]) => ({
    kind,
    weight,
    own: kind === "suicide" && !lexicon.verbsSayI,
    pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, "gu"),
  }));
}

/** Up to `most` words within a clause, none of them one of `but`. */
function gap(most: number, but?: string): string {
  const word = but ? `(?!(?:${but})(?![\\p{L}]))[\\p{L}']+` : "[\\p{L}']+";
  return `(?:[ ,'-]+${word}){0,${most}}[ ,'-]+`;
}
