import { endsInAbbreviation } from "./abbreviations.ts";

/** A slice of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

const CANDIDATE = /[.!?…]+["'”’»)\]*_]*(?=\s|$)|[。！？｡．｡！？।॥؟۔።։။។⸮‽‼⁇⁈⁉]+["'”’»」』）】》)\]]*|\n/gu;
const SPACES_END_SENTENCES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
/** Below this many characters a Thai phrase is not yet taken for a sentence. */
const THAI_MIN = 60;
/** A line shorter than this was not ended by the margin. */
const SHORT_LINE = 45;

/**
 * The sentences of a text in order: exact slices without white space at their ends, none empty, together all that is not white space. Empty lines,
 * list items, headings, table rows and lines of code end a sentence; the line ends of wrapped text do not.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let lineStart = 0;
  const cut = (end: number) => {
    push(spans, text, start, end);
    start = end;
  };
  const candidates = new RegExp(CANDIDATE);
  for (let match = candidates.exec(text); match !== null; match = candidates.exec(text)) {
    const at = match.index;
    const end = at + match[0].length;
    if (match[0] === "\n") {
      if (lineEnds(text, lineStart, at)) cut(at);
      lineStart = end;
    } else if (endsSentence(text, start, lineStart, at, end, match[0])) {
      cut(end);
    }
  }
  cut(text.length);
  return spans;
}

function push(spans: Span[], text: string, from: number, to: number): void {
  const span = trimSpan(text, from, to);
  if (span === null) return;
  if (
    span.end - span.start > THAI_MIN && SPACES_END_SENTENCES.test(text.slice(span.start, span.start + 40))
  ) {
    return pushPhrases(spans, text, span);
  }
  spans.push(span);
}

/** Thai, Lao, Khmer and Burmese put spaces between clauses and sentences, not between words. */
function pushPhrases(spans: Span[], text: string, { start, end }: Span): void {
  const spaces = /\s+/g;
  spaces.lastIndex = start;
  for (let match = spaces.exec(text); match !== null && match.index < end; match = spaces.exec(text)) {
    if (match.index - start < THAI_MIN) continue;
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < end) spans.push({ start, end });
}

/** `from`..`to` without the white space at both ends; null where nothing else is in it. */
export function trimSpan(text: string, from: number, to: number): Span | null {
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

/** The code units that `\s` and `String.prototype.trim` take for white space (ECMA-262 §12.2, §12.3). */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f ||
    code === 0x205f || code === 0x3000;
}

function endsSentence(
  text: string,
  start: number,
  lineStart: number,
  at: number,
  end: number,
  mark: string,
): boolean {
  if (!/^[.!?…]/.test(mark)) return true;
  const next = /^\s*(\S{1,24})/u.exec(text.slice(end, end + 64))?.[1] ?? "";
  if (next === "") return true;
  if (/^["'“‘«(\[]*\p{Ll}/u.test(next)) return false;
  if (!mark.startsWith(".") || mark.length > 1 && mark[1] === ".") return true;
  if (/^\s*(?:\d{1,3}|[\p{L}])$/u.test(text.slice(Math.max(lineStart, at - 12), at)) && at - lineStart < 12) {
    return false;
  }
  return !endsInAbbreviation(text.slice(Math.max(start, at - 24), at), next);
}

/** Whether the line end at `at` ends a sentence, by the shapes of the line before it and the line behind it. */
function lineEnds(text: string, lineStart: number, at: number): boolean {
  const next = text.slice(at + 1, at + 160);
  if (/^[ \t\r]*(?:\n|$)/.test(next)) return true;
  if (
    /^[ \t]*(?:[-*+•‣◦▪●–]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|#{1,6}\s|>|\||```|~~~|:::|[=\-_*]{3,}[ \t]*\r?$|<\/?[a-z])/m
      .test(next.split("\n", 1)[0] ?? "")
  ) return true;
  const line = text.slice(lineStart, Math.min(at, lineStart + 400)).replace(/\r$/, "");
  const tail = text.slice(Math.max(lineStart, at - 40), at).trimEnd();
  if (
    /^\s*(?:#{1,6}\s|\||```|~~~)/.test(line) || /\s\|\s|\t/.test(line) ||
    /[;{}\[\]|>,]$|:$|^[=\-_*]{3,}$|(?: {2}|\\)$/.test(tail) && !/,$/.test(tail)
  ) return true;
  return at - lineStart < SHORT_LINE && /^[ \t]*["'“(\[]?[\p{Lu}\p{N}\p{Lo}]/u.test(next);
}
