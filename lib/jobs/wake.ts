/** A signal between parts of one process: whoever waits goes on when it is woken, or after a while. */
export interface Signal {
  wake(): void;
  /** Resolves at the next `wake()`, after `timeout` ms, or when `signal` aborts; never rejects. */
  next(timeout: number, signal?: AbortSignal): Promise<void>;
}

export function wakeSignal(): Signal {
  const waiting = new Set<() => void>();
  return {
    wake() {
      for (const resume of [...waiting]) resume();
    },
    next(timeout, signal) {
      return new Promise((resolve) => {
        const timer = setTimeout(resume, timeout);
        function resume() {
          clearTimeout(timer);
          waiting.delete(resume);
          signal?.removeEventListener("abort", resume);
          resolve();
        }
        waiting.add(resume);
        signal?.addEventListener("abort", resume);
        if (signal?.aborted === true) resume();
      });
    },
  };
}
