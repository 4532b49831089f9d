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
  let open: Line[] = [];
  for (const line of lines) {
    const previous = open.at(-1);
    if (previous !== undefined && breaksBetween(open, previous, line)) {
      paragraphs.push({ lines: open, size: open[0]?.size ?? 1 });
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0) paragraphs.push({ lines: open, size: open[0]?.size ?? 1 });
  return paragraphs;
}

function breaksBetween(open: readonly Line[], previous: Line, line: Line): boolean {
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
  const width = Math.max(...open.map((l) => l.right)) - Math.min(...open.map((l) => l.x));
  const left = Math.min(...open.slice(1).map((l) => l.x), previous.x);
  return line.x > left + size * 0.8 || previous.right < Math.max(...open.map((l) => l.right)) - width * 0.2;
}

/** Decides at line ends whether a hyphen belongs to the word, by the words that the document spells out elsewhere. */
export type HyphenRule = (left: string, right: string) => boolean;

/** A rule that keeps the hyphen of "well-" + "known" where the document writes "well-known" within a line. */
export function hyphenRule(lines: Iterable<Line>): HyphenRule {
  const compounds = new Set<string>();
  for (const line of lines) {
    for (const word of line.text.match(/\p{L}+-\p{L}+/gu) ?? []) compounds.add(word.toLowerCase());
  }
  return (left, right) => compounds.has(`${left}-${right}`.toLowerCase());
}

/** A paragraph's text: wrapped lines joined by spaces (none in scripts without them), hyphenation undone, short lines kept as lines. */
export function paragraphText({ lines }: Paragraph, keepsHyphen: HyphenRule): string {
  const widest = Math.max(...lines.map((line) => line.right - line.x));
  let text = lines[0]?.text ?? "";
  for (const [i, line] of lines.slice(1).entries()) {
    const previous = lines[i] ?? line;
    const hyphen = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text.slice(-60));
    const next = /^\p{Ll}\p{L}*/u.exec(line.text)?.[0];
    if (hyphen !== null && next !== undefined) {
      text = (keepsHyphen(hyphen[1] ?? "", next) ? text : text.slice(0, -1)) + line.text;
    } else if (
      /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]$/.test(text) &&
      /^[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(line.text)
    ) {
      text += line.text;
    } else {
      const sameRow = Math.abs(previous.y - line.y) < line.size * 0.5;
      const wrapped = sameRow || previous.right - previous.x > widest * 0.6;
      text += (wrapped ? " " : "\n") + line.text;
    }
  }
  return text;
}
