import type { Key } from "./keys.ts";

/** Keys on their way to whoever wants them: what is typed while nobody does waits. */
export interface KeyQueue {
  push(key: Key): void;
  /** Told of each key until it is disposed, first of those that wait. The last listener has them alone. */
  listen(listener: (key: Key) => void): Disposable;
  /** Told of Ctrl-C while nobody listens; what was typed ahead is dropped then, as terminals do. */
  onInterrupt(listener: () => void): Disposable;
}

export function keyQueue(): KeyQueue {
  let waiting: Key[] = [];
  const listeners: ((key: Key) => void)[] = [];
  const interrupts: (() => void)[] = [];

  function deliver(): void {
    // Asked anew for each key: a listener that has what it wants leaves, and the rest waits for the next.
    for (let listener = listeners.at(-1); listener; listener = listeners.at(-1)) {
      const key = waiting.shift();
      if (!key) return;
      listener(key);
    }
  }
  function enter<T>(list: T[], listener: T): Disposable {
    list.push(listener);
    return {
      [Symbol.dispose]() {
        const at = list.indexOf(listener);
        if (at !== -1) list.splice(at, 1);
      },
    };
  }
  return {
    push(key) {
      const interrupt = interrupts.at(-1);
      if (key.type === "key" && key.name === "interrupt" && listeners.length === 0 && interrupt) {
        waiting = [];
        return interrupt();
      }
      waiting.push(key);
      deliver();
    },
    listen(listener) {
      const entered = enter(listeners, listener);
      // The caller holds what it disposes of before the first key comes.
      queueMicrotask(deliver);
      return entered;
    },
    onInterrupt: (listener) => enter(interrupts, listener),
  };
}
