import stringWidth from "string-width";

/** Rows that a written line takes on a screen of `columns`, which a terminal lays out anew when it gets narrower. */
export function heightOf(line: string, columns: number): number {
  return Math.max(1, Math.ceil(stringWidth(line) / Math.max(1, columns)));
}
