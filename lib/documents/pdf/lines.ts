/** One run of text as pdf.js gives it (`TextItem`), as far as it is used here. */
export interface TextRun {
  str: string;
  dir: string;
  width: number;
  transform: number[];
  hasEOL: boolean;
}

/** One line of a page, in the frame of its own writing direction: `x` along the line, `y` up from it, in points. */
export interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  /** Degrees, rounded, counter-clockwise. */
  angle: number;
}

/** Joins the runs of a page to lines, in the order in which the page draws them (pdf.js marks the ends of lines). */
export function toLines(runs: readonly TextRun[]): Line[] {
  const lines: Line[] = [];
  let current: TextRun[] = [];
  const flush = () => {
    const line = toLine(current);
    if (line !== null) lines.push(line);
    current = [];
  };
  for (const run of runs) {
    if (run.str !== "") current.push(run);
    if (run.hasEOL) flush();
  }
  flush();
  return lines;
}

function toLine(runs: readonly TextRun[]): Line | null {
  const rightToLeft = runs.filter((run) => run.dir === "rtl").length;
  const solid = runs.filter((run) => run.str.trim() !== "");
  const first = solid[0];
  if (first === undefined) return null;
  const drawnLeftToRight = (solid.at(-1)?.transform[4] ?? 0) > (first.transform[4] ?? 0);
  const ordered = rightToLeft > solid.length / 2 && drawnLeftToRight ? runs.toReversed() : runs;
  const text = compatible(ordered.map((run) => run.str).join("")).replace(/[\s\u00a0]+/g, " ").trim();
  if (text === "") return null;
  const [a = 1, b = 0] = first.transform;
  const angle = Math.atan2(b, a);
  let x = Infinity;
  let right = -Infinity;
  let size = 0;
  let weight = 0;
  for (const run of solid) {
    const along = (run.transform[4] ?? 0) * Math.cos(angle) + (run.transform[5] ?? 0) * Math.sin(angle);
    x = Math.min(x, along);
    right = Math.max(right, along + run.width);
    size += Math.hypot(run.transform[2] ?? 0, run.transform[3] ?? 0) * run.str.length;
    weight += run.str.length;
  }
  const y = (first.transform[5] ?? 0) * Math.cos(angle) - (first.transform[4] ?? 0) * Math.sin(angle);
  return { text, x, right, y, size: size / weight || 1, angle: Math.round(angle * 180 / Math.PI) };
}

/** Ligatures and Arabic presentation forms as the letters they stand for; zero bytes and other controls gone. */
function compatible(text: string): string {
  return text.replace(/[\ufb00-\ufdff\ufe70-\ufefc]+/g, (forms) => forms.normalize("NFKC"))
    // deno-lint-ignore no-control-regex -- broken fonts do give control characters as text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "");
}
