import type { Feeling } from "../../services/emotion/contract.ts";

/** Valence from which on a feeling counts as pleasant, or below whose opposite as unpleasant. */
const LEANS = 0.2;
/** Arousal from which on an unpleasant feeling counts as stirred: anger and fear rather than sadness. */
const STIRRED = 0.1;

/** A colour of the terminal that stands for a mood. */
export type Tint = "green" | "red" | "blue";

/** The colour of a place on Russell's circumplex: pleasant green, unpleasant and stirred red, unpleasant and calm blue, the middle none. */
export function tintOf(feeling: Pick<Feeling, "valence" | "arousal"> | undefined): Tint | undefined {
  if (!feeling || Math.abs(feeling.valence) < LEANS) return undefined;
  if (feeling.valence > 0) return "green";
  return feeling.arousal >= STIRRED ? "red" : "blue";
}

/** A valence as a word. */
export function valenceWord(valence: number): string {
  if (Math.abs(valence) < LEANS) return "even";
  const strength = Math.abs(valence) >= 0.6 ? "very " : Math.abs(valence) >= 0.4 ? "" : "rather ";
  return `${strength}${valence > 0 ? "pleasant" : "unpleasant"}`;
}

/** A number between -1 and 1 with its sign, as `+0.35`. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return `${text === "0.00" ? " " : value < 0 ? "-" : "+"}${text}`;
}
