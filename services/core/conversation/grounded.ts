import { analyze } from "../../../lib/lexical/mod.ts";
import { isFunctionTerm } from "../answer/sentences.ts";

/** Share of a text's words that what it retells must hold. */
const SUPPORT = 0.6;

/**
 * True for a text that retells `source`: every number and every name in it stands there, and most of its words do. A
 * small model that is asked for a summary likes to make things up; this finds what is checkable of it.
 */
export function isGrounded(text: string, source: string): boolean {
  const known = new Set(analyze(source));
  const names = text.match(/\p{Lu}(?<=[\p{Ll},;:]\s+\p{Lu})\p{L}+|\d[\d.,:/-]*\d|\d/gu) ?? [];
  if (!names.every((name) => analyze(name).every((term) => known.has(term)))) return false;
  const terms = [...new Set(analyze(text))].filter((term) => !isFunctionTerm(term));
  if (terms.length === 0) return false;
  return terms.filter((term) => known.has(term)).length / terms.length >= SUPPORT;
}
