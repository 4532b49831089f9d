import { setTimeout } from "node:timers/promises";
import { DatabaseError } from "./sqlstate.ts";

/** Milliseconds before each further attempt, some 8 s in all. */
const DELAYS = [50, 200, 800, 2_000, 5_000];
/** Failures after which enough was tried: whoever called does not begin anew. */
const givenUp = new WeakSet<DatabaseError>();

/**
 * Runs `work` again after failures that pass, up to five times and longer apart each time. Throws its last error.
 * @param mayRepeat whether it may run again after this one. @default after any that PostgreSQL undid or whose connection was lost
 */
export async function again<T>(
  work: () => Promise<T>,
  mayRepeat: (error: DatabaseError) => boolean = ({ aftermath }) => aftermath !== "never",
): Promise<T> {
  for (const delay of DELAYS) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseError) || !mayRepeat(error) || givenUp.has(error)) throw error;
      // Those that met do not meet again at once.
      await setTimeout(delay * (0.5 + Math.random()));
    }
  }
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError) givenUp.add(error);
    throw error;
  }
}
