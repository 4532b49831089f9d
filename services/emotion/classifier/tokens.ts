/**
 * What the classifier reads in a message. Beside words these carry emotion in writing: emoji and emoticons, runs of punctuation,
 * letters drawn out ("soooo") and capitals (Brody & Diakopoulos 2011, "Cooooooooooooooollllllllllllll…", on elongation).
 */

const EMOTICON = String
  .raw`[<>]?[:;=8xX][-o*']?[)\](\[dDpP/\\|}{@3](?![a-zA-Z0-9])|<3|</3|\^_*\^|[-~]_+[-~]|T_T`;
const EMOJI = String
  .raw`\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*`;
const PLACEHOLDER = String.raw`\[[A-Z]+\]`;
const WORD = String.raw`[\p{L}\p{M}]+(?:['’][\p{L}]+)*|\p{N}+`;
const TOKEN = new RegExp(`${PLACEHOLDER}|${EMOTICON}|${EMOJI}|${WORD}|([^\\p{L}\\p{N}\\s])\\1*`, "gu");

/** Characters of a message that are read; the rest adds time, not meaning. */
const MAX_CHARACTERS = 4000;

/** The tokens of a message, in order, lower-cased; marks such as `⟨caps⟩` stand after the token that they are about. */
export function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let shouted = 0;
  let words = 0;
  for (const [token] of text.slice(0, MAX_CHARACTERS).normalize("NFC").matchAll(TOKEN)) {
    if (/^[\p{L}\p{M}]/u.test(token)) {
      words++;
      const plain = token.replaceAll("’", "'").toLowerCase();
      const short = plain.replace(/(\p{L})\1{2,}/gu, "$1$1");
      tokens.push(short);
      if (short !== plain) tokens.push("⟨long⟩");
      if (token.length > 2 && token === token.toUpperCase() && token !== token.toLowerCase()) shouted++;
    } else if (/^\p{N}/u.test(token)) {
      tokens.push(token.length > 2 ? "⟨number⟩" : token);
    } else if (/^([!?.])\1+$/.test(token)) {
      tokens.push(token.slice(0, 3));
    } else {
      tokens.push(token);
    }
  }
  if (shouted > 0) tokens.push(words > 2 && shouted > words / 2 ? "⟨shouted⟩" : "⟨caps⟩");
  return tokens;
}
