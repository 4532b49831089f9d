import type { Terminal } from "./terminal.ts";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Shows after 300 ms that an answer is being waited for; disposing takes it away. */
export function startWaiting(terminal: Pick<Terminal, "write">, text: string): Disposable {
  let frame = 0;
  let timer = setTimeout(function draw() {
    terminal.write(`\r\x1b[K${FRAMES[frame++ % FRAMES.length]} ${text}`);
    timer = setTimeout(draw, 80);
  }, 300);
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      if (frame > 0) terminal.write("\r\x1b[K");
    },
  };
}
