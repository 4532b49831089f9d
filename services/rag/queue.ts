/** A queue between callbacks and an async iterator: what is pushed is yielded in order. */
export interface AsyncQueue<T> {
  push(value: T): void;
  end(): void;
  fail(error: unknown): void;
  values(): AsyncGenerator<T>;
}

/** An open, empty queue. It does not hold back whoever pushes; use it for small values. */
export function asyncQueue<T>(): AsyncQueue<T> {
  let values: T[] = [];
  let ended = false;
  let failure: { error: unknown } | undefined;
  let wake = Promise.withResolvers<void>();
  return {
    push(value) {
      values.push(value);
      wake.resolve();
    },
    end() {
      ended = true;
      wake.resolve();
    },
    fail(error) {
      failure = { error };
      wake.resolve();
    },
    async *values() {
      for (;;) {
        const ready = values;
        values = [];
        yield* ready;
        if (values.length > 0) continue;
        if (failure) throw failure.error;
        if (ended) return;
        await wake.promise;
        wake = Promise.withResolvers();
      }
    },
  };
}
