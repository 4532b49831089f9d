import type { Feeling } from "./feelings.ts";
import { tokenize } from "./classifier/tokens.ts";

/**
 * What emphasis adds, as VADER counts it on a scale of 4 a side (Hutto & Gilbert 2014, "VADER: A Parsimonious Rule-based Model for
 * Sentiment Analysis of Social Media Text"): .292 an exclamation mark, up to four; .733 for capitals.
 */
const EXCLAMATION = 0.292 / 4;
const CAPITALS = 0.733 / 4;
const DRAWN_OUT = 0.293 / 4;

/** How much the way of writing adds to a feeling: exclamation marks, capitals, letters drawn out. */
export function emphasis(text: string): number {
  const marks = Math.min(4, text.match(/!/g)?.length ?? 0);
  const tokens = new Set(tokenize(text));
  const capitals = tokens.has("⟨shouted⟩") ? CAPITALS : tokens.has("⟨caps⟩") ? CAPITALS / 2 : 0;
  return marks * EXCLAMATION + capitals + (tokens.has("⟨long⟩") ? DRAWN_OUT : 0);
}

/**
 * How strong a feeling is, 0 to 1: what its name says ("rage" is more than "irritation"), less where it is only guessed, plus degree words and
 * emphasis.
 *
 * @param confidence of the feeling, 0 to 1
 * @param shift what degree words add
 */
export function intensityOf(feeling: Feeling, confidence: number, shift: number, emphatic: number): number {
  if (feeling.name === "neutral") return Math.min(0.15, emphatic / 4);
  const base = feeling.intensity * (0.6 + 0.4 * confidence);
  return Math.min(1, Math.max(0.05, base + shift + emphatic));
}
