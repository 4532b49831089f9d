import assert from "node:assert/strict";
import { post, problemOf } from "../support/requests.ts";
import { knownMigrations } from "../../lib/db/mod.ts";
import type { Register } from "./suite.ts";

/** The borders of core: token, problems, health, metrics, description. */
export function httpTests(test: Register): void {
  test("a missing or wrong token is refused with 401, whatever the call", async (running) => {
    for (const token of [null, "wrong", "token-of-the-test"]) {
      for (const path of ["/api/status", "/api/documents", "/metrics", "/health/db", "/nowhere"]) {
        const problem = await problemOf(await running.call(path, { token }), 401);
        assert.equal(problem.code, "unauthorized");
      }
    }
    const malformed = await running.call("/api/status", {
      token: null,
      headers: { authorization: "Basic eDp5" },
    });
    assert.equal((await problemOf(malformed, 401)).code, "unauthorized");
  });

  test("/health and /openapi.json need no token, and the description lists every call", async (running) => {
    const health = await running.call("/health", { token: null });
    assert.equal(health.status, 200);
    assert.equal((await health.json()).service, "morgan-core");
    const description = await (await running.call("/openapi.json", { token: null })).json();
    assert.match(description.openapi, /^3\.1/);
    for (
      const path of [
        "/api/text",
        "/api/search",
        "/api/ingest",
        "/api/documents",
        "/api/documents/{id}",
        "/api/reindex",
      ]
    ) assert.ok(description.paths[path], path);
  });

  test("each store tells its health and latency", async (running) => {
    for (const [store, backend] of [["db", running.backend], ["minio", "disk"], ["redis", "memory"]]) {
      const response = await running.call(`/health/${store}`);
      const health = await response.json();
      assert.equal(response.status, 200);
      assert.equal(health.status, "ok");
      assert.equal(health.backend, backend);
      assert.equal(typeof health.latency_ms, "number");
      if (store !== "db") continue;
      assert.deepEqual([health.role, health.migration], ["primary", knownMigrations().at(-1)]);
      assert.match(health.version, /^\d+\.\d+/);
      assert.equal(typeof health.pool?.max, running.backend === "postgres" ? "number" : "undefined");
    }
  });

  test("/metrics counts requests by service, route and status", async (running) => {
    await running.call("/api/status");
    const text = await (await running.call("/metrics")).text();
    assert.match(
      text,
      /morgan_requests_total\{[^}]*service="core"[^}]*route="\/api\/status"[^}]*status="200"/,
    );
    assert.match(text, /morgan_step_seconds_bucket/);
    assert.match(text, /process_resident_memory_bytes \d{7,}/);
    assert.match(text, /morgan_database_seconds [\d.e-]+\n/);
    assert.equal(
      /morgan_database_connections\{state="idle"\} \d+/.test(text),
      running.backend === "postgres",
    );
  });

  test("an invalid field is refused with 400 and named", async (running) => {
    const cases: [string, unknown, string][] = [
      ["/api/text", {}, "text"],
      ["/api/text", { text: "   " }, "text"],
      ["/api/text", { text: 7 }, "text"],
      ["/api/text", { text: "x", top_k: 0 }, "top_k"],
      ["/api/text", { text: "x", top_k: 51 }, "top_k"],
      ["/api/text", { text: "x", filter: { folder: "a" } }, "filter"],
      ["/api/search", { query: "x", top_k: 101 }, "top_k"],
      ["/api/search", { query: "x", leg: "sparse" }, "leg"],
      ["/api/search", { query: "x", filter: { since: "yesterday" } }, "filter.since"],
      ["/api/search", { query: "x", filter: { type: "exe" } }, "filter.type"],
    ];
    for (const [path, body, field] of cases) {
      const problem = await problemOf(await post(running, path, body), 400);
      assert.equal(problem.code, "invalid_input");
      assert.deepEqual(problem.details, { field }, JSON.stringify(body));
    }
    for (const query of ["limit=0", "limit=x", "status=done", "type=exe"]) {
      const problem = await problemOf(await running.call(`/api/documents?${query}`), 400);
      assert.deepEqual(problem.details, { field: query.split("=")[0] });
    }
  });

  test("malformed JSON and a body that is no multipart are refused with 400", async (running) => {
    const json = { method: "POST", body: "{", headers: { "content-type": "application/json" } };
    assert.equal((await problemOf(await running.call("/api/search", json), 400)).code, "invalid_input");
    const plain = { method: "POST", body: "x", headers: { "content-type": "text/plain" } };
    const problem = await problemOf(await running.call("/api/ingest", plain), 400);
    assert.match(String(problem.detail), /multipart/);
    const none = await running.call("/api/ingest", { method: "POST" });
    assert.equal((await problemOf(none, 400)).code, "invalid_input");
  });

  test("an unknown call, an unknown document and a wrong id have their own problems", async (running) => {
    assert.equal((await problemOf(await running.call("/api/nothing"), 404)).code, "not_found");
    const unknown = "/api/documents/00000000-0000-4000-8000-000000000000";
    for (const method of ["GET", "DELETE"]) {
      const problem = await problemOf(await running.call(unknown, { method }), 404);
      assert.equal(problem.code, "not_found");
    }
    const problem = await problemOf(await running.call("/api/documents/7"), 400);
    assert.deepEqual(problem.details, { field: "id" });
  });

  test("a request id is taken over, or made", async (running) => {
    const given = await running.call("/health", { headers: { "x-request-id": "mine-1" } });
    assert.equal(given.headers.get("x-request-id"), "mine-1");
    const made = await running.call("/health", { headers: { "x-request-id": "not a valid id!" } });
    assert.match(made.headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/);
  });

  test("status tells hosts, services, stores, documents and the model", async (running) => {
    const status = await running.client.status();
    assert.ok(status.hosts[0]?.cpu_cores);
    assert.deepEqual(status.services.map(({ name, status }) => `${name} ${status}`), [
      "morgan-core ok",
      "morgan-rag ok",
      "morgan-embedding ok",
      "morgan-emotion ok",
      "morgan-empathy ok",
      "morgan-learning ok",
      "morgan-llm ok",
    ]);
    assert.equal(status.llm.id, "fake-1b");
    assert.match(status.index.model ?? "", /^BAAI\/bge-small-en-v1\.5/);
    assert.deepEqual(status.degraded, []);
  });
}
