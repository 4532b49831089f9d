import type { ErrorCode } from "../lib/errors.ts";

/** The exit codes of `morgan`, as `morgan help exit-codes` tells them. */
export const EXIT = { ok: 0, error: 1, unavailable: 2, usage: 64, interrupted: 130 } as const;

const CODES: Partial<Record<ErrorCode, number>> = {
  usage: EXIT.usage,
  unavailable: EXIT.unavailable,
  timeout: EXIT.unavailable,
  cancelled: EXIT.interrupted,
};

/** The exit code of a kind of failure. */
export function exitCode(code: ErrorCode): number {
  return CODES[code] ?? EXIT.error;
}
