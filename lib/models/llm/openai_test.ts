import assert from "node:assert/strict";
import { configSchema } from "../../config/schema.ts";
import { openLanguageModel } from "../llm.ts";

const messages = [{ role: "user" as const, content: "Hello." }];

/** Settings for a model server at `port`. */
function settings(port: number, given: Record<string, unknown> = {}) {
  const base_url = `http://127.0.0.1:${port}/v1`;
  return configSchema.parse({ llm: { provider: "openai", base_url, ...given } }).llm;
}

/** A server that answers by path. */
function serve(answers: (path: string, request: Request) => Response) {
  return Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => answers(new URL(request.url).pathname, request),
  );
}

const models = (fields: object = {}) => Response.json({ data: [{ id: "m", ...fields }] });

Deno.test("the window is what the server tells, in the ways that servers tell it", async () => {
  const cases: [object, object | undefined, number, boolean][] = [
    [{ max_model_len: 1000 }, undefined, 1000, true],
    [{ context_length: 2000 }, undefined, 2000, true],
    [{ meta: { n_ctx: 3000 } }, undefined, 3000, true],
    [{}, { default_generation_settings: { n_ctx: 5000 } }, 5000, true],
    [{}, undefined, 4096, false],
  ];
  for (const [fields, props, window, known] of cases) {
    await using server = serve((path) => {
      if (path === "/v1/models") return models(fields);
      return props && path === "/props" ? Response.json(props) : new Response(null, { status: 404 });
    });
    const info = await (await openLanguageModel(settings(server.addr.port)))?.describe();
    assert.deepEqual([info?.id, info?.contextWindow, info?.windowKnown], ["m", window, known]);
    const set = settings(server.addr.port, { context_window: 777 });
    assert.equal((await (await openLanguageModel(set))?.describe())?.contextWindow, 777);
  }
});

Deno.test("what a server refuses is told with the next step", async () => {
  const cases: [number, string, string, RegExp][] = [
    [401, "no", "invalid_config", /llm\.api_key/],
    [404, "model not found", "not_found", /llm\.model/],
    [400, "prompt exceeds the context", "too_large", /context_window/],
    [500, "out of memory", "unavailable", /log/],
  ];
  for (const [status, text, code, hint] of cases) {
    await using server = serve((path) =>
      path === "/v1/chat/completions" ? new Response(text, { status }) : models()
    );
    const model = await openLanguageModel(settings(server.addr.port));
    const answer = model?.generate({ messages, maxTokens: 8 });
    await assert.rejects(async () => await answer?.next(), (error: { code: string; hint: string }) => {
      assert.equal(error.code, code);
      assert.match(error.hint, hint);
      return true;
    });
  }
});

Deno.test("a connection that is cut in the middle of an answer is unavailable, after what had come", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const cutting = (async () => {
    for await (const connection of listener) {
      const bytes = new Uint8Array(65536);
      const head = new TextDecoder().decode(bytes.subarray(0, await connection.read(bytes) ?? 0));
      const delta = '{"choices":[{"index":0,"delta":{"content":"Hel"},"finish_reason":null}]}';
      const body = head.startsWith("GET") ? '{"data":[{"id":"m"}]}' : `data: ${delta}\n\n`;
      const type = head.startsWith("GET") ? "application/json" : "text/event-stream";
      // A length that is never reached.
      const length = head.startsWith("GET") ? body.length : 9999;
      await connection.write(
        new TextEncoder().encode(
          `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n${body}`,
        ),
      );
      connection.close();
    }
  })();
  const model = await openLanguageModel(settings(listener.addr.port));
  const seen: string[] = [];
  await assert.rejects(
    async () => {
      for await (const text of model?.generate({ messages, maxTokens: 8 }) ?? []) seen.push(text);
    },
    { code: "unavailable", message: /broke off in the middle of an answer/ },
  );
  assert.deepEqual(seen, ["Hel"]);
  listener.close();
  await cutting.catch(() => {});
});
