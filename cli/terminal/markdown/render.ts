import type { Token, Tokens } from "marked";
import stringWidth from "string-width";
import { paint } from "../output.ts";
import { foldStyled } from "../wrap.ts";
import { renderInline } from "./inline.ts";
import { renderTable } from "./table.ts";

/** A block of Markdown as lines of at most `width` columns. */
export function renderBlock(token: Token, width: number): string[] {
  switch (token.type) {
    case "space":
    case "def":
      return [];
    case "heading":
      return fold(
        paint(token.depth === 1 ? ["bold", "underline"] : "bold", renderInline(token.tokens ?? [])),
        width,
      );
    case "code":
      return token.text.split("\n").flatMap((line: string) =>
        hardFold(line.replaceAll("\t", "    "), width - 4).map((part) => `    ${paint("cyan", part)}`)
      );
    case "blockquote":
      return renderBlocks(token.tokens ?? [], width - 2).map((line) =>
        `${paint("dim", "│")} ${paint("dim", line)}`
      );
    case "hr":
      return [paint("dim", "─".repeat(Math.min(width, 40)))];
    case "list":
      return renderList(token as Tokens.List, width);
    case "table":
      return renderTable(token as Tokens.Table, width);
    case "html":
      return fold(token.text.replace(/<[^>]*>/g, "").trim(), width).filter(Boolean);
    default:
      return fold("tokens" in token && token.tokens ? renderInline(token.tokens) : token.raw, width);
  }
}

/** Blocks one after the other, a blank line between two. */
export function renderBlocks(tokens: readonly Token[], width: number): string[] {
  const blocks = tokens.map((token) => renderBlock(token, width)).filter((lines) => lines.length > 0);
  return blocks.flatMap((lines, i) => i === 0 ? lines : ["", ...lines]);
}

function renderList({ items, ordered, start, loose }: Tokens.List, width: number): string[] {
  const first = typeof start === "number" ? start : 1;
  return items.flatMap((item, i) => {
    const mark = item.task ? (item.checked ? "☑" : "☐") : ordered ? `${first + i}.` : "•";
    const indent = " ".repeat(stringWidth(mark) + 1);
    // The box of a task is the item's mark.
    const tokens = item.tokens.filter(({ type }) => type !== "checkbox");
    const inner = loose
      ? renderBlocks(tokens, width - indent.length)
      : tokens.flatMap((token) => renderBlock(token, width - indent.length));
    const lines = inner.length === 0 ? [""] : inner;
    return [
      ...(loose && i > 0 ? [""] : []),
      ...lines.map((line, row) => row === 0 ? `${mark} ${line}` : line === "" ? "" : indent + line),
    ];
  });
}

/** A styled text in lines; its own line ends stay where the writer set them hard. */
function fold(text: string, width: number): string[] {
  const flowing = text.replace(
    /(?<! {2})\n(?!\n)/g,
    (_, at: number) => HARD.test(text.slice(at + 1)) || CITED.test(text.slice(0, at)) ? "\n" : " ",
  );
  return foldStyled(flowing, Math.max(8, width), { hard: true, trim: true }).split("\n");
}

/** Lines that begin like this were set apart on purpose, though Markdown would join them. */
const HARD = /^(\[\d+\]|[-*•]\s|\d+[.)]\s)/;

/** A line that ends with the number of its source is a quote of its own. */
const CITED = /\[\d+\]$/;

function hardFold(line: string, width: number): string[] {
  return foldStyled(line, Math.max(8, width), { hard: true, trim: false, wordWrap: false }).split("\n");
}
