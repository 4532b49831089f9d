import { marked, type Token } from "marked";

/** Blocks within one another on one line: people write three; at some thousands the parser's stack overflows. */
const DEEPEST = 100;
/** Characters of a line up to which marks of emphasis are looked for; that takes the square of its length. */
const LONGEST_LINE = 5_000;

const TOO_DEEP = new RegExp(String.raw`^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){${DEEPEST + 1}}`, "m");

/** The blocks of a Markdown text. What no reader could make out as Markdown, and the parser not in time, is one block of plain text. */
export function lexBlocks(text: string): Token[] {
  return TOO_DEEP.test(text) || text.split("\n").some((line) => line.length > LONGEST_LINE)
    ? [{ type: "text", raw: text, text }]
    : marked.lexer(text);
}
