import { type FeelingName, FEELINGS, isHard } from "./feelings.ts";
import type { Language } from "./language.ts";
import { TEMPLATES } from "./openings/templates.ts";

/**
 * Sentences that mirror a feeling in the user's language, the one chosen for this text first. The same text always gets the same
 * order; different texts get different ones.
 */
export function mirrorSentences(text: string, feeling: FeelingName, language: Language): string[] {
  const noun = FEELINGS[feeling].words[language];
  const templates = TEMPLATES[language][isHard(feeling) ? "hard" : "good"];
  const first = hash(`${feeling} ${text}`) % templates.length;
  return templates.map((_, i) => {
    const template = templates[(first + i) % templates.length] ?? "";
    return template.replaceAll("{n}", noun).replaceAll("{N}", capital(noun));
  });
}

/** What a model is told of the feeling to mirror. */
export function mirrorDirective(feeling: FeelingName, intensity: number): string {
  const noun = FEELINGS[feeling].words.en;
  const strength = intensity >= 0.75 ? "strong " : "";
  return isHard(feeling)
    ? `The user feels ${strength}${noun}. Name this feeling once, in your own words, in the first sentence.`
    : `The user expresses ${strength}${noun}. Take it up once, briefly, in the first sentence.`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** FNV-1a, 32 bit (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
