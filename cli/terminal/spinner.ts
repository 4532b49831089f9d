import process from "node:process";
import { writeError } from "./output.ts";
import { own } from "./own.ts";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const CLEAR = own("\r\x1b[K");

/** Shows on stderr, after 300 ms, that something is being waited for; disposing takes it away. */
export function startSpinner(text: string, enabled = true): Disposable {
  if (!enabled || process.stderr.isTTY !== true) return { [Symbol.dispose]() {} };
  return spin(text, writeError);
}

/** The same on any terminal that `write` reaches. */
export function spin(text: string, write: (drawn: string) => void): Disposable {
  let frame = 0;
  let timer = setTimeout(function draw() {
    write(`${CLEAR}${FRAMES[frame++ % FRAMES.length]} ${text}`);
    timer = setTimeout(draw, 80);
  }, 300);
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      if (frame > 0) write(CLEAR);
    },
  };
}
