import process from "node:process";

/** The whole terminal, for a text that is drawn again and again. Disposing it gives back what was there before. */
export interface Screen extends Disposable {
  draw(text: string): void;
}

/** Takes the terminal's alternate screen; elsewhere than on a terminal, texts follow each other with an empty line between. */
export function openScreen(): Screen {
  const out = process.stdout;
  if (out.isTTY !== true) {
    let first = true;
    return {
      draw(text) {
        out.write(`${first ? "" : "\n"}${text}\n`);
        first = false;
      },
      [Symbol.dispose]() {},
    };
  }
  let shown = "";
  const redraw = () => {
    const lines = shown.split("\n").slice(0, Math.max(1, out.rows - 1));
    out.write(`\x1b[H${lines.map((line) => `${line}\x1b[K`).join("\n")}\x1b[J`);
  };
  out.write("\x1b[?1049h\x1b[?25l");
  out.on("resize", redraw);
  return {
    draw(text) {
      shown = text;
      redraw();
    },
    [Symbol.dispose]() {
      out.off("resize", redraw);
      out.write("\x1b[?25h\x1b[?1049l");
    },
  };
}
