import { CAUSE_WORDS, FEELING_WORDS } from "../feelings.ts";
import type { Clause } from "./clauses.ts";
import { alternatives, BETWEEN, degreeOf } from "./degree.ts";
import { EXCLAMATIONS, PHRASES } from "./phrases.ts";

/** A feeling that a message states. */
export interface Report {
  /** Name of the feeling. */
  feeling: string;
  /** Whose it is: `user`, or the words for whoever has it. */
  who: string;
  /** How plainly it is said. */
  kind: "stated" | "phrase" | "cause" | "exclamation" | "emoji";
  /** What degree words add to its intensity. */
  shift: number;
  /** "I'm not angry". */
  negated: boolean;
  /** "I was angry". */
  past: boolean;
  /** The words that say so. */
  quote: string;
}

const FEELING = new Map(FEELING_WORDS);
const CAUSE = new Map(CAUSE_WORDS);
const FEELINGS = alternatives([...FEELING.keys()]);
const NOUNS = alternatives(
  "frustration,irritation,anger,rage,resentment,jealousy,anxiety,worry,worries,stress,panic,fear,fears,dread,sadness,despair,loneliness,grief,disappointment,exhaustion,boredom,guilt,regret,shame,embarrassment,disgust,confusion,excitement,gratitude,joy,relief,hope"
    .split(","),
);
const CAUSES = alternatives([...CAUSE.keys()]);

const FIRST_PERSON =
  "i'm|i am|im|i feel|i felt|i've been|i've|i have been|i get|i got|i was|i became|i become|i don't feel|i do not feel|i didn't feel|i don't get|i wasn't|i weren't|i haven't been|i hadn't been|i ain't|we aren't|we weren't|we don't feel|i won't be|i can't be|i couldn't be|i can't help but feel|i can't help feeling|i can't help being|i keep|we're|we are|we feel|we were|made me feel|makes me feel|make me feel|making me feel|makes me|made me|make me|making me|leaves me|left me|leaving me|got me|gets me|has me|have me";
/** What stands before the name of a feeling rather than a word for having it. */
const POSSESSIVE =
  "my|i have|i had|i've got|i don't have|i feel|i felt|i'm full of|i'm filled with|so much|such|full of|filled with";
const AND = `(?:(?:,? and|,? but|,|/| yet)(${BETWEEN})\\s+(${FEELINGS})(?![\\w-]))?`;
const STATED = new RegExp(
  `(?<![\\w'])(${FIRST_PERSON})(${BETWEEN})\\s+(${FEELINGS})(?![\\w-])(?!\\s+to\\s+(?:help|hear|see you))${AND}`,
  "g",
);
const NAMED = new RegExp(`(?<![\\w'])(${POSSESSIVE})(${BETWEEN})\\s+(${NOUNS})(?![\\w-])`, "g");
/** Without a subject: "So tired", "Excited and scared at the same time". */
const BARE = new RegExp(
  `^(?: (?:and|but))?(${BETWEEN})\\s+(${FEELINGS})(?![\\w-])${AND}(?=$|[.!,:]| (?:at|about|with|of|that|because|by|right|today|now|as|after|over))`,
);
/** Words that alone say something about a thing as often as about oneself. */
const AMBIGUOUS = new Set(
  "great,wonderful,fantastic,good,lost,down,blue,mad,cross,content,spent,awful,terrible,horrible,broken,empty,alone,torn,hurt,joy,cringe,awkward,brilliant,numb,love,hope,tense,useless,worthless,crushed,loved,sorry,calm,sad,bitter,proud,peaceful,anger,fear,rage,panic,stress,shame,touched,isolated,abandoned,rejected,impressed,defeated"
    .split(","),
);
const CAUSED = new RegExp(
  `(?<![\\w'])((?:this|that|it|which|what|they|he|she|everything|how|so|is|are|was|were|the \\w+|my \\w+)(?:'s|'re| is| are| was| were| isn't| wasn't| has been| gets| got| feels)?)(${BETWEEN})\\s+(${CAUSES})(?![\\w-])`,
  "g",
);
/** Turns of speech that hold a feeling's word and mean something else. */
const POLITE =
  /i'm afraid (?:that|so|not|i|we|you|it|this|the)\b|(?:i'm )?(?:so |very |really |deeply )?sorry (?:to hear|to see|for your|about your|for (?:him|her|them|you)|you|that you|if|to bother|to ask|for the (?:question|noise|delay)|but (?:can|could|what|how|i))|happy to (?:help|discuss|provide|share)|(?:i'm|i am) (?:good|great|useless|terrible|awful|down) (?:at|with|for)\b|mad (?:skills|respect)|(?:i'd|i would) (?:be (?:happy|glad|grateful)|(?:really )?(?:love|like) to)|how (?:to|do|does|can)\b.*\b(?:feel|be)\b/;
