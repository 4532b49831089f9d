import type { EmpathyRequest } from "./contract.ts";
import { type FeelingName, feelingOf } from "./feelings.ts";
import type { Language } from "./language.ts";
import { STEMS } from "./reports.ts";

/** The user's own feeling, as far as it is clear enough to be answered. */
export interface Mood {
  /** `undefined`: neutral, or not the user's. */
  feeling: FeelingName | undefined;
  /** 0..1. */
  intensity: number;
}

const NEUTRAL: Mood = { feeling: undefined, intensity: 0 };

/** Below these the emotion service's guess is not answered: sympathy for a neutral question is the worse error. */
const LEAST_CONFIDENCE = 0.35;
const LEAST_INTENSITY = 0.2;

/** Labels that plain questions often get; without much intensity they are not answered as feelings. */
const OF_QUESTIONS = new Set<FeelingName>(["confusion", "hope", "love", "boredom"]);
const STRONG = 0.6;

/** The emotion service's classifier knows English; of other languages only what it says surely counts. */
const SURE = 0.7;

/**
 * What the emotion service (or the caller) says of the text; without it, what the text itself says. In other languages than
 * English the text goes first.
 */
export function moodOf(text: string, emotion: EmpathyRequest["emotion"], language: Language): Mood {
  if (emotion === undefined) return moodOfText(text, language);
  const foreign = language !== "en" && typeof emotion !== "string";
  const stated = foreign ? moodOfText(text, language) : NEUTRAL;
  if (stated.feeling) return stated;
  if (foreign && (emotion.confidence ?? 1) < SURE) return NEUTRAL;
  const given = typeof emotion === "string"
    ? { emotion, confidence: undefined, intensity: undefined, whose: undefined }
    : emotion;
  const { confidence = 1, intensity = 0.5, whose } = given;
  if (whose !== undefined && whose !== "user" && whose !== "self") return NEUTRAL;
  const feeling = feelingOf(given.emotion);
  if (!feeling || confidence < LEAST_CONFIDENCE || intensity < LEAST_INTENSITY) return NEUTRAL;
  if (OF_QUESTIONS.has(feeling) && intensity < STRONG && moodOfText(text, language).feeling !== feeling) {
    return NEUTRAL;
  }
  return { feeling, intensity };
}

const words = (list: string) => new RegExp(`(?<![\\p{L}'])(?:${list})(?![\\p{L}])`, "giu");

const FIRST = words(
  "i|i'm|i've|im|me|my|ich|mich|mir|bin|je|j'\\p{L}+|me|suis|moi|yo|estoy|siento|tengo|soy|sono|mi|sento|ho|eu|estou|sinto|tenho|fico|ik|mij|voel|jestem|czuję|mam|mnie|się",
);
const THIRD = words(
  "he|she|they|you|people|boss|friend|mother|father|brother|sister|customer|customers|er|sie|mein chef|man|il|elle|ils|elles|él|ella|ellos|lui|lei|loro|ele|ela|eles|hij|zij|jij|on|ona|oni|ty",
);
const NEGATION = words(
  "not|never|no longer|isn't|don't|didn't|wasn't|nicht|nie|kein\\p{L}*|ne|pas|no|nunca|non|mai|não|niet|nooit",
);
const STRONGER = words(
  "so|very|really|extremely|totally|sehr|total|unglaublich|très|tellement|muy|tan|molto|davvero|muito|tão|heel|erg|bardzo|tak",
);

/** A feeling that the writer reports of himself, by the words for it. */
function moodOfText(text: string, language: Language): Mood {
  const sentences = text.slice(0, 4_000).replace(/[’`´]/g, "'").split(/(?<=[.!?\n])\s+/u);
  for (const sentence of sentences) {
    for (const [feeling, stems] of Object.entries(STEMS[language])) {
      const match = new RegExp(`(?<![\\p{L}])(?:${stems})`, "iu").exec(sentence);
      const name = feelingOf(feeling);
      if (!match || !name) continue;
      const before = sentence.slice(0, match.index);
      if (!isOwn(before, sentence, match.index) || lastIndex(NEGATION, before.slice(-24)) >= 0) continue;
      const raised = (STRONGER.test(before) ? 0.2 : 0) +
        (/!|\p{Extended_Pictographic}/u.test(sentence) ? 0.1 : 0);
      STRONGER.lastIndex = 0;
      return { feeling: name, intensity: Math.min(1, 0.5 + raised) };
    }
  }
  return NEUTRAL;
}

/** The nearest person named before the word (or, where none is, anywhere in the sentence) is the writer. */
function isOwn(before: string, sentence: string, index: number): boolean {
  const first = lastIndex(FIRST, before);
  const third = lastIndex(THIRD, before);
  if (first >= 0 || third >= 0) return first > third;
  // "So frustrated with this", "Merci beaucoup": a fragment, or a word of thanks.
  return index < 12 && !sentence.includes("?") ||
    lastIndex(FIRST, sentence.slice(index)) >= 0 && !sentence.includes("?");
}

function lastIndex(pattern: RegExp, text: string): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}
