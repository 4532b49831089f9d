import type { ErrorCode, MorganError } from "../errors.ts";

/** The HTTP status of each kind of failure. */
const STATUS = {
  usage: 400,
  invalid_input: 400,
  invalid_config: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  method_not_allowed: 405,
  unsupported_media: 415,
  request_timeout: 408,
  too_large: 413,
  unreadable_document: 422,
  model_mismatch: 409,
  busy: 429,
  cancelled: 499,
  timeout: 504,
  storage_full: 507,
  storage: 500,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** An error as RFC 9457 has it, with Morgan's `code`, `hint` and `request_id`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  hint?: string;
  request_id?: string;
  details?: Record<string, unknown>;
}

/** Media type of a problem (RFC 9457, section 3). */
export const PROBLEM_JSON = "application/problem+json";

/** The body that stands for `error`. Its `type` is `about:blank`, since `code` tells the kind. */
export function toProblem(error: MorganError, requestId?: string): Problem {
  return {
    type: "about:blank",
    title: error.code.replaceAll("_", " "),
    status: STATUS[error.code],
    detail: error.message,
    code: error.code,
    ...(error.hint ? { hint: error.hint } : {}),
    ...(requestId ? { request_id: requestId } : {}),
    ...(error.details ? { details: error.details } : {}),
  };
}

/** The response that stands for `error`, with further members. */
export function problemResponse(
  error: MorganError,
  requestId?: string,
  more: Record<string, unknown> = {},
): Response {
  const problem = toProblem(error, requestId);
  return new Response(JSON.stringify({ ...more, ...problem }), {
    status: problem.status,
    headers: { "content-type": PROBLEM_JSON, ...(requestId ? { "x-request-id": requestId } : {}) },
  });
}

/** True for the name of a kind of failure that this version knows. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(STATUS, code);
}
