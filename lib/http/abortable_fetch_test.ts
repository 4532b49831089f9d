import assert from "node:assert/strict";
import { abortableFetch } from "./abortable_fetch.ts";

/** A server whose bodies begin and never end; it tells when a reader goes. */
function endless() {
  const gone: (() => void)[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, () =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode("begun")),
        cancel: () => gone.shift()?.(),
      }),
    ));
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    left: () => new Promise<void>((resolve) => void gone.push(resolve)),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

Deno.test("an abort in the middle of a body arrives at the reader and at the server, also after garbage collections", async () => {
  await using server = endless();
  for (let i = 0; i < 20; i++) {
    const stop = new AbortController();
    const response = await abortableFetch(server.url, { signal: stop.signal });
    const reader = response.body?.getReader();
    assert.equal(new TextDecoder().decode((await reader?.read())?.value), "begun");
    // Enough garbage to have the collector pass.
    for (let n = 0; n < 200; n++) new Array(10_000).fill(n);
    const left = server.left();
    stop.abort(new Error("enough"));
    await assert.rejects(reader?.read() ?? Promise.resolve(), /enough/);
    await left;
  }
});

Deno.test("an abort before the response rejects the call; one that came before it, too", async () => {
  const late = Promise.withResolvers<Response>();
  await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, () => late.promise);
  const stop = new AbortController();
  const call = abortableFetch(`http://127.0.0.1:${server.addr.port}`, { signal: stop.signal });
  stop.abort(new Error("enough"));
  await assert.rejects(call, /enough/);
  await assert.rejects(
    abortableFetch(`http://127.0.0.1:${server.addr.port}`, { signal: stop.signal }),
    /enough/,
  );
  late.resolve(new Response("late"));
});
