import type { Line } from "./lines.ts";

/** Lines that belong together, all of about one size. */
export interface Paragraph {
  lines: Line[];
  size: number;
}

const BULLET = /^(?:[•‣◦▪●○■□–*-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s/;
const ENDED = /[.!?:;。！？…؟۔]["'”’)\]]*$/;

/** Groups a page's lines to paragraphs by size, distance, indentation, bullets and unfilled lines. */
export function toParagraphs(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Open | undefined;
  for (const line of lines) {
    if (open !== undefined && !breaksBetween(open, line)) {
      open.lines.push(line);
      open.x = Math.min(open.x, line.x);
      open.left = Math.min(open.left, line.x);
      open.right = Math.max(open.right, line.right);
      continue;
    }
    open = { lines: [line], size: line.size, x: line.x, left: Infinity, right: line.right };
    paragraphs.push(open);
  }
  return paragraphs.map(({ lines, size }) => ({ lines, size }));
}

/** A paragraph that may go on: how far left and right its lines reach, and how far left all but the first. */
interface Open extends Paragraph {
  x: number;
  left: number;
  right: number;
}

function breaksBetween({ lines: open, x, left, right }: Open, line: Line): boolean {
  const previous = open.at(-1) ?? line;
  const size = Math.max(previous.size, line.size);
  if (previous.angle !== line.angle) return true;
  const drop = previous.y - line.y;
  const sameRow = Math.abs(drop) < size * 0.5;
  if (Math.abs(previous.size - line.size) > size * 0.12 && !sameRow) return true;
  if (sameRow) return false;
  if (drop < 0 || drop > size * 8) return ENDED.test(previous.text) || !/^\p{Ll}/u.test(line.text);
  const pitch = open.length > 1 ? ((open.at(-2)?.y ?? 0) - previous.y) : size * 1.35;
  if (drop > Math.max(pitch > 0 ? pitch * 1.3 : 0, size * 1.5) + 0.5) return true;
  if (BULLET.test(line.text)) return true;
  if (!ENDED.test(previous.text)) return false;
  return line.x > Math.min(left, previous.x) + size * 0.8 || previous.right < right - (right - x) * 0.2;
}

/** Decides at line ends whether a hyphen belongs to the word, by the words that the document spells out elsewhere. */
export type HyphenRule = (left: string, right: string) => boolean;

/** A rule that keeps the hyphen of "well-" + "known" where the document writes "well-known" within a line. */
export function hyphenRule(lines: Iterable<Line>): HyphenRule {
  const compounds = new Set<string>();
  for (const line of lines) {
    for (const word of line.text.match(/(?<!\p{L})\p{L}+-\p{L}+/gu) ?? []) compounds.add(word.toLowerCase());
  }
  return (left, right) => compounds.has(`${left}-${right}`.toLowerCase());
}

/** A paragraph's text: wrapped lines joined by spaces (none in scripts without them), hyphenation undone, short lines kept as lines. */
export function paragraphText({ lines }: Paragraph, keepsHyphen: HyphenRule): string {
  const widest = lines.reduce((most, line) => Math.max(most, line.right - line.x), 0);
  let text = "";
  // The last line is kept back: the next one may take its hyphen away.
  let tail = lines[0]?.text ?? "";
  for (const [i, line] of lines.slice(1).entries()) {
    const previous = lines[i] ?? line;
    const hyphen = /(\p{L}+)[-\u00ad\u2010]$/u.exec(tail.slice(-60));
    const next = /^\p{Ll}\p{L}*/u.exec(line.text)?.[0];
    let end = tail;
    if (hyphen !== null && next !== undefined) {
      if (!keepsHyphen(hyphen[1] ?? "", next)) end = tail.slice(0, -1);
    } else if (
      !/[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]$/.test(tail.slice(-1)) ||
      !/^[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(line.text)
    ) {
      const sameRow = Math.abs(previous.y - line.y) < line.size * 0.5;
      const wrapped = sameRow || previous.right - previous.x > widest * 0.6;
      end += wrapped ? " " : "\n";
    }
    text += end;
    tail = line.text;
  }
  return text + tail;
}
