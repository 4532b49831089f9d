import type { CrisisKind } from "../contract.ts";
import type { Language } from "../language.ts";
import { GERMAN } from "./de.ts";
import { ELSEWHERE_TEXTS } from "./elsewhere.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";
import { ITALIAN } from "./it.ts";
import { DUTCH } from "./nl.ts";
import { POLISH } from "./pl.ts";
import { PORTUGUESE } from "./pt.ts";
import type { SupportTexts } from "./types.ts";

/** Which of the texts is said, where the risk is more than faint. */
export type Said = "self" | "now" | "taken" | "abuse" | "violence" | "medical" | "other";

export const SUPPORT_TEXTS: Readonly<Record<Language, SupportTexts>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
  pl: POLISH,
};

/** Which of the texts fits a kind of danger. `acute`: something was done already, or is about to be. */
export function textFor(kind: CrisisKind, acute: boolean): Said {
  switch (kind) {
    case "abuse":
      return "abuse";
    case "violence":
      return "violence";
    case "medical":
      return "medical";
    case "poisoning":
      return "taken";
    case "other_person":
      return "other";
    case "suicide":
    case "self_harm":
    case "eating":
    case "distress":
      return acute ? "now" : "self";
    default:
      return kind satisfies never;
  }
}

/** What the caring texts begin with, or end with: by these an answer in a history is known as one. */
const CARING = Object.values(SUPPORT_TEXTS).flatMap(({ low, eating, health, after, places }) => [
  low,
  eating,
  health,
  places,
  ...after,
]).concat(Object.values(ELSEWHERE_TEXTS).map((words) => words.split("{place}")[0] ?? words));

/** True for an answer that was given to a danger. */
export function isCaring(answer: string): boolean {
  return CARING.some((words) => answer.includes(words));
}
