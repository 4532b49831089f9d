/** Wordings as one pattern, on text in lower case without accents; they begin and end at a word. */
export function phrases(list: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${list.join("|")})(?![\\p{L}])`, "u");
}
