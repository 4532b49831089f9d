import assert from "node:assert/strict";
import { MorganError } from "../../errors.ts";
import { openEmbedder } from "../embedding.ts";

interface Body {
  model: string;
  input: string[];
}

function serve(answer: (body: Body, path: string, request: Request) => Response) {
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    return answer(await request.json(), new URL(request.url).pathname, request);
  });
}

Deno.test("an OpenAI endpoint is asked in batches and its answers are put in order", async () => {
  const sizes: number[] = [];
  await using server = serve(({ input }, path, request) => {
    assert.equal(path, "/v1/embeddings");
    assert.equal(request.headers.get("authorization"), "Bearer key");
    sizes.push(input.length);
    const data = input.map((text, index) => ({ index, embedding: [text.length, 0, 1] }));
    return Response.json({ data: data.reverse() });
  });
  const baseUrl = `http://127.0.0.1:${server.addr.port}/v1/`;
  await using embedder = await openEmbedder({ kind: "openai", baseUrl, model: "m", apiKey: "key" });
  assert.equal(embedder.dimension, 3);
  const texts = Array.from({ length: 70 }, (_, i) => "x".repeat(i));
  const vectors = await embedder.embed(texts, "passage");
  texts.forEach((_, i) => assert.ok(Math.abs(vectors[i * 3]! - i / Math.hypot(i, 1)) < 1e-6));
  assert.deepEqual(sizes, [1, 32, 32, 6]);
});

Deno.test("an Ollama endpoint is asked by its own API", async () => {
  await using server = serve(({ input }, path) => {
    assert.equal(path, "/api/embed");
    return Response.json({ embeddings: input.map(() => [3, 4]) });
  });
  const baseUrl = `http://127.0.0.1:${server.addr.port}`;
  await using embedder = await openEmbedder({ kind: "ollama", baseUrl, model: "m" });
  assert.deepEqual([...await embedder.embed(["a"], "query")], [Math.fround(0.6), Math.fround(0.8)]);
});

for (
  const [status, code, hint] of [
    [401, "invalid_config", /API key/],
    [404, "invalid_config", /ollama pull m/],
    [429, "busy", /moment/],
    [503, "unavailable", /log/],
  ] as const
) {
  Deno.test(`an endpoint that answers ${status} is told apart, with a hint`, async () => {
    await using server = serve(() => new Response("no", { status }));
    const baseUrl = `http://127.0.0.1:${server.addr.port}`;
    await assert.rejects(openEmbedder({ kind: "ollama", baseUrl, model: "m" }), (error) => {
      assert.ok(error instanceof MorganError);
      assert.equal(error.code, code);
      assert.match(error.hint ?? "", hint);
      return true;
    });
  });
}

Deno.test("an endpoint that is away or talks nonsense is unavailable, with a hint", async () => {
  const unavailable = (error: unknown) =>
    error instanceof MorganError && error.code === "unavailable" && !!error.hint;
  let baseUrl: string;
  {
    await using server = serve(() => Response.json({ hello: 1 }));
    baseUrl = `http://127.0.0.1:${server.addr.port}`;
    await assert.rejects(openEmbedder({ kind: "openai", baseUrl, model: "m" }), unavailable);
  }
  await assert.rejects(openEmbedder({ kind: "openai", baseUrl, model: "m" }), unavailable);
});
