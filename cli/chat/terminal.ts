import { type Key, keyDecoder } from "./editor/keys.ts";

/** The terminal of a chat: raw input as keys, output as it is. Disposing it gives the terminal back as it was. */
export interface Terminal extends Disposable {
  write(text: string): void;
  columns(): number;
  rows(): number;
  /** Told of each key; what is typed while nobody listens waits. */
  listen(listener: (key: Key) => void): Disposable;
  /** Told when the window changes its size. */
  onResize(listener: () => void): Disposable;
  /** Resolves when the input has ended: the window was closed. */
  readonly closed: Promise<void>;
}

const PASTE_ON = "\x1b[?2004h";
const PASTE_OFF = "\x1b[?2004l";

/** Takes over the terminal of this process. */
export function openTerminal(): Terminal {
  const encoder = new TextEncoder();
  const waiting: Key[] = [];
  const listeners: ((key: Key) => void)[] = [];
  const closed = Promise.withResolvers<void>();
  const write = (text: string) => {
    const bytes = encoder.encode(text);
    for (let at = 0; at < bytes.length;) at += Deno.stdout.writeSync(bytes.subarray(at));
  };
  Deno.stdin.setRaw(true);
  write(PASTE_ON);
  const reader = Deno.stdin.readable.pipeThrough(new TextDecoderStream()).getReader();
  const decode = keyDecoder();
  (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const key of decode(value)) {
        const listener = listeners.at(-1);
        if (listener) listener(key);
        else waiting.push(key);
      }
    }
  })().catch(() => {}).finally(closed.resolve);
  return {
    write,
    columns: () => size().columns,
    rows: () => size().rows,
    listen(listener) {
      listeners.push(listener);
      for (let key = waiting.shift(); key; key = waiting.shift()) listener(key);
      return {
        [Symbol.dispose]() {
          listeners.splice(listeners.indexOf(listener), 1);
        },
      };
    },
    onResize(listener) {
      if (Deno.build.os === "windows") return { [Symbol.dispose]() {} };
      Deno.addSignalListener("SIGWINCH", listener);
      return { [Symbol.dispose]: () => Deno.removeSignalListener("SIGWINCH", listener) };
    },
    closed: closed.promise,
    [Symbol.dispose]() {
      write(PASTE_OFF);
      Deno.stdin.setRaw(false);
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
