import assert from "node:assert/strict";
import { createRoute, z } from "@hono/zod-openapi";
import { createMetrics } from "../telemetry/mod.ts";
import { jsonBody, jsonResponse, serviceApp } from "./mod.ts";

const Said = z.object({ text: z.string(), tags: z.array(z.string()).optional() });
const app = serviceApp("test", { token: "t", metrics: createMetrics(), maxJsonBytes: 1_000 })
  .openapi(
    createRoute({
      method: "post",
      path: "/say",
      request: jsonBody(Said),
      responses: jsonResponse(Said, "As said."),
    }),
    (c) => c.json(c.req.valid("json"), 200),
  );

function ask(path: string, init: RequestInit & { type?: string | null } = {}): Promise<Response> {
  const { type = "application/json", ...rest } = init;
  const headers = new Headers({ authorization: "Bearer t", ...(type ? { "content-type": type } : {}) });
  for (const [name, value] of new Headers(rest.headers)) headers.set(name, value);
  return Promise.resolve(app.request(`http://h${path}`, { ...rest, headers }));
}
const say = (body: BodyInit, init: Parameters<typeof ask>[1] = {}) =>
  ask("/say", { method: "POST", body, ...init });

Deno.test("texts of a body come without NUL and half surrogate pairs", async () => {
  const response = await say('{"text": "a\\u0000b \\ud83d", "tags": ["\\udc4b", "\\ud83d\\udc4b"]}');
  assert.deepEqual(await response.json(), { text: "ab \ufffd", tags: ["\ufffd", "👋"] });
});

Deno.test("bodies that are too large, too deep, coded, of another kind or no JSON are refused by what is wrong", async () => {
  const cases: [number, Promise<Response>][] = [
    [413, say(JSON.stringify({ text: "x".repeat(2_000) }))],
    [
      413,
      say(ReadableStream.from(Array.from({ length: 30 }, () => new TextEncoder().encode(" ".repeat(100))))),
    ],
    [400, say("[".repeat(500))],
    [400, say('{"text": ')],
    [400, say(new Uint8Array([0x22, 0xff, 0x22]))],
    [400, ask("/say", { method: "POST" })],
    [415, say("{}", { headers: { "content-encoding": "gzip" } })],
    [415, say("{}", { type: "text/plain" })],
    [404, ask("/health/%00")],
    [413, ask(`/health?x=${"y".repeat(9_000)}`)],
  ];
  for (const [status, response] of cases) {
    const { status: got, headers } = await response;
    assert.equal(got, status);
    assert.equal(headers.get("content-type"), "application/problem+json");
  }
});

Deno.test("a method that an address does not have is refused with those that it has", async () => {
  const wrong = await ask("/say", { method: "DELETE" });
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get("allow"), "POST, OPTIONS");
  assert.equal((await ask("/say", { method: "OPTIONS" })).status, 204);
  assert.equal((await ask("/health", { method: "HEAD" })).status, 200);
  assert.equal((await ask("/nowhere", { method: "DELETE" })).status, 404);
});
