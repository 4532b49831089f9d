import { paint } from "../../terminal/output.ts";
import type { Terminal } from "../terminal.ts";
import { type Draft, edit, newDraft } from "./edit.ts";
import { layOut, visible } from "./layout.ts";

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
  signal: AbortSignal;
}

const WIDTH = 2;

/** Shows a prompt and lets the person write until they send, interrupt or leave. */
export async function askForMessage(terminal: Terminal, options: PromptOptions): Promise<Answered> {
  let draft: Draft = newDraft(options.history);
  let row = 0;
  const ended = Promise.withResolvers<Answered>();

  function draw(mark = paint(["bold", "green"], "›")): void {
    const { text, cursor } = draft.buffer;
    const whole = layOut(text, cursor, terminal.columns(), { prompt: `${mark} `, promptWidth: WIDTH });
    const shown = visible(whole, Math.max(1, terminal.rows() - 1));
    const down = shown.rows.length - 1 - shown.row;
    terminal.write(
      up(row) + "\r\x1b[J" + shown.rows.join("\r\n") + up(down) + `\r\x1b[${shown.column}C`,
    );
    row = shown.row;
  }
  /** The whole message above the cursor, on a line of its own. */
  function leave(mark: string): number {
    const { text } = draft.buffer;
    const { rows } = layOut(text, text.length, terminal.columns(), {
      prompt: `${mark} `,
      promptWidth: WIDTH,
    });
    const lines = rows.at(-1)?.trim() === "" && rows.length > 1 && !text.endsWith("\n")
      ? rows.slice(0, -1)
      : rows;
    terminal.write(up(row) + "\r\x1b[J" + lines.map((line) => `${line}\r\n`).join(""));
    row = 0;
    return lines.length;
  }

  using _keys = terminal.listen((key) => {
    const edited = edit(draft, key, options.complete);
    switch (edited.then) {
      case "go on":
        draft = edited.draft;
        return draw();
      case "clear screen":
        terminal.write("\x1b[2J\x1b[H");
        row = 0;
        return draw();
      case "send": {
        const height = leave(paint("dim", "›"));
        return ended.resolve({
          then: "send",
          text: edited.text.trim(),
          sent() {
            // Within reach only if the screen still shows it.
            if (height >= terminal.rows()) return;
            row = height;
            leave(paint("green", "›"));
          },
        });
      }
      default:
        terminal.write("\r\n");
        ended.resolve(edited);
    }
  });
  using _resize = terminal.onResize(() => draw());
  const stop = () => ended.resolve({ then: "leave" });
  options.signal.addEventListener("abort", stop, { once: true });
  void terminal.closed.then(stop);
  draw();
  const answered = await ended.promise;
  options.signal.removeEventListener("abort", stop);
  return answered;
}

function up(rows: number): string {
  return rows > 0 ? `\x1b[${rows}A` : "";
}
