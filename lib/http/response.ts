import { MorganError } from "../errors.ts";
import { isErrorCode, PROBLEM_JSON } from "./problem.ts";

/** What is read of a response, so that `fetch`'s and Hono's typed ones both serve. */
interface ReadableResponse {
  ok: boolean;
  status: number;
  headers: Headers;
  text(): Promise<string>;
}

/** The response itself when it succeeded; otherwise throws the error that the problem in its body stands for. */
export async function expectOk<R extends ReadableResponse>(response: R | Promise<R>): Promise<R> {
  const settled = await response;
  if (settled.ok) return settled;
  throw await readProblem(settled);
}

/** The error that an unsuccessful response stands for. */
async function readProblem(response: ReadableResponse): Promise<MorganError> {
  const text = await response.text();
  if (response.headers.get("content-type")?.startsWith(PROBLEM_JSON)) {
    return problemError(JSON.parse(text));
  }
  return new MorganError(
    "unavailable",
    `The server answered ${response.status} with no explanation: ${text.slice(0, 200)}`,
    {
      hint: "Check that the address belongs to a Morgan server.",
    },
  );
}

/** A problem, as read from a body or a stream, as the error it stands for. */
export function problemError(problem: Record<string, unknown>): MorganError {
  const { code, detail, hint, details, request_id } = problem;
  return new MorganError(
    isErrorCode(code) ? code : "internal",
    String(detail ?? "The server reported an error."),
    {
      hint: typeof hint === "string" ? hint : undefined,
      details: { ...(typeof details === "object" ? details : {}), ...(request_id ? { request_id } : {}) },
    },
  );
}
