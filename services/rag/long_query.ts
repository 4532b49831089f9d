/** Longest text that is searched for as it is, in UTF-16 units: more than any model of the index reads. */
const MOST = 4_000;

/**
 * What is searched for. Of a long paste it is the beginning and the end, where the question stands that goes with it
 * (`cat letter.txt | morgan query "Which deadline does this set?"`), cut at a word.
 */
export function searchable(text: string): string {
  if (text.length <= MOST) return text;
  const first = text.slice(0, MOST * 3 / 4).replace(/\S{0,100}$/u, "");
  const last = text.slice(-MOST / 4).replace(/^\S{0,100}/u, "");
  return `${first} ${last}`.toWellFormed();
}
