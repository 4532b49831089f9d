import { isAbort, MorganError } from "../../../lib/errors.ts";
import type { CoreClient } from "../../../services/core/client.ts";
import type { Random } from "../random.ts";
import type { Ledger } from "./ledger.ts";

/** Does something until a core acknowledges it. */
export type Insist = <T>(
  what: string,
  attempt: (core: CoreClient, signal: AbortSignal) => Promise<T>,
) => Promise<T>;

/** An attempt without an end by then hangs. */
const HANGS_MS = 60_000;
/** What is still not acknowledged by then never will be. */
const NEVER_MS = 240_000;
/** Between two attempts. */
const AGAIN_MS = 100;
/** What a client does again: the process is away or comes up, or another core still writes the answer. */
const PASSING: ReadonlySet<string> = new Set(["unavailable", "conflict", "busy", "timeout"]);

/** Attempts go to a core by chance, each next one to the other, under the ids of the first, as clients do that lose their server. */
export function insistOn(cores: readonly CoreClient[], random: Random, ledger: Ledger): Insist {
  return async (what, attempt) => {
    const began = performance.now();
    for (let turn = random.below(cores.length);; turn++) {
      const core = cores[turn % cores.length];
      if (!core) throw new Error("There is no core.");
      try {
        const value = await attempt(core, AbortSignal.timeout(HANGS_MS));
        ledger.longest.set(what, Math.max(ledger.longest.get(what) ?? 0, performance.now() - began));
        return value;
      } catch (error) {
        if (isAbort(error)) ledger.wrong.push(`${what}: no answer after ${HANGS_MS / 1000} s`);
        else if (!(error instanceof MorganError) || !PASSING.has(error.code)) throw error;
        if (performance.now() - began > NEVER_MS) {
          throw new Error(`${what} is not acknowledged, at last: ${error}`);
        }
        ledger.again++;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  };
}
