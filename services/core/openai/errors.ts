import type { MorganError } from "../../../lib/errors.ts";

/** An error in the shape that clients of OpenAI's API read. */
export function openAiError(error: MorganError) {
  const field = error.details?.field;
  return {
    error: {
      message: error.hint ? `${error.message} ${error.hint}` : error.message,
      type: TYPES[error.code] ?? "api_error",
      param: typeof field === "string" ? field : null,
      code: error.code,
    },
  };
}

const TYPES: Partial<Record<MorganError["code"], string>> = {
  invalid_input: "invalid_request_error",
  not_found: "invalid_request_error",
  method_not_allowed: "invalid_request_error",
  unsupported_media: "invalid_request_error",
  request_timeout: "invalid_request_error",
  too_large: "invalid_request_error",
  unauthorized: "authentication_error",
  busy: "rate_limit_error",
};
