import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { createRoute, z } from "@hono/zod-openapi";
import { createMetrics } from "../telemetry/mod.ts";
import { actFor, asPartOfCall } from "./call.ts";
import { jsonResponse, listen, overHttp, serviceApp } from "./mod.ts";

const TOKEN = "token-of-the-tests";
const context = () => ({ token: TOKEN, metrics: createMetrics() });
const route = createRoute({
  method: "get",
  path: "/api/heard",
  responses: jsonResponse(z.object({}).catchall(z.unknown()), "What came with the request."),
});

/** A service that tells what comes with a request, and one that asks it. */
async function pair(
  body: (front: (headers: HeadersInit) => Promise<Record<string, unknown>>) => Promise<void>,
) {
  const heard = serviceApp("heard", context()).openapi(route, (c) =>
    c.json({
      id: c.get("requestId"),
      user: c.req.header("x-user-id") ?? null,
      left: Number(c.req.header("x-timeout-ms") ?? NaN),
    }, 200));
  await using back = listen((request) => heard.request(request), { host: "127.0.0.1", port: 0 });
  const transport = overHttp(TOKEN);
  async function* ask() {
    yield await (await transport(`${back.url}/api/heard`)).json();
  }
  const front = serviceApp("front", context());
  front.get("/api/ask", async (c) => {
    actFor("Zoë & co");
    const steps = asPartOfCall(ask());
    // Taken outside of the request, as a stream's reader does.
    return c.json(await outside(() => steps.next()));
  });
  await body(async (headers) => {
    const request = new Request("http://front/api/ask", {
      headers: { authorization: `Bearer ${TOKEN}`, ...Object.fromEntries(new Headers(headers)) },
    });
    const response = await front.request(request);
    const { value } = await response.json();
    return value;
  });
}

/** Runs something as part of no request. */
const outside = AsyncLocalStorage.snapshot();

Deno.test("a request's id, its user and the time that is left travel with each call, also one that a stream makes later", async () => {
  await pair(async (ask) => {
    const heard = await ask({ "x-request-id": "request-1", "x-timeout-ms": "30000" });
    assert.deepEqual([heard.id, heard.user], ["request-1", encodeURIComponent("Zoë & co")]);
    const left = Number(heard.left);
    assert.ok(left > 0 && left <= 30_000, `${left}`);
    const other = await ask({});
    assert.match(String(other.id), /^[0-9a-f-]{36}$/);
    assert.equal(other.left, null);
  });
});

Deno.test("when the time of a request is over, its signal aborts", async () => {
  const app = serviceApp("late", context());
  app.get("/api/wait", async (c) => {
    const { signal } = c.req.raw;
    signal.throwIfAborted();
    await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    return c.text("never");
  });
  const response = await app.request("/api/wait", {
    headers: { authorization: `Bearer ${TOKEN}`, "x-timeout-ms": "1" },
  });
  assert.equal(response.status, 504);
});
