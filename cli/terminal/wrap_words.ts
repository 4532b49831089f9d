/**
 * Morgan's own sentences in lines of at most `width` columns, broken at blanks. What others wrote, in any script or with
 * colours, is for `wrap`; this is what every command loads, and is loaded in no time.
 */
export function wrapWords(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
