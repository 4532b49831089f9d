import assert from "node:assert/strict";
import { listen, type ListenOptions } from "./listen.ts";

type Handler = (request: Request) => Response | Promise<Response>;

/** A listener on a free loopback port, ended with the test. */
async function serving(
  handler: Handler,
  run: (port: number, listener: ReturnType<typeof listen>) => Promise<void>,
  options: Partial<ListenOptions> = {},
): Promise<void> {
  await using listener = listen(handler, { host: "127.0.0.1", port: 0, graceMs: 200, ...options });
  await run(Number(new URL(listener.url).port), listener);
}

const connect = (port: number) => Deno.connect({ hostname: "127.0.0.1", port });
const send = (conn: Deno.Conn, text: string) => conn.write(new TextEncoder().encode(text));

/** All that the server says until it closes; fails when it does not within 10 s. */
async function untilClosed(conn: Deno.Conn): Promise<string> {
  const timer = setTimeout(() => conn.close(), 10_000);
  try {
    return await new Response(conn.readable).text();
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionReset) return "";
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function raw(port: number, text: string): Promise<string> {
  const conn = await connect(port);
  await send(conn, text);
  return await untilClosed(conn);
}

async function eventually(check: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 10_000;
  while (!check()) {
    assert.ok(performance.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const ok = () => new Response("fine");
const GET = "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";

Deno.test("listen() answers one request after the other on a connection, and reads bodies", () =>
  serving(
    async (request) => Response.json({ method: request.method, body: await request.text() }),
    async (port) => {
      for (const body of ["one", "two", "x".repeat(200_000)]) {
        const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body });
        assert.deepEqual(await response.json(), { method: "POST", body });
      }
      const both = await raw(port, GET + GET.replace("host", "connection: close\r\nhost"));
      assert.equal(both.match(/HTTP\/1\.1 200 OK/g)?.length, 2);
    },
  ));

Deno.test("what is no HTTP is refused with a problem, and the next client is answered", () =>
  serving(ok, async (port) => {
    const cases: [string, number][] = [
      ["nonsense\r\n\r\n", 400],
      ["GET / HTTP/1.1\r\nbad header\r\n\r\n", 400],
      [
        "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        400,
      ],
      [`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${"y".repeat(60_000)}\r\n\r\n`, 431],
      ["GET / HTTP/1.1\r\nhost: a b\r\n\r\n", 400],
      ["GET //[ HTTP/1.1\r\nhost: [\r\n\r\n", 400],
      ["CONNECT example.org:80 HTTP/1.1\r\nhost: example.org\r\n\r\n", 405],
      ["\x16\x03\x01\x02\x00\x01", 400],
    ];
    for (const [text, status] of cases) {
      const said = await raw(port, text);
      assert.match(said, new RegExp(`^HTTP/1\\.1 ${status} `), JSON.stringify(text.slice(0, 60)));
    }
    assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), "fine");
  }));

Deno.test("idle and half-sent requests are ended in time", () =>
  serving(async (request) => Response.json(await request.text()), async (port) => {
    assert.match(await raw(port, ""), /^(HTTP\/1\.1 408 |$)/);
    assert.match(await raw(port, "GET / HTTP/1.1\r\nhost: localhost\r\n"), /^HTTP\/1\.1 408 /);
    const begun = await raw(port, "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\nab");
    assert.doesNotMatch(begun, /^HTTP\/1\.1 200/);
    const kept = await raw(port, GET);
    assert.match(kept, /^HTTP\/1\.1 200 /);
  }, { requestTimeoutMs: 200, idleTimeoutMs: 100 }));

Deno.test("idle connections make room for a new one, and one too many is told so while all are busy", async () => {
  const release = Promise.withResolvers<void>();
  let held = 0;
  await serving(async () => {
    held++;
    await release.promise;
    return ok();
  }, async (port) => {
    const idle = await Promise.all(Array.from({ length: 50 }, () => connect(port)));
    const busy = await Promise.all(Array.from({ length: 4 }, () => connect(port)));
    for (const [i, conn] of busy.entries()) {
      await send(conn, GET);
      await eventually(() => held === i + 1, "a request beside idle connections is answered");
    }
    assert.match(await raw(port, GET), /^HTTP\/1\.1 503 [^]*"code":"busy"/);
    release.resolve();
    for (const conn of [...idle, ...busy]) conn.close();
    await eventually(() => held === 4, "held");
    assert.match(await raw(port, GET.replace("host", "connection: close\r\nhost")), /^HTTP\/1\.1 200 /);
  }, { maxConnections: 4 });
});

Deno.test("a client that goes is noticed: the signal aborts, the stream is cancelled, the request is over", async () => {
  const aborted = Promise.withResolvers<void>();
  const cancelled = Promise.withResolvers<void>();
  await serving((request) => {
    request.signal.addEventListener("abort", () => aborted.resolve());
    return new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode("first")),
        cancel: () => cancelled.resolve(),
      }),
    );
  }, async (port, listener) => {
    const conn = await connect(port);
    await send(conn, GET);
    await conn.read(new Uint8Array(10));
    assert.equal(listener.activity().open, 1);
    conn.close();
    await Promise.all([aborted.promise, cancelled.promise]);
    await eventually(() => listener.activity().open === 0, "the request is counted as over");
  });
});

Deno.test("a body is asked for only when it is read", () =>
  serving(async (request) => {
    if (request.headers.has("x-refuse")) return new Response("no", { status: 413 });
    return new Response(await request.text());
  }, async (port) => {
    const head =
      "POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 4\r\nexpect: 100-continue\r\n";
    assert.match(await raw(port, `${head}x-refuse: 1\r\n\r\n`), /^HTTP\/1\.1 413 /);
    assert.match(
      await raw(port, `${head}\r\nbody`),
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 [^]*body/,
    );
  }));

Deno.test("ending cuts off what is still open after its time, and no error is left over", async () => {
  const listener = listen(() => new Response(new ReadableStream({})), {
    host: "127.0.0.1",
    port: 0,
    graceMs: 50,
  });
  const port = Number(new URL(listener.url).port);
  const [open, half, idle] = [await connect(port), await connect(port), await connect(port)];
  await send(open, GET);
  await send(half, "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\nab");
  await eventually(() => listener.activity().open === 2, "both requests run");
  await listener[Symbol.asyncDispose]();
  for (const conn of [open, half, idle]) await untilClosed(conn);
  await assert.rejects(connect(port), Deno.errors.ConnectionRefused);
});
