import { isAbort } from "./errors.ts";
import { oneAtATime } from "./one_at_a_time.ts";

/** Work that nobody waits for, in each lane one task after the other. Closing it aborts the signal and waits for what runs. */
export interface Later extends AsyncDisposable {
  /**
   * @param what names the task where its failure is told
   * @param lane tasks of other lanes are not waited for
   */
  do(what: string, task: (signal: AbortSignal) => Promise<void>, lane?: string): void;
  /** Resolves when all that was asked for so far has ended. */
  idle(): Promise<void>;
}

/** @param onError told of each task that failed for another reason than closing */
export function openLater(onError: (what: string, error: unknown) => void): Later {
  const closing = new AbortController();
  const lanes = new Map<string, ReturnType<typeof oneAtATime>>();
  const running = new Set<Promise<void>>();
  const idle = async () => {
    while (running.size > 0) await Promise.all(running);
  };
  return {
    do(what, task, lane = "") {
      const inOrder = lanes.getOrInsertComputed(lane, oneAtATime);
      const done: Promise<void> = inOrder(async () => {
        try {
          if (!closing.signal.aborted) await task(closing.signal);
        } catch (error) {
          if (!closing.signal.aborted || !isAbort(error)) onError(what, error);
        }
      }).finally(() => running.delete(done));
      running.add(done);
    },
    idle,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await idle();
    },
  };
}
