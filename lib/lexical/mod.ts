export { analyze } from "./analyze.ts";
export { openLexicalIndex } from "./local_index.ts";
export type { LexicalHit, LexicalIndex, LexicalIndexStats, LexicalSearchOptions } from "./types.ts";
