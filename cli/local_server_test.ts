import assert from "node:assert/strict";
import {
  ensureToken,
  type Home,
  lockData,
  openHome,
  type ServerFile,
  writeServerFile,
} from "../lib/home/mod.ts";
import { INSTANCE, listen, type Listener, serviceApp } from "../lib/http/mod.ts";
import { answerNonce, newNonce } from "../lib/http/proof.ts";
import { createMetrics } from "../lib/telemetry/mod.ts";
import { findRunning } from "./local_server.ts";

/** A server of another program, which keeps what it is told. */
interface Recorder extends AsyncDisposable {
  url: string;
  /** Method, address, headers and body of each request. */
  readonly told: string[];
}

async function written(request: Request): Promise<string> {
  const { method, url, headers } = request;
  return `${method} ${url}\n${JSON.stringify([...headers])}\n${await request.text()}`;
}

function startRecorder(
  reply: (request: Request) => Response | undefined = () => undefined,
): Recorder {
  const told: string[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    told.push(await written(request));
    return reply(request) ?? Response.json({ status: "ok", service: "morgan-core", version: "0.1.0" });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    told,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** Nothing but questions for a proof, which bring nothing. */
function assertToldNothing(told: readonly string[], token: string): void {
  for (const request of told) {
    assert.match(request, /^GET http:\/\/127\.0\.0\.1:\d+\/proof\?nonce=[\w-]{43}\n/);
    assert.ok(request.endsWith("\n"), `a body came: ${request}`);
    assert.doesNotMatch(request, /authorization|cookie/i);
    assert.ok(!request.includes(token));
  }
}

async function withHome(body: (home: Home, token: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "morgan-proof-" });
  try {
    const home = await openHome({ MORGAN_HOME: root });
    await body(home, await ensureToken(home));
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

function fileOf(url: string, more: Partial<ServerFile> = {}): ServerFile {
  return {
    url,
    pid: Deno.pid,
    version: "0.1.0",
    instance: INSTANCE,
    started_at: new Date(0).toISOString(),
    ...more,
  };
}

function startReal(token: string, port = 0): Listener {
  const app = serviceApp("core", { token, metrics: createMetrics() });
  return listen((request) => app.fetch(request), { host: "127.0.0.1", port });
}

Deno.test("a server that proves the token is found, and takes what stands for the token in requests", () =>
  withHome(async (home, token) => {
    await using lock = await lockData(home);
    await using server = startReal(token);
    await writeServerFile(home, fileOf(server.url));
    const running = await findRunning(home);
    assert.equal(running?.url, server.url);
    // The app has no such call: the refusal shows that the request was let in.
    await assert.rejects(running?.client.status() ?? Promise.resolve(), { code: "not_found" });
    assert.ok(lock);
  }));

Deno.test("a file whose lock is free or whose process has ended is believed nothing, and nobody is asked", () =>
  withHome(async (home, token) => {
    await using recorder = startRecorder();
    await writeServerFile(home, fileOf(recorder.url));
    assert.equal(await findRunning(home), null);
    {
      await using _lock = await lockData(home);
      const ended = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" }).spawn();
      await ended.status;
      await writeServerFile(home, fileOf(recorder.url, { pid: ended.pid }));
      assert.equal(await findRunning(home), null);
    }
    assert.deepEqual(recorder.told, []);
    assert.ok(token);
  }));

Deno.test("whoever listens there without the token gets a nonce and nothing else, whatever they answer", () =>
  withHome(async (home, token) => {
    await using _lock = await lockData(home);
    const replies: (() => Response | undefined)[] = [
      () => undefined,
      () => Response.json({ ...answerNonce(token, newNonce()), instance: "another" }),
      () => Response.json({ proof: "" }),
      () => Response.json({ proof: 1 }),
      () => Response.json([]),
      () => new Response("no JSON"),
      () => new Response(null, { status: 307, headers: { location: "http://127.0.0.1:1/" } }),
    ];
    for (const reply of replies) {
      await using recorder = startRecorder(reply);
      await writeServerFile(home, fileOf(recorder.url));
      assert.equal(await findRunning(home), null);
      assert.equal(recorder.told.length, 1);
      assertToldNothing(recorder.told, token);
    }
  }));

Deno.test("who says to be the server, and has another token or a proof that was overheard, is named and told nothing", () =>
  withHome(async (home, token) => {
    await using _lock = await lockData(home);
    for (
      const reply of [
        () => answerNonce(`${token.slice(0, -1)}x`, newNonce()),
        () => answerNonce(token, newNonce()),
      ]
    ) {
      await using recorder = startRecorder(() => Response.json(reply()));
      await writeServerFile(home, fileOf(recorder.url));
      await assert.rejects(findRunning(home), { code: "unauthorized", hint: /token/ });
      assertToldNothing(recorder.told, token);
    }
  }));

Deno.test("a proof of another Morgan with the same token is none: it is bound to the process", () =>
  withHome(async (home, token) => {
    await using _lock = await lockData(home);
    await using server = startReal(token);
    await writeServerFile(home, fileOf(server.url, { instance: "another" }));
    assert.equal(await findRunning(home), null);
  }));

Deno.test("who takes the port of a server that ended between two requests is told nothing", () =>
  withHome(async (home, token) => {
    await using _lock = await lockData(home);
    const app = serviceApp("core", { token, metrics: createMetrics() });
    const told: string[] = [];
    let taken = false;
    await using listener = listen(async (request) => {
      if (!taken) return await app.fetch(request);
      told.push(await written(request));
      return Response.json({ status: "ok" });
    }, { host: "127.0.0.1", port: 0 });
    await writeServerFile(home, fileOf(listener.url));
    const running = await findRunning(home);
    assert.ok(running);
    await assert.rejects(running.client.status(), { code: "not_found" });
    taken = true;
    await assert.rejects(running.client.text({ text: "what is the secret plan?" }), { code: "unavailable" });
    const file = { path: "plan.md", open: () => new Blob(["the secret plan"]).stream() };
    await assert.rejects(Array.fromAsync(running.client.ingest([file])), { code: "unavailable" });
    assert.equal(told.length, 2);
    assertToldNothing(told, token);
  }));
