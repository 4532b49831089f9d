/** What ends a sentence, and how far apart its parts may stand. */
const INNER = "[^.!?;\\n]";
const REACH = 160;

const word = (words: string) => `(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`;

/**
 * A sentence that holds all of `parts`, in whatever order, and none of `never`: people tell the same act with the words in any order, and
 * with others between them. All are lists of words as regular expressions on normalised text.
 */
export function together(parts: readonly string[], never: string): string {
  const all = parts.map((part) => `(?=${INNER}{0,${REACH}}?${word(part)})`).join("");
  return `(?<=(?:^|[.!?;\\n])[^\\p{L}\\d]*)(?!${INNER}{0,${REACH}}?${word(never)})${all}${INNER}{1,${REACH}}`;
}
