import process from "node:process";
import { write } from "./output.ts";
import { own } from "./own.ts";

/** The whole terminal, for a text that is drawn again and again. Disposing it gives back what was there before. */
export interface Screen extends Disposable {
  draw(text: string): void;
}

/** Takes the terminal's alternate screen; elsewhere than on a terminal, texts follow each other with an empty line between. */
export function openScreen(): Screen {
  if (process.stdout.isTTY !== true) {
    let first = true;
    return {
      draw(text) {
        write(`${first ? "" : "\n"}${text}\n`);
        first = false;
      },
      [Symbol.dispose]() {},
    };
  }
  let shown = "";
  const redraw = () => {
    const lines = shown.split("\n").slice(0, Math.max(1, process.stdout.rows - 1));
    write(`${own("\x1b[H")}${lines.map((line) => line + own("\x1b[K")).join("\n")}${own("\x1b[J")}`);
  };
  write(own("\x1b[?1049h\x1b[?25l"));
  process.stdout.on("resize", redraw);
  return {
    draw(text) {
      shown = text;
      redraw();
    },
    [Symbol.dispose]() {
      process.stdout.off("resize", redraw);
      write(own("\x1b[?25h\x1b[?1049l"));
    },
  };
}
