import { isAbort } from "./errors.ts";
import { oneAtATime } from "./one_at_a_time.ts";

/** Work that nobody waits for, one task after the other. Closing it aborts the signal and waits for what runs. */
export interface Later extends AsyncDisposable {
  /** @param what names the task where its failure is told */
  do(what: string, task: (signal: AbortSignal) => Promise<void>): void;
  /** Resolves when all that was asked for so far has ended. */
  idle(): Promise<void>;
}

/** @param onError told of each task that failed for another reason than closing */
export function openLater(onError: (what: string, error: unknown) => void): Later {
  const closing = new AbortController();
  const inOrder = oneAtATime();
  let last: Promise<void> = Promise.resolve();
  return {
    do(what, task) {
      last = inOrder(async () => {
        if (closing.signal.aborted) return;
        try {
          await task(closing.signal);
        } catch (error) {
          if (!closing.signal.aborted || !isAbort(error)) onError(what, error);
        }
      });
    },
    async idle() {
      let seen: Promise<void> | undefined;
      while (seen !== last) await (seen = last);
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await last;
    },
  };
}
