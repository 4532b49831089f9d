import assert from "node:assert/strict";
import { listen } from "./listen.ts";
import { IN_PROCESS, inProcess, overHttp, type Transport } from "./transport.ts";

/** An app whose `/slow` never answers, whose `/stream` never ends, and which tells when a request was aborted. */
function slowApp() {
  const aborted = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const app = {
    async request(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url);
      if (pathname === "/token") return new Response(request.headers.get("authorization"));
      if (pathname === "/slow") {
        request.signal.addEventListener("abort", () => aborted.resolve());
        arrived.resolve();
        await aborted.promise;
        return new Response("late");
      }
      return new Response(
        new ReadableStream({
          pull: async (controller) => {
            controller.enqueue(new TextEncoder().encode("x"));
            await new Promise((resolve) => setTimeout(resolve, 1));
          },
          cancel: () => aborted.resolve(),
        }),
      );
    },
  };
  return { app, aborted: aborted.promise, arrived: arrived.promise };
}

/** Both transports are held to the same. */
async function both(
  body: (transport: Transport, base: string, slow: ReturnType<typeof slowApp>) => Promise<void>,
) {
  const inside = slowApp();
  await body(inProcess(inside.app, "secret"), IN_PROCESS, inside);
  const outside = slowApp();
  await using listener = listen((request) => outside.app.request(request), { host: "127.0.0.1", port: 0 });
  await body(overHttp("secret"), listener.url, outside);
}

Deno.test("a transport brings the token, unless the request has one", () =>
  both(async (transport, base) => {
    assert.equal(await (await transport(`${base}/token`)).text(), "Bearer secret");
    const own = { headers: { authorization: "Bearer own" } };
    assert.equal(await (await transport(`${base}/token`, own)).text(), "Bearer own");
  }));

Deno.test("an abort rejects the call with its reason at once, and the service sees it", () =>
  both(async (transport, base, { aborted, arrived }) => {
    const abort = new AbortController();
    const call = transport(`${base}/slow`, { signal: abort.signal });
    await arrived;
    const reason = new Error("enough");
    abort.abort(reason);
    await assert.rejects(call, reason);
    await aborted;
    await assert.rejects(transport(`${base}/slow`, { signal: AbortSignal.abort(reason) }), reason);
  }));

Deno.test("an abort ends a body that is being read, and its source", () =>
  both(async (transport, base, { aborted }) => {
    const abort = new AbortController();
    const response = await transport(`${base}/stream`, { signal: abort.signal });
    const reader = response.body?.getReader();
    assert.equal((await reader?.read())?.done, false);
    abort.abort(new Error("enough"));
    await assert.rejects(async () => {
      while (!(await reader?.read())?.done);
    });
    await aborted;
  }));

Deno.test("a server that is not there is unavailable, by its address", async () => {
  await assert.rejects(overHttp("secret")("http://127.0.0.1:9/x"), {
    code: "unavailable",
    message: "Cannot reach Morgan at http://127.0.0.1:9.",
  });
});

Deno.test("a connection that breaks in the middle of a body is unavailable", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const serving = (async () => {
    const connection = await listener.accept();
    await connection.read(new Uint8Array(65536));
    await connection.write(new TextEncoder().encode("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nhalf"));
    connection.close();
  })();
  const response = await overHttp("secret")(`http://127.0.0.1:${listener.addr.port}/x`);
  await assert.rejects(response.text(), { code: "unavailable", message: /broke off/ });
  await serving;
  listener.close();
});

Deno.test("a token between services that is refused is trouble of theirs, which passes: no wrong token of the user's", async () => {
  await using listener = listen(() => new Response("who?", { status: 401 }), { host: "127.0.0.1", port: 0 });
  const users = await overHttp("secret")(listener.url);
  assert.equal(users.status, 401);
  await users.body?.cancel();
  await assert.rejects(
    overHttp("secret", { what: "the service rag", refused: "Give both the same." })(listener.url),
    {
      code: "unavailable",
      message: `The service rag at ${new URL(listener.url).origin} refuses this process's token.`,
      hint: "Give both the same.",
    },
  );
});
