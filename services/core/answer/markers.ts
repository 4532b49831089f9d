// White space is only looked at from its first character on: from each, the search would grow with the square of it.

/** The numbers of sources in an answer that a model writes: [1], [1, 3], with the space before them. */
export const MARKER = /(?<!\s)\s*\[(\d+(?:\s*,\s*\d+)*)\]/g;
/** The beginning of what may become a marker; it is held back until it is known. */
export const OPEN_MARKER = /(?<!\s)\s*\[[\d\s,]{0,24}$|(?<!\s)\s+$/;

const STORED = /(?<!\s)\s*\[\d+\]/g;

/** An answer as it is stored, without the numbers of its sources. */
export function dropMarkers(answer: string): string {
  return answer.replace(STORED, "");
}
