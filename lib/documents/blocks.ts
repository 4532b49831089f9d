import { type Span, splitSentences, trimSpan } from "./sentences.ts";
import type { TokenCounter } from "./chunks.ts";

/** A piece of text that a chunk takes whole, with its number of tokens. */
export interface Block extends Span {
  tokens: number;
  /** Whether a paragraph ends behind it. */
  closes: boolean;
}

/** Longer pieces are cut before they are counted: a tokenizer may take a word of megabytes for one token. */
export const CHARS_PER_TOKEN = 12;

/** Cuts text to blocks that each fit: paragraphs of up to `wholeTokens`, else their sentences, words, graphemes. */
export class BlockCutter {
  readonly #text: string;
  readonly #counter: TokenCounter;
  readonly #maxTokens: number;
  readonly #wholeTokens: number;

  constructor(text: string, counter: TokenCounter, maxTokens: number, wholeTokens: number) {
    this.#text = text;
    this.#counter = counter;
    this.#maxTokens = maxTokens;
    this.#wholeTokens = wholeTokens;
  }

  /** The blocks of `from`..`to`, in order. */
  cut(from: number, to: number): Block[] {
    return paragraphs(this.#text, from, to).flatMap((paragraph) => {
      if (paragraph.end - paragraph.start <= this.#wholeTokens * CHARS_PER_TOKEN) {
        const tokens = this.count(paragraph);
        if (tokens <= this.#wholeTokens) return [{ ...paragraph, tokens, closes: true }];
      }
      return this.#sentences(paragraph);
    });
  }

  /** Tokens of a slice. */
  count({ start, end }: Span): number {
    return this.#counter.count(this.#text.slice(start, end));
  }

  /** True for a slice that one chunk can hold. */
  fits(span: Span): boolean {
    return span.end - span.start <= this.#maxTokens * CHARS_PER_TOKEN && this.count(span) <= this.#maxTokens;
  }

  #sentences(paragraph: Span): Block[] {
    const text = this.#text.slice(paragraph.start, paragraph.end);
    const blocks = splitSentences(text).flatMap(({ start, end }) =>
      this.halve({ start: paragraph.start + start, end: paragraph.start + end })
    );
    const last = blocks.at(-1);
    if (last !== undefined) last.closes = true;
    return blocks;
  }

  /** Cuts a span near its middle, at white space, a word border or a grapheme, until every part fits. */
  halve(span: Span): Block[] {
    if (span.end - span.start <= this.#maxTokens * CHARS_PER_TOKEN) {
      const tokens = this.count(span);
      if (tokens <= this.#maxTokens || span.end - span.start < 2) return [{ ...span, tokens, closes: false }];
    }
    const middle = cutPoint(this.#text, span);
    return [trimSpan(this.#text, span.start, middle), trimSpan(this.#text, middle, span.end)]
      .flatMap((half) => half === null ? [] : this.halve(half));
  }
}

/** Runs of lines between empty lines. */
function paragraphs(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (const border of text.slice(from, to).matchAll(/\n[^\S\n]*\n\s*/g)) {
    const span = trimSpan(text, start, from + border.index);
    if (span !== null) spans.push(span);
    start = from + border.index + border[0].length;
  }
  const last = start < to ? trimSpan(text, start, to) : null;
  if (last !== null) spans.push(last);
  return spans;
}

/** The best place for a cut strictly inside a span: the white space nearest to its middle, else a word border, else a grapheme border. */
function cutPoint(text: string, { start, end }: Span): number {
  const middle = (start + end) >> 1;
  const reach = Math.min((end - start) >> 2, 2000);
  for (let i = 0; i <= reach; i++) {
    if (/\s/.test(text.charAt(middle + i)) && middle + i > start && middle + i < end) return middle + i;
    if (/\s/.test(text.charAt(middle - i)) && middle - i > start) return middle - i;
  }
  const from = Math.max(start, middle - 60);
  const around = text.slice(from, Math.min(end, middle + 60));
  const near = (granularity: "word" | "grapheme") =>
    Array.from(new Intl.Segmenter(undefined, { granularity }).segment(around), (s) => from + s.index)
      .filter((at) =>
        at > from && at > start && at < end && (granularity === "grapheme" || Math.abs(at - middle) < 40)
      )
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return near("word") ?? near("grapheme") ??
    (isLowSurrogate(text, middle) && middle - 1 > start ? middle - 1 : Math.max(middle, start + 1));
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
