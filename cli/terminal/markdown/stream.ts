import { lexBlocks } from "./lex.ts";
import { heightOf } from "../height.ts";
import { own } from "../own.ts";
import { closeMarks } from "./close_marks.ts";
import { renderBlock, renderBlocks } from "./render.ts";

/** Where Markdown is shown while it is being written. */
export interface Screen {
  write(text: string): void;
  columns(): number;
  rows(): number;
}

/**
 * Shows Markdown as it comes: blocks that are complete stand, the last one is drawn anew as it grows, at once while that is quick and
 * otherwise for several pieces together.
 */
export interface MarkdownStream {
  push(text: string): void;
  /** Draws what is left, and ends the line. */
  end(): void;
}

/** Blocks in which marks of emphasis can be open. */
const PROSE = new Set(["paragraph", "heading", "list", "blockquote", "text"]);

/**
 * @param screen a terminal that understands cursor movement; lines end in CR LF, for one in raw mode
 * @param rest a drawing is followed by a rest that is so many times as long as it took, however long a block grows and in however small pieces
 */
export function markdownStream(screen: Screen, rest = 4): MarkdownStream {
  let source = "";
  /** Lines of the open block on the screen that can still be drawn over. */
  let drawn: string[] = [];
  /** Lines of the open block that scrolled out of reach. */
  let gone = 0;
  let blocks = 0;
  /** When what has come since the last drawing may be drawn (of performance.now()), and who does it then. */
  let next = 0;
  let later: ReturnType<typeof setTimeout> | undefined;

  function draw(lines: readonly string[]): void {
    const most = Math.max(1, screen.rows() - 1);
    const columns = screen.columns();
    const shown = lines.slice(gone);
    let same = 0;
    while (same < drawn.length && same < shown.length && drawn[same] === shown[same]) same++;
    if (same === drawn.length && same === shown.length) return;
    // Up to the first line that changed, which is cleared with all below it.
    // What was drawn before the screen became narrower takes more rows now.
    const up = drawn.slice(same).reduce((sum, line) => sum + heightOf(line, columns), 0);
    const reset = (up > 0 ? `\x1b[${up}A` : "") + "\r\x1b[J";
    screen.write(own(reset) + shown.slice(same).map((line) => `${line}\r\n`).join(""));
    const over = Math.max(0, shown.length - most);
    gone += over;
    drawn = shown.slice(over);
  }
  function close(): void {
    drawn = [];
    gone = 0;
    blocks++;
  }
  function update(final: boolean): void {
    clearTimeout(later);
    later = undefined;
    const started = performance.now();
    drawBlocks(final);
    const ended = performance.now();
    next = ended + (ended - started) * rest;
  }
  function drawBlocks(final: boolean): void {
    const tokens = lexBlocks(source);
    // Blank lines end no block by themselves: what follows them may still belong to it.
    const open = tokens.findLastIndex(({ type }) => type !== "space");
    const width = Math.min(screen.columns(), 100);
    for (const [i, token] of tokens.entries()) {
      const growing = i >= open && !final;
      const lines = growing && PROSE.has(token.type)
        ? renderBlocks(lexBlocks(closeMarks(token.raw)), width)
        : renderBlock(token, width);
      if (lines.length > 0) draw(blocks > 0 ? ["", ...lines] : lines);
      if (growing) break;
      if (lines.length > 0) close();
      source = source.slice(token.raw.length);
    }
  }
  return {
    push(text) {
      source += text;
      if (blocks === 0 && drawn.length === 0) source = source.trimStart();
      if (source === "" || later !== undefined) return;
      const wait = next - performance.now();
      if (wait <= 0) update(false);
      else later = setTimeout(() => update(false), wait);
    },
    end() {
      clearTimeout(later);
      if (source.trim() !== "") update(true);
      else if (drawn.length > 0) close();
    },
  };
}
