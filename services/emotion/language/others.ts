import { FEELING_WORDS } from "../feelings.ts";
import type { Clause } from "./clauses.ts";
import { alternatives, BETWEEN, degreeOf } from "./degree.ts";
import type { Report } from "./reports.ts";

const FEELING = new Map(FEELING_WORDS);

const PERSON =
  "mum|mom|mother|dad|father|wife|husband|partner|girlfriend|boyfriend|fiancée?|son|daughter|kids?|child|children|brother|sister|family|parents?|grandma|grandpa|grandmother|grandfather|nan|gran|uncle|aunt|cousin|niece|nephew|friends?|roommate|flatmate|neighbou?rs?|boss|manager|colleagues?|co-?workers?|team|teacher|student|students|professor|doctor|therapist|landlord|customers?|clients?|users?|patients?|employees?|staff|ex|dog|cat|baby|guests?|audience|crowd";
const WHO =
  `(?:my|our|his|her|their|the|a|this|that|your) (?:\\w+ )?(?:${PERSON})|he|she|they|someone|somebody|everyone|everybody|people`;
const VERB =
  "(?:'s|'re| is| are| was| were| isn't| aren't| wasn't| feels?| felt| seems?| seemed| looks?| looked| sounds?| sounded| gets?| got| has been| have been| became)";
const STATED = new RegExp(
  `(?<![\\w'])(${WHO})${VERB}(${BETWEEN})\\s+(${alternatives([...FEELING.keys()])})(?![\\w-])`,
  "g",
);
const NAMED = new RegExp(
  `(?<![\\w'])(\\p{Lu}\\p{Ll}+)${VERB}(${BETWEEN})\\s+(${alternatives([...FEELING.keys()])})(?![\\w-])`,
  "gu",
);
const ASKED = new RegExp(
  `(?<![\\w'])(?:is|are|was|were|does|do) (${WHO})(?: feel)?(${BETWEEN})\\s+(${
    alternatives([...FEELING.keys()])
  })(?![\\w-])`,
  "g",
);
const VERBS: readonly [RegExp, string][] = [
  [
    new RegExp(
      `(?<![\\w'])(${WHO}) (?:really |just |absolutely |always )*(?:hates?|hated|loathes?|despises?)\\b(?! me)`,
    ),
    "anger",
  ],
  [
    new RegExp(
      `(?<![\\w'])(${WHO}) (?:really |just |absolutely |always )*(?:loves?|loved|adores?)\\b(?! me)`,
    ),
    "love",
  ],
  [new RegExp(`(?<![\\w'])(${WHO}) (?:really |just |always )*(?:worries|worry|worried)\\b`), "worry"],
  [
    new RegExp(
      `(?<![\\w'])(${WHO}) (?:just |really )*(?:cries|cried|was crying|is crying|burst into tears)\\b`,
    ),
    "sadness",
  ],
  [
    new RegExp(`(?<![\\w'])(${WHO}) (?:yelled|screamed|shouted|snapped|lost it|exploded)\\b(?! at me)`),
    "anger",
  ],
];
/** Capitalised words that name nobody. */
const NOBODY = new Set([
  "You",
  "We",
  "Not",
  "This",
  "That",
  "It",
  "What",
  "There",
  "Everything",
  "Which",
  "Here",
  "Today",
  "Life",
  "Work",
  "Who",
  "Nothing",
  "How",
]);

/** Feelings that the clauses state of somebody else: "my sister is furious". */
export function othersReports(clauses: readonly Clause[]): Report[] {
  return clauses.flatMap((clause) => {
    if (clause.supposed) return [];
    const found = [
      ...clause.text.matchAll(STATED),
      ...clause.text.matchAll(ASKED),
      ...clause.original.matchAll(NAMED),
    ].flatMap(
      ([quote, who = "", between = "", word = ""]) => {
        const feeling = FEELING.get(word.toLowerCase().replace(/\s+/g, " "));
        if (feeling === undefined || NOBODY.has(who)) return [];
        const { shift, negated } = degreeOf(between + (quote.includes("n't") ? " not" : ""));
        return [{ feeling, who, kind: "stated" as const, shift, negated, past: false, quote }];
      },
    );
    const verbs = VERBS.flatMap(([pattern, feeling]) => {
      const match = pattern.exec(clause.text);
      const who = match?.[1];
      if (!match || who === undefined) return [];
      return [{
        feeling,
        who,
        kind: "phrase" as const,
        shift: 0,
        negated: false,
        past: false,
        quote: match[0],
      }];
    });
    return [...found, ...verbs];
  });
}
