/** Letters that stand for a number, one for each number, as no language has them. */
export function lettersOf(n: number): string {
  return [...String(n).padStart(5, "0")].map((digit) => "bcdfghjklm"[Number(digit)]).join("");
}

/** A place that is named once: letters alone, as names have. */
export function placeName(n: number): string {
  return `Q${[...n.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join("")}heim`;
}

/** The text of a document: what a question names, and the word that is its answer. */
export function documentText(about: string, word: string): string {
  return `The keeper of the ${about} lighthouse hides the ${word} in the cellar.\n`;
}

/** A question that is answered by one document. */
export function questionAbout(about: string): string {
  return `What does the keeper of the ${about} lighthouse hide?`;
}
