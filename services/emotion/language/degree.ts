/**
 * How words raise or lower what they stand before, and turn it round. Steps as in VADER (Hutto & Gilbert 2014): a booster is worth .293 of a scale of
 * 4 a side, here .293 / 4 of an intensity from 0 to 1; Morgan doubles it, because a stated "extremely" is meant.
 */
const STEP = 2 * 0.293 / 4;

const DEGREES: readonly [factor: number, words: string][] = [
  [
    2,
    "extremely,incredibly,utterly,completely,totally,absolutely,unbelievably,insanely,beyond,deeply,fucking,freaking",
  ],
  [
    1,
    "so,very,really,too,truly,super,such,quite,pretty,terribly,awfully,increasingly,more,much,especially,seriously,genuinely,damn,constantly,always",
  ],
  [
    -1,
    "rather,fairly,somewhat,kind of,kinda,sort of,sorta,a bit,a little,a little bit,slightly,mildly,a tad,a touch of,moderately",
  ],
];

const NEUTRAL_WORDS =
  "just,plain,feeling,feel,felt,being,been,be,also,still,again,now,already,actually,honestly,simply,getting,starting to feel,starting to get,starting to be,beginning to feel,becoming,all,both,currently,only,a,an,the,this,that,in,with,of,about,as,like,left,at,by,myself,and,here,today,lately,exactly,especially,particularly,necessarily,really,super,making me,to be,to feel,going,beyond,one";
const NEGATORS =
  "not,never,no longer,hardly,barely,isn't,aren't,wasn't,don't,anything but,no,far from,not even,neither,without";

const FACTORS: ReadonlyMap<string, number> = new Map(
  DEGREES.flatMap(([factor, words]) => words.split(",").map((word): [string, number] => [word, factor])),
);
const NEGATOR = alternatives(NEGATORS.split(","));
const DEGREE = alternatives([...FACTORS.keys()]);

/** A pattern for what may stand between a subject and the feeling: degrees, negators, small words. Lazy, so that "not good enough" is one; bounded, and without phrases that are made of others, so that no text takes long. */
export const BETWEEN = `(?:\\s+(?:${
  alternatives([...FACTORS.keys(), ...NEUTRAL_WORDS.split(","), ...NEGATORS.split(",")])
}|[a-z]{3,}ly)){0,8}?`;

/** What the words between a subject and a feeling do to it: a shift of intensity, and whether they deny it. */
export function degreeOf(between: string): { shift: number; negated: boolean } {
  let shift = 0;
  for (const [word] of between.matchAll(new RegExp(`\\b(?:${DEGREE})\\b`, "g"))) {
    shift += (FACTORS.get(word) ?? 0) * STEP;
  }
  const negated = new RegExp(`(?:^|\\s)(?:${NEGATOR})(?=\\s|$)|n't\\b`).test(between) &&
    !/\bnot (?:only|just)\b/.test(between);
  // "I've never been so happy" and "I couldn't be happier" are superlatives.
  if (/never (?:been|felt) (?:so|this|more|as)\b/.test(between)) return { shift: 2 * STEP, negated: false };
  return { shift: Math.max(-0.3, Math.min(0.3, shift)), negated };
}

/** A regular expression's alternatives, the longest first, taken literally. */
export function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).map((word) =>
    word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+")
  ).join("|");
}
