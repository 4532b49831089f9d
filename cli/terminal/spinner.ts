import process from "node:process";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Shows on stderr, after 300 ms, that something is being waited for; disposing takes it away. */
export function startSpinner(text: string, enabled = true): Disposable {
  if (!enabled || process.stderr.isTTY !== true) return { [Symbol.dispose]() {} };
  return spin(text, (drawn) => process.stderr.write(drawn));
}

/** The same on any terminal that `write` reaches. */
export function spin(text: string, write: (drawn: string) => void): Disposable {
  let frame = 0;
  let timer = setTimeout(function draw() {
    write(`\r\x1b[K${FRAMES[frame++ % FRAMES.length]} ${text}`);
    timer = setTimeout(draw, 80);
  }, 300);
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      if (frame > 0) write("\r\x1b[K");
    },
  };
}
