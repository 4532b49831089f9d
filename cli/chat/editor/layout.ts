import stringWidth from "string-width";

/** A text as rows of a terminal, and where its cursor stands among them. */
export interface Layout {
  rows: string[];
  row: number;
  column: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Lays a text out in rows of at most `width` columns, the first after `prompt`, the others after as many blanks. A row
 * that is full wraps at once, so that the cursor never stands past the margin.
 * @param prompt may be coloured; its width is `promptWidth`
 */
export function layOut(
  text: string,
  cursor: number,
  width: number,
  { prompt, promptWidth }: { prompt: string; promptWidth: number },
): Layout {
  const room = Math.max(4, width - promptWidth);
  const rows: string[] = [];
  let row = "";
  let used = 0;
  let place = { row: 0, column: promptWidth };
  const end = () => {
    rows.push(row);
    row = "";
    used = 0;
  };
  for (const { segment, index } of graphemes.segment(text)) {
    const size = segment === "\n" ? 0 : stringWidth(segment);
    if (segment !== "\n" && used + size > room) end();
    if (index === cursor) place = { row: rows.length, column: promptWidth + used };
    if (segment === "\n") end();
    else {
      row += segment;
      used += size;
    }
  }
  if (used === room) end();
  if (cursor >= text.length) place = { row: rows.length, column: promptWidth + used };
  rows.push(row);
  const indent = " ".repeat(promptWidth);
  return { rows: rows.map((row, i) => (i === 0 ? prompt : indent) + row), ...place };
}

/** The rows around the cursor that fit a screen of `height` rows. */
export function visible({ rows, row, column }: Layout, height: number): Layout {
  if (rows.length <= height) return { rows, row, column };
  const first = Math.min(Math.max(0, row - height + 1), rows.length - height);
  return { rows: rows.slice(first, first + height), row: row - first, column };
}
