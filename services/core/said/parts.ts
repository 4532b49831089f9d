import { splitSentences } from "../../../lib/documents/mod.ts";
import { dropMarkers } from "../answer/markers.ts";

/** Longest part in characters: about 200 tokens, which small embedding models tell apart best. */
const MOST = 900;

/**
 * A message in the parts that are indexed: whole sentences up to a length, so that a long paste is found by any of its
 * passages. The markers of citations are no part of what was said. Never empty for a text that holds a word.
 */
export function messageParts(text: string): string[] {
  const plain = dropMarkers(text).trim();
  if (plain.length <= MOST) return plain === "" ? [] : [plain];
  const parts: string[] = [];
  let part = "";
  for (const { start, end } of splitSentences(plain)) {
    for (const piece of pieces(plain.slice(start, end))) {
      if (part !== "" && part.length + piece.length + 1 > MOST) {
        parts.push(part);
        part = "";
      }
      part = part === "" ? piece : `${part} ${piece}`;
    }
  }
  return part === "" ? parts : [...parts, part];
}

/** A sentence without an end, such as a log or a line of base64, is cut where it is too long. */
function pieces(sentence: string): string[] {
  const cut: string[] = [];
  for (let at = 0; at < sentence.length; at += MOST) cut.push(sentence.slice(at, at + MOST));
  return cut;
}