/** "I didn't enjoy it", "there is nothing to worry about": feelings that are denied without a subject of their own. */
const DENIALS: readonly [pattern: RegExp, feeling: string][] = [
  [
    /\b(?:i|we) (?:don't|didn't|do not|did not|never|can't say (?:that )?i) (?:really |even |particularly |exactly ){0,2}(?:liked?|enjoy(?:ed)?)\b|\b(?:wasn't|isn't|was not|is not) (?:much |really |even )?(?:fun|worth it)\b/,
    "joy",
  ],
  [
    /(?:nothing|no (?:need|reason)|don't|do not|never|needn't)(?: to)?(?: be| get| feel)? (?:worr(?:y|ied)|panic|afraid|scared|fear|stress(?:ed)?)\b/,
    "worry",
  ],
];
const PAST = /^(?:i was|i felt|i had|i got|i didn't feel|we were|made me|left me|felt)/;

/** Feelings that the clauses state of the user: "I'm frustrated", "this is infuriating", "I can't take it any more". */
export function selfReports(clauses: readonly Clause[]): Report[] {
  return clauses.flatMap((clause) => {
    if (clause.supposed) return [];
    const text = clause.text;
    const found: Report[] = [];
    if (!POLITE.test(text)) {
      const bare = BARE.exec(` ${text}`);
      const matches = [...text.matchAll(STATED), ...text.matchAll(NAMED)].map((match) => [...match]);
      const clear = bare && (/\S/.test(bare[1] ?? "") || !AMBIGUOUS.has(bare[2] ?? ""));
      if (matches.length === 0 && bare && clear) matches.push([bare[0], "", ...bare.slice(1)]);
      for (const [quote = "", subject = "", between = "", word = "", further = "", second] of matches) {
        const denied = /n't|\bnot\b/.test(subject) ? "not " : "";
        const past = PAST.test(subject || quote);
        for (const [degree, feeling] of [[denied + between, word], [further, second]]) {
          if (feeling === undefined) continue;
          const { shift, negated } = degreeOf(degree ?? "");
          found.push(
            report(FEELING.get(feeling.replace(/\s+/g, " ")), "stated", quote, shift, negated, past),
          );
        }
      }
    }
    for (const [quote, , between = "", word = ""] of text.matchAll(CAUSED)) {
      if (clause.asked) continue;
      const { shift, negated } = degreeOf(between + (quote.includes("n't ") ? " not" : ""));
      found.push(report(CAUSE.get(word.replace(/\s+/g, " ")), "cause", quote, shift, negated, false));
    }
    for (const { pattern, feeling, shift = 0 } of PHRASES) {
      const quote = pattern.exec(text)?.[0];
      if (quote !== undefined && !found.some((one) => one.feeling === feeling)) {
        found.push(report(feeling, "phrase", quote, shift, false, false));
      }
    }
    for (const { pattern, feeling } of EXCLAMATIONS) {
      const quote = pattern.exec(text)?.[0];
      if (quote !== undefined) found.push(report(feeling, "exclamation", quote, 0, false, false));
    }
    for (const [pattern, feeling] of DENIALS) {
      const quote = pattern.exec(text)?.[0];
      if (quote !== undefined && found.length === 0) {
        found.push(report(feeling, "phrase", quote, 0, true, false));
      }
    }
    return found.filter(({ feeling }) => feeling !== "");
  });
}

function report(
  feeling: string | undefined,
  kind: Report["kind"],
  quote: string,
  shift: number,
  negated: boolean,
  past: boolean,
): Report {
  return { feeling: feeling ?? "", who: "user", kind, shift, negated, past, quote: quote.trim() };
}

/** Whether a clause holds a feeling's word only out of politeness: "I'm afraid that …", "I'd love to …". */
export function isPolite(clauses: readonly Clause[]): boolean {
  return clauses.some(({ text }) => POLITE.test(text));
}
