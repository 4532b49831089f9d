import process from "node:process";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Shows on stderr, after 300 ms, that something is being waited for; disposing takes it away. */
export function startSpinner(text: string, enabled = true): Disposable {
  if (!enabled || process.stderr.isTTY !== true) return { [Symbol.dispose]() {} };
  let frame = 0;
  let timer = setTimeout(function draw() {
    process.stderr.write(`\r\x1b[K${FRAMES[frame++ % FRAMES.length]} ${text}`);
    timer = setTimeout(draw, 80);
  }, 300);
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      if (frame > 0) process.stderr.write("\r\x1b[K");
    },
  };
}
