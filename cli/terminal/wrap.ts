import process from "node:process";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

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
  return wrapAnsi(text, width, { hard: true }).split("\n").map((line) => indent + lead + line).join("\n");
}
