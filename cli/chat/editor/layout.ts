import stringWidth from "string-width";
import { heightOf } from "../../terminal/height.ts";

/** A text as rows of a terminal, and where its cursor stands among them. */
export interface Layout {
  rows: string[];
  row: number;
  column: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

interface Cell {
  segment: string;
  size: number;
  /** UTF-16 offset in the text. */
  index: number;
}

/**
 * Lays a text out in rows of at most `width` columns, the first after `prompt`, the others after as many blanks, broken
 * between words where there are any. A column stays free at the margin, so that the cursor never stands past it.
 * @param prompt may be coloured; its width is `promptWidth`
 */
export function layOut(
  text: string,
  cursor: number,
  width: number,
  { prompt, promptWidth }: { prompt: string; promptWidth: number },
): Layout {
  const room = Math.max(4, width - promptWidth - 1);
  const lines: Cell[][] = [[]];
  for (const { segment, index } of graphemes.segment(text)) {
    // A line end has no width; it is where a cursor before it stands.
    lines.at(-1)?.push({ segment, index, size: segment === "\n" ? 0 : stringWidth(segment) });
    if (segment === "\n") lines.push([]);
  }
  const rows = lines.flatMap((line) => breakLine(line, room));
  let place = { row: rows.length - 1, column: promptWidth + widthOf(rows.at(-1) ?? []) };
  for (const [row, cells] of rows.entries()) {
    const at = cells.findIndex(({ index }) => index === cursor);
    if (at !== -1) place = { row, column: promptWidth + widthOf(cells.slice(0, at)) };
  }
  const indent = " ".repeat(promptWidth);
  const texts = rows.map((cells) => cells.map(({ segment }) => segment === "\n" ? "" : segment).join(""));
  return { rows: texts.map((row, i) => (i === 0 ? prompt : indent) + row), ...place };
}

/** A line in rows of at most `room` columns; the blank at which it is broken hangs over. */
function breakLine(cells: readonly Cell[], room: number): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  for (const cell of cells) {
    if (widthOf(row) + cell.size > room) {
      if (cell.segment === " ") {
        rows.push([...row, cell]);
        row = [];
        continue;
      }
      const end = row.findLastIndex(({ segment }) => segment === " ") + 1;
      rows.push(end > 0 ? row.slice(0, end) : row);
      row = end > 0 ? row.slice(end) : [];
    }
    row.push(cell);
  }
  return [...rows, row];
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { size }) => sum + size, 0);
}

/** The rows around the cursor that fit a screen of `height` rows. */
export function visible({ rows, row, column }: Layout, height: number): Layout {
  if (rows.length <= height) return { rows, row, column };
  const first = Math.min(Math.max(0, row - height + 1), rows.length - height);
  return { rows: rows.slice(first, first + height), row: row - first, column };
}

/** How far below its first row the cursor of a drawn layout stands after the screen has become `columns` wide. */
export function cursorDepth({ rows, row, column }: Layout, columns: number): number {
  const above = rows.slice(0, row).reduce((sum, line) => sum + heightOf(line, columns), 0);
  return above + Math.floor(column / Math.max(1, columns));
}
