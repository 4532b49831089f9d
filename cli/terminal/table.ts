import { stripVTControlCharacters } from "node:util";
import { paint, terminalWidth } from "./output.ts";

/** Rows under a head, in columns as wide as their content. On a terminal the `flexible` column is cut to fit. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], flexible = 0): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => visible(row[i] ?? ""))));
  if (Deno.stdout.isTerminal()) {
    const over = widths.reduce((sum, width) => sum + width + 2, -2) - terminalWidth();
    if (over > 0) widths[flexible] = Math.max(12, (widths[flexible] ?? 0) - over);
  }
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => fit(cell, widths[i] ?? 0, i === cells.length - 1)).join("  ").trimEnd();
  return [paint("bold", line(head)), ...rows.map(line)].join("\n");
}

function visible(text: string): number {
  return stripVTControlCharacters(text).length;
}

function fit(text: string, width: number, last: boolean): string {
  const length = visible(text);
  // The end of a path tells more than its beginning.
  if (length > width) return `…${stripVTControlCharacters(text).slice(length - width + 1)}`;
  return last ? text : text + " ".repeat(width - length);
}
