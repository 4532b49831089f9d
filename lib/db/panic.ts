import type { PGlite } from "@electric-sql/pglite";
import { MorganError } from "../errors.ts";

/**
 * After a PANIC, of a full disk mostly, PostgreSQL has ended: it recovers from its log of writes (WAL) when it is opened anew. PGlite does not
 * notice, and its next query would never return, nor let anything else run. From the first one on, every query is refused instead.
 *
 * @param onLost told once; the process had better end then
 */
export function refuseAfterPanic(pglite: PGlite, onLost: (error: Error) => void): void {
  let lost: MorganError | undefined;
  const [run, close] = [pglite.execProtocolStream.bind(pglite), pglite.close.bind(pglite)];
  pglite.execProtocolStream = async (...message) => {
    if (lost) throw lost;
    try {
      return await run(...message);
    } catch (error) {
      if (error instanceof Error && "severity" in error && error.severity === "PANIC") {
        lost = new MorganError("storage_full", `The database has ended: ${error.message}`, {
          cause: error,
          hint:
            "Free some space, or move MORGAN_HOME to a larger disk; the next start goes on from what was stored.",
        });
        onLost(lost);
      }
      throw error;
    }
  };
  pglite.close = () => lost ? Promise.resolve() : close();
}
