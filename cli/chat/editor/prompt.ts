import { heightOf } from "../../terminal/height.ts";
import { paint } from "../../terminal/output.ts";
import { own } from "../../terminal/own.ts";
import type { Terminal } from "../terminal.ts";
import { type Draft, edit, newDraft } from "./edit.ts";
import { cursorDepth, type Layout, layOut, visible } from "./layout.ts";

/** What came of asking for a message. */
export type Answered =
  | { then: "send"; text: string; /** Shows the message as sent. */ sent(): void }
  | { then: "interrupt" }
  | { then: "leave" };

/** How the prompt behaves. */
export interface PromptOptions {
  /** Earlier messages, oldest first. */
  history: readonly string[];
  /** What Tab puts in place of a text. */
  complete(text: string): string | undefined;
  /** Paints the mark before what is written. */
  mark(text: string): string;
  signal: AbortSignal;
}

const WIDTH = 2;
const ERASE_BELOW = own("\r\x1b[J");
const NOTHING: Layout = { rows: [""], row: 0, column: 0 };

/** Shows a prompt and lets the person write until they send, interrupt or leave. */
export async function askForMessage(terminal: Terminal, options: PromptOptions): Promise<Answered> {
  let draft: Draft = newDraft(options.history);
  /** What stands on the screen, the cursor in it. */
  let shown = NOTHING;
  const ended = Promise.withResolvers<Answered>();

  function lay(mark: string, cursor: number): Layout {
    const prompt = { prompt: `${mark} `, promptWidth: WIDTH };
    return layOut(draft.buffer.text, cursor, terminal.columns(), prompt);
  }
  /** To the first row of what was drawn, and all of it away. */
  function erase(): string {
    return up(cursorDepth(shown, terminal.columns())) + ERASE_BELOW;
  }
  function draw(): void {
    const whole = lay(options.mark("›"), draft.buffer.cursor);
    const next = visible(whole, Math.max(1, terminal.rows() - 1));
    const down = next.rows.length - 1 - next.row;
    terminal.write(erase() + next.rows.join("\r\n") + up(down) + own(`\r\x1b[${next.column}C`));
    shown = next;
  }
  /** The whole message above the cursor, which comes to stand on a line of its own. Returns its lines. */
  function leave(mark: string, erasing: string): string[] {
    const { text } = draft.buffer;
    const { rows } = lay(mark, text.length);
    // A last row that is full has an empty one below it, for the cursor alone.
    const lines = rows.length > 1 && rows.at(-1)?.trim() === "" ? rows.slice(0, -1) : rows;
    terminal.write(erasing + lines.map((line) => `${line}\r\n`).join(""));
    return lines;
  }
  function send(text: string): Answered {
    draft = { ...draft, buffer: { text, cursor: text.length } };
    const lines = leave(paint("dim", "›"), erase());
    return {
      then: "send",
      text,
      sent() {
        const height = lines.reduce((sum, line) => sum + heightOf(line, terminal.columns()), 0);
        // Within reach only if the screen still shows it.
        if (height < terminal.rows()) leave(paint("green", "›"), up(height) + ERASE_BELOW);
      },
    };
  }

  using keys = terminal.listen((key) => {
    const edited = edit(draft, key, options.complete);
    switch (edited.then) {
      case "go on":
        draft = edited.draft;
        return draw();
      case "clear screen":
        terminal.write(own("\x1b[2J\x1b[H"));
        shown = NOTHING;
        return draw();
      case "send":
        // What is typed from now on is the next message's.
        keys[Symbol.dispose]();
        return ended.resolve(send(edited.text.trim()));
      default:
        keys[Symbol.dispose]();
        terminal.write("\r\n");
        return ended.resolve(edited);
    }
  });
  using _change = terminal.onChange((change) => {
    if (change !== "suspended") return draw();
    terminal.write(erase());
    shown = NOTHING;
  });
  let over = false;
  const stop = () => {
    if (over) return;
    terminal.write("\r\n");
    ended.resolve({ then: "leave" });
  };
  options.signal.addEventListener("abort", stop, { once: true });
  void terminal.closed.then(stop);
  draw();
  const answered = await ended.promise;
  over = true;
  options.signal.removeEventListener("abort", stop);
  return answered;
}

function up(rows: number): string {
  return rows > 0 ? own(`\x1b[${rows}A`) : "";
}
