/**
 * A text that is still being written, with the emphasis and code that are open in its last line closed: a reader sees
 * **bold** grow as bold, not its asterisks first. What comes last and may be the beginning of a mark is left out.
 */
export function closeMarks(text: string): string {
  const start = text.lastIndexOf("\n") + 1;
  const line = text.slice(start);
  const open: string[] = [];
  for (const { 0: mark, index } of line.matchAll(/\*+|`+/g)) {
    const end = index + mark.length;
    if (open.at(-1)?.startsWith("`")) {
      // Within code only its own mark means anything.
      if (mark === open.at(-1)) open.pop();
    } else if (mark === open.at(-1) && /\S/.test(line[index - 1] ?? "")) open.pop();
    else if (end === line.length) return text.slice(0, start) + close(line.slice(0, index), open);
    else if (mark.startsWith("`") || /\S/.test(line[end] ?? "")) open.push(mark);
  }
  return text.slice(0, start) + close(line, open);
}

/** Closing marks hold only right after text. */
function close(line: string, open: readonly string[]): string {
  return open.length === 0 ? line : line.trimEnd() + open.toReversed().join("");
}
