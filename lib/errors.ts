import { masked, maskedDeep } from "./mask.ts";

/** The one error family of Morgan. `lib/http/problem.ts` maps it to HTTP, `cli/exit.ts` to exit codes; nothing else does. */

/** What kind of failure it is. A kind decides the HTTP status and the exit code, never the wording. */
export type ErrorCode =
  | "usage"
  | "invalid_input"
  | "invalid_config"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "method_not_allowed"
  | "unsupported_media"
  | "request_timeout"
  | "too_large"
  | "unreadable_document"
  | "model_mismatch"
  | "busy"
  | "cancelled"
  | "timeout"
  | "storage_full"
  | "storage"
  | "unavailable"
  | "internal";

/** What goes with an error beside its message. */
export interface MorganErrorOptions {
  /** The next step, as a sentence addressed to the user. */
  hint?: string | undefined;
  /** What was caught, if the error wraps another. */
  cause?: unknown;
  /** Machine-readable detail, such as the field that was wrong or the reason code of a document. */
  details?: Record<string, unknown> | undefined;
}

/** An expected failure: says what failed and, in `hint`, what to do next. No secret gets into either, nor into the details. */
export class MorganError extends Error {
  override readonly name: string = "MorganError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, options: MorganErrorOptions = {}) {
    super(masked(message), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint === undefined ? undefined : masked(options.hint);
    this.details = options.details === undefined ? undefined : maskedDeep(options.details);
  }
}

/** True for the error that an aborted `AbortSignal` leaves behind, whatever library threw it. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
}

/** The caught value as a `MorganError`; what is not one already becomes `internal` with the original as its cause. */
export function toMorganError(error: unknown): MorganError {
  if (error instanceof MorganError) return error;
  if (isAbort(error)) return new MorganError("cancelled", "The request was cancelled.", { cause: error });
  if (error instanceof Deno.errors.NotCapable) {
    return new MorganError("internal", error.message, {
      cause: error,
      hint: "Run Morgan with `deno task morgan`.",
    });
  }
  if (isDiskFull(error)) {
    return new MorganError("storage_full", "The disk that holds Morgan's data is full.", {
      cause: error,
      hint: "Free some space, or move MORGAN_HOME to a larger disk, then try again.",
    });
  }
  if (isSqlError(error)) {
    return new MorganError("internal", "The database refused what it was given.", {
      cause: error,
      hint: "`morgan doctor` looks after it; the server's log tells what was refused.",
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new MorganError("internal", message, { cause: error });
}

/** True for an error in PostgreSQL's words, which are for the log: it has a severity and an SQLSTATE. */
function isSqlError(error: unknown): boolean {
  return error instanceof Error && "severity" in error && "code" in error &&
    typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code);
}

/** True when the operating system reported that no space (or quota) is left: ENOSPC, EDQUOT, Windows' ERROR_DISK_FULL. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return code === "ENOSPC" || code === "EDQUOT" ||
    /no space left on device|disk quota exceeded|not enough space on the disk|\bENOSPC\b/i.test(
      error.message,
    );
}
