import process from "node:process";
import { clean } from "./clean.ts";
import { writeError } from "./output.ts";
import { own } from "./own.ts";

/** A line on stderr that tells how far long work is. Nothing is shown where stderr is no terminal. */
export interface Progress extends Disposable {
  /** Whether there is a terminal to show it on. */
  readonly shown: boolean;
  /** @param done share of the work, 0 to 1 */
  update(done: number, text: string): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

const CLEAR = own("\r\x1b[K");
const BAR = 20;
const REDRAW_MS = 80;

/** Starts a progress line. */
export function startProgress(enabled: boolean): Progress {
  const shown = enabled && process.stderr.isTTY === true;
  const started = performance.now();
  let drawn = -Infinity;
  const clear = () => {
    if (shown) writeError(CLEAR);
  };
  return {
    shown,
    update(done, text) {
      const now = performance.now();
      if (!shown || now - drawn < REDRAW_MS) return;
      drawn = now;
      const full = Math.round(done * BAR);
      const bar = `[${"█".repeat(full)}${"░".repeat(BAR - full)}]`;
      const line = `${bar} ${Math.floor(done * 100)}%${remaining(done, now - started)}  ${clean(text)}`;
      writeError(CLEAR + line.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1)));
    },
    clear,
    [Symbol.dispose]: clear,
  };
}

/** Remaining time by what the done share took; silent until that says something. */
function remaining(done: number, elapsedMs: number): string {
  if (done < 0.02 || done >= 1 || elapsedMs < 2000) return "";
  const seconds = Math.ceil(elapsedMs / done * (1 - done) / 1000);
  return ` ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
}
