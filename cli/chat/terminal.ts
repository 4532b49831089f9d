import process from "node:process";
import { type Key, keyDecoder } from "./editor/keys.ts";
import { endingCode, onEnding } from "../signals.ts";
import { write } from "../terminal/output.ts";
import { own } from "../terminal/own.ts";
import { keyQueue } from "./editor/queue.ts";

export type Change = "resized" | "suspended" | "resumed";

/** The terminal of a chat: raw input as keys, output cleaned of what is not marked as Morgan's own. Disposing it gives the terminal back as it was. */
export interface Terminal extends Disposable {
  write(text: string): void;
  columns(): number;
  rows(): number;
  /** Told of each key until it is disposed; what is typed while nobody listens waits. */
  listen(listener: (key: Key) => void): Disposable;
  /** Told of Ctrl-C while nobody listens for keys; what was typed ahead is dropped then. */
  onInterrupt(listener: () => void): Disposable;
  /** Told before Ctrl-Z gives the terminal to the shell, when it comes back, and when the window changes its size. */
  onChange(listener: (change: Change) => void): Disposable;
  /** Resolves when the input has ended: the window was closed. */
  readonly closed: Promise<void>;
}

/** Bracketed paste (invisible-island.net/xterm/ctlseqs): a paste comes between marks. */
const PASTE_ON = own("\x1b[?2004h");
const PASTE_OFF = own("\x1b[?2004l");
/** An ESC that is followed by nothing for this long is the key of that name. */
const ESCAPE_MS = 50;

/** Takes over the terminal of this process. */
export function openTerminal(): Terminal {
  const queue = keyQueue();
  const listeners = new Set<(change: Change) => void>();
  const closed = Promise.withResolvers<void>();
  const take = () => {
    Deno.stdin.setRaw(true);
    write(PASTE_ON);
  };
  const giveBack = () => {
    write(PASTE_OFF);
    Deno.stdin.setRaw(false);
  };
  const tell = (change: Change) => listeners.forEach((listener) => listener(change));
  /** Ctrl-Z: the shell gets its terminal back until `fg`. */
  const suspend = () => {
    if (Deno.build.os === "windows") return;
    tell("suspended");
    giveBack();
    // The whole group, as the terminal itself would do it: a wrapper such as `deno task` is stopped with us.
    process.kill(0, "SIGTSTP");
  };
  const signals: [Deno.Signal, () => void][] = Deno.build.os === "windows" ? [] : [
    ["SIGWINCH", () => tell("resized")],
    ["SIGCONT", () => {
      take();
      tell("resumed");
    }],
  ];
  for (const [name, listener] of signals) Deno.addSignalListener(name, listener);
  // Whoever ends us from outside finds the terminal as it was, if it is still there.
  const endings = onEnding((signal) => {
    if (signal === "SIGINT") return;
    try {
      giveBack();
    } finally {
      Deno.exit(endingCode(signal));
    }
  });
  take();
  const reader = Deno.stdin.readable.pipeThrough(new TextDecoderStream()).getReader();
  const decode = keyDecoder();
  let escape: ReturnType<typeof setTimeout> | undefined;
  const push = (keys: Key[]) => {
    for (const key of keys) {
      if (key.type === "key" && key.name === "suspend") suspend();
      else queue.push(key);
    }
  };
  (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      clearTimeout(escape);
      if (done) break;
      push(decode(value));
      escape = setTimeout(() => push(decode("", true)), ESCAPE_MS);
    }
  })().catch(() => {}).finally(closed.resolve);
  return {
    write,
    columns: () => size().columns,
    rows: () => size().rows,
    listen: queue.listen,
    onInterrupt: queue.onInterrupt,
    onChange(listener) {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    closed: closed.promise,
    [Symbol.dispose]() {
      clearTimeout(escape);
      for (const [name, listener] of signals) Deno.removeSignalListener(name, listener);
      endings[Symbol.dispose]();
      giveBack();
      void reader.cancel().catch(() => {});
    },
  };
}

function size(): { columns: number; rows: number } {
  try {
    const { columns, rows } = Deno.consoleSize();
    return { columns: columns || 80, rows: rows || 24 };
  } catch {
    return { columns: 80, rows: 24 };
  }
}
