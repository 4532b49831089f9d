import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type ErrorCode, MorganError } from "../../errors.ts";
import { PROBLEM_JSON, toProblem } from "../problem.ts";

/** What is said to a client whose request never reached a handler. */
const REFUSALS = {
  400: ["invalid_input", "The request is not valid HTTP.", "Send it as HTTP/1.1 (RFC 9112) has it."],
  405: ["method_not_allowed", "Morgan is no proxy.", "Ask for a path, such as /openapi.json."],
  408: ["request_timeout", "The request did not come in time.", "Send it again."],
  413: ["too_large", "The request's chunks are too large.", "Send smaller ones."],
  431: ["too_large", "The request's address and headers are too long.", "Send what is long in the body."],
  503: ["busy", "Too many connections are open.", "Try again, or raise server.max_connections."],
} as const satisfies Record<number, readonly [ErrorCode, string, string]>;

type Refusal = keyof typeof REFUSALS;

/** The status for what Node's parser threw. */
export function refusalOf(error: Error): Refusal {
  const code = "code" in error ? error.code : undefined;
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return 408;
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "HPE_CHUNK_EXTENSIONS_OVERFLOW" ? 413 : 400;
}

/** Answers with a problem, without any handler, and closes the connection. */
export function refuse(connection: Duplex, status: Refusal): void {
  if (!connection.writable) return void connection.destroy();
  const [code, message, hint] = REFUSALS[status];
  const body = JSON.stringify({ ...toProblem(new MorganError(code, message, { hint })), status });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${PROBLEM_JSON}`,
    `content-length: ${new TextEncoder().encode(body).length}`,
    "connection: close",
  ];
  connection.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  if ("destroySoon" in connection && typeof connection.destroySoon === "function") connection.destroySoon();
  else connection.end();
}
