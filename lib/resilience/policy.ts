import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  retry,
  wrap,
} from "cockatiel";
import { MorganError } from "../errors.ts";

/** Runs a call to one dependency: again after a transient failure, and not at all for a while after many. */
export interface DependencyPolicy {
  /** `call` must be idempotent. Throws its last error, or `unavailable` at once while the circuit is open. */
  run<T>(call: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** How patient a policy is. */
export interface PolicyOptions {
  /** Calls before it gives up, at most 5. @default 3 */
  attempts?: number | undefined;
  /** Milliseconds before the second attempt; each further wait is longer. @default 100 */
  firstDelayMs?: number | undefined;
  /** @default 1000 */
  mostDelayMs?: number | undefined;
}

/**
 * The policy of one dependency: up to 3 attempts with exponential backoff on `unavailable` and `timeout`; after 5
 * failures in a row the circuit stays open for 5 s, so that a dead server does not cost every request its time-out.
 */
export function dependencyPolicy(
  name: string,
  { attempts = 3, firstDelayMs = 100, mostDelayMs = 1_000 }: PolicyOptions = {},
): DependencyPolicy {
  const transient = handleWhen((error) =>
    error instanceof MorganError && (error.code === "unavailable" || error.code === "timeout")
  );
  const policy = wrap(
    retry(transient, {
      maxAttempts: attempts - 1,
      backoff: new ExponentialBackoff({ initialDelay: firstDelayMs, maxDelay: mostDelayMs }),
    }),
    circuitBreaker(transient, { halfOpenAfter: 5_000, breaker: new ConsecutiveBreaker(5) }),
  );
  return {
    async run(call, signal) {
      try {
        return await policy.execute(({ signal: inner }) => call(inner), signal);
      } catch (error) {
        if (!isBrokenCircuitError(error)) throw error;
        throw new MorganError(
          "unavailable",
          `${name} failed repeatedly and is left alone for a few seconds.`,
          {
            cause: error,
            hint: `Check that ${name} runs, then try again.`,
          },
        );
      }
    },
  };
}
