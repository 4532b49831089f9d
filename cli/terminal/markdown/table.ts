import type { Tokens } from "marked";
import stringWidth from "string-width";
import { paint } from "../output.ts";
import { foldStyled } from "../wrap.ts";
import { renderInline } from "./inline.ts";

/** Columns narrower than this are not made for the sake of others. */
const LEAST = 6;

/** A table with its columns as wide as they need, or as wide as fits, their cells wrapped. */
export function renderTable({ header, rows, align }: Tokens.Table, width: number): string[] {
  const cells = [header, ...rows].map((row) =>
    row.map(({ tokens }) => renderInline(tokens).replaceAll("\n", " "))
  );
  const gap = 2;
  if (header.length * (LEAST + gap) - gap > width) return renderRecords(cells, width);
  const natural = header.map((_, i) => Math.max(...cells.map((row) => stringWidth(row[i] ?? ""))));
  const widths = fit(natural, width - gap * (header.length - 1));
  const lines = cells.flatMap((row, r) => {
    const parts = widths.map((size, i) => foldStyled(row[i] ?? "", size, { hard: true }).split("\n"));
    const height = Math.max(...parts.map((part) => part.length));
    return Array.from({ length: height }, (_, line) =>
      parts.map((part, i) => {
        const text = pad(part[line] ?? "", widths[i] ?? 0, align[i] ?? null);
        return r === 0 ? paint("bold", text) : text;
      }).join(" ".repeat(gap)).trimEnd());
  });
  const ruled = widths.map((size) => "─".repeat(size)).join(" ".repeat(gap));
  const head = Math.max(
    ...(cells[0] ?? []).map((cell, i) => foldStyled(cell, widths[i] ?? 1, { hard: true }).split("\n").length),
  );
  return [...lines.slice(0, head), paint("dim", ruled), ...lines.slice(head)];
}

/** A table that is too wide for the screen: each row as lines of "column: value", a blank line between two rows. */
function renderRecords([header = [], ...rows]: readonly string[][], width: number): string[] {
  return rows.flatMap((row, r) => {
    const lines = header.flatMap((title, i) =>
      foldStyled(`${paint("bold", title)}: ${row[i] ?? ""}`, Math.max(8, width), { hard: true }).split("\n")
    );
    return r === 0 ? lines : ["", ...lines];
  });
}

/** Narrows the widest columns first until all fit. */
function fit(natural: readonly number[], room: number): number[] {
  const widths = natural.map((size) => Math.max(1, size));
  while (widths.reduce((sum, size) => sum + size, 0) > room) {
    const widest = Math.max(...widths);
    if (widest <= LEAST) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function pad(text: string, width: number, align: "left" | "right" | "center" | null): string {
  const blank = Math.max(0, width - stringWidth(text));
  if (align === "right") return " ".repeat(blank) + text;
  if (align === "center") return " ".repeat(blank >> 1) + text + " ".repeat(blank - (blank >> 1));
  return text + " ".repeat(blank);
}
