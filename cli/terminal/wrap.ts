import process from "node:process";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { restyled } from "./own.ts";

/**
 * Text in lines that fit the terminal, each after `indent` and the blanks that it begins with, broken between words. Elsewhere than on a terminal the text
 * stays one line, for programs to read.
 *
 * @param stream where it will be written
 */
export function wrap(text: string, indent = "", stream: NodeJS.WriteStream = process.stdout): string {
  if (stream.isTTY !== true) return indent + text;
  const [lead = ""] = /^ {0,16}/.exec(text) ?? [];
  const width = Math.max(20, (stream.columns || 80) - stringWidth(indent + lead));
  return foldStyled(text, width, { hard: true }).split("\n").map((line) => indent + lead + line).join("\n");
}

/** Text that may be styled in lines of at most `width` columns, each of which opens and closes its own styles. */
export function foldStyled(text: string, width: number, options: Parameters<typeof wrapAnsi>[2]): string {
  return restyled(text, (plain) => wrapAnsi(plain, width, options));
}
