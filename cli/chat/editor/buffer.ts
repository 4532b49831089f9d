/** A text being edited and the place of the cursor in it, a UTF-16 offset that stands between two graphemes. */
export interface Buffer {
  readonly text: string;
  readonly cursor: number;
}

export const EMPTY: Buffer = { text: "", cursor: 0 };

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Puts text in at the cursor. */
export function insert({ text, cursor }: Buffer, added: string): Buffer {
  return { text: text.slice(0, cursor) + added + text.slice(cursor), cursor: cursor + added.length };
}

/** Removes from the cursor to `to`, which may lie on either side. */
export function removeTo({ text, cursor }: Buffer, to: number): Buffer {
  const [start, end] = to < cursor ? [to, cursor] : [cursor, to];
  return { text: text.slice(0, start) + text.slice(end), cursor: start };
}

export function moveTo({ text }: Buffer, to: number): Buffer {
  return { text, cursor: Math.min(text.length, Math.max(0, to)) };
}

/** Where the grapheme before the cursor begins. */
export function before({ text, cursor }: Buffer): number {
  let last = 0;
  for (const { index } of graphemes.segment(text.slice(0, cursor))) last = index;
  return last;
}

/** Where the grapheme after the cursor ends. */
export function after({ text, cursor }: Buffer): number {
  const [next] = graphemes.segment(text.slice(cursor));
  return cursor + (next?.segment.length ?? 0);
}

/** Where the word before the cursor begins. */
export function wordBefore({ text, cursor }: Buffer): number {
  return cursor - (/[\p{L}\p{N}\p{M}_]*[^\p{L}\p{N}\p{M}_]*$/u.exec(text.slice(0, cursor))?.[0].length ?? 0);
}

/** Where the word after the cursor ends. */
export function wordAfter({ text, cursor }: Buffer): number {
  return cursor + (/^[^\p{L}\p{N}\p{M}_]*[\p{L}\p{N}\p{M}_]*/u.exec(text.slice(cursor))?.[0].length ?? 0);
}

export function lineStart({ text, cursor }: Buffer): number {
  return text.lastIndexOf("\n", cursor - 1) + 1;
}

export function lineEnd({ text, cursor }: Buffer): number {
  const end = text.indexOf("\n", cursor);
  return end === -1 ? text.length : end;
}

/** The cursor a line further up (-1) or down (1), as near to its column as there is text; `undefined` past the ends. */
export function vertical(buffer: Buffer, direction: -1 | 1): Buffer | undefined {
  const start = lineStart(buffer);
  const column = buffer.cursor - start;
  if (direction === -1) {
    if (start === 0) return undefined;
    const above = lineStart({ text: buffer.text, cursor: start - 1 });
    return moveTo(buffer, Math.min(above + column, start - 1));
  }
  const end = lineEnd(buffer);
  if (end === buffer.text.length) return undefined;
  return moveTo(buffer, Math.min(end + 1 + column, lineEnd({ text: buffer.text, cursor: end + 1 })));
}
