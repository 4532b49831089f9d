import assert from "node:assert/strict";
import type { Running } from "./running.ts";

/** Posts JSON to core. */
export async function post(running: Running, path: string, body: unknown): Promise<Response> {
  return await running.call(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
}

/** The problem in a response's body, whose status and media type are checked. */
export async function problemOf(response: Response, status: number): Promise<Record<string, unknown>> {
  assert.equal(response.status, status);
  assert.match(response.headers.get("content-type") ?? "", /^application\/problem\+json/);
  const problem = await response.json();
  assert.equal(problem.status, status);
  assert.ok(problem.detail && problem.code && problem.hint && problem.request_id);
  return problem;
}

/** The paths that a lexical search for one word finds, once each. */
export async function pathsWith(running: Running, word: string): Promise<string[]> {
  const { results } = await running.client.search({ query: word, leg: "lexical", top_k: 100 });
  return [...new Set(results.map((result) => result.path))].sort();
}

/** Rejects when `promise` has not settled after 20 s: what never comes is a failure with a name, not a hang. */
export async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`Never happened: ${what}`)), 60_000);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
