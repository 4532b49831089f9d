import process from "node:process";

/**
 * Text in lines that fit the terminal, each after `indent`, broken between words. Elsewhere than on a terminal the text
 * stays one line, for programs to read.
 *
 * @param stream where it will be written
 */
export function wrap(text: string, indent = "", stream: NodeJS.WriteStream = process.stdout): string {
  if (stream.isTTY !== true) return indent + text;
  const width = Math.max(20, (stream.columns ?? 80) - indent.length);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((line) => indent + line).join("\n");
}
