/** A part of a message with one subject: feelings in it belong to that subject. */
export interface Clause {
  /** Lower case, straight quotes, single spaces. */
  text: string;
  /** As it was written. */
  original: string;
  /** Whether it only supposes something: "if I were angry". */
  supposed: boolean;
  /** Whether it asks. */
  asked: boolean;
}

const BREAK =
  /(?<=[.!?;:\n…])\s*|,\s*|(?<!\s)\s+(?=(?:but|however|although|though|yet|while|whereas|because|so that|and (?:i|i'm|i’m|he|she|they|my|we|now|it)|when|if)\b)/giu;
const SUPPOSED = /^(?:and |but )?(?:if|unless|in case|suppose|imagine|would|could|should)\b/;

/** A message without code and without what it quotes from others. */
export function plainText(text: string): string {
  return text
    .replace(/```[\s\S]*?(?:```|$)/g, " ")
    .replace(/`[^`\n]*`/g, " code ")
    .replace(/^[^\S\r\n\u2028\u2029]*>.*$/gm, " ")
    .replace(/[“"][^“”"\n]{0,400}[”"]/g, " quote ");
}

/** The clauses of a message, code and quotations left out. */
export function clausesOf(text: string): Clause[] {
  return plainText(text).split(BREAK).map((part) => {
    const original = part.trim();
    const lower = original.replaceAll("’", "'").toLowerCase().replace(/\s+/g, " ");
    return { text: lower, original, supposed: SUPPOSED.test(lower), asked: lower.endsWith("?") };
  }).filter(({ text }) => text !== "");
}
