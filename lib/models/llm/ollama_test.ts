import assert from "node:assert/strict";
import { configSchema } from "../../config/schema.ts";
import { openLanguageModel } from "../llm.ts";
import { chooseModel } from "./ollama.ts";

const messages = [{ role: "user" as const, content: "Hello." }];

/** A stand-in for Ollama that answers a chat with these lines, and keeps what it was asked. */
function fakeOllama(lines: object[], window = 32768) {
  const asked: { truncate: boolean; options: Record<string, number> }[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    switch (new URL(request.url).pathname) {
      case "/api/version":
        return Response.json({ version: "0.0.0" });
      case "/api/tags":
        return Response.json({ models: [{ name: "small:latest" }, { name: "big:7b" }] });
      case "/api/show":
        return Response.json({ model_info: { "llama.context_length": window } });
      case "/api/ps":
        return Response.json({ models: [] });
      case "/api/chat":
        asked.push(await request.json());
        return new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      default:
        return new Response(null, { status: 404 });
    }
  });
  const llm = (given: object = {}) =>
    configSchema.parse({ llm: { base_url: `http://127.0.0.1:${server.addr.port}/v1`, ...given } }).llm;
  return { server, asked, llm };
}

Deno.test("Ollama is recognised, and its window is set and never cut silently", async () => {
  const done = { done: true, done_reason: "stop", prompt_eval_count: 9, eval_count: 2 };
  const { server, asked, llm } = fakeOllama([
    { message: { content: "Hel" } },
    { message: { content: "lo" } },
    done,
  ]);
  await using _ = server;
  const model = await openLanguageModel(llm());
  const info = await model?.describe();
  assert.deepEqual([info?.provider, info?.id, info?.contextWindow], ["ollama", "small:latest", 8192]);
  const texts: string[] = [];
  const answer = model?.generate({ messages, maxTokens: 8, temperature: 0 });
  for (;;) {
    const next = await answer?.next();
    if (next?.done !== false) {
      assert.deepEqual(next?.value, { finish: "stop", promptTokens: 9, completionTokens: 2 });
      break;
    }
    texts.push(next.value);
  }
  assert.deepEqual(texts, ["Hel", "lo"]);
  assert.equal(asked[0]?.truncate, false);
  assert.deepEqual(asked[0]?.options, { num_ctx: 8192, num_predict: 8, temperature: 0 });
  const large = await openLanguageModel(llm({ context_window: 1_000_000 }));
  assert.equal((await large?.describe())?.contextWindow, 32768);
});

Deno.test("an answer of Ollama's that breaks off, or ends in an error, is no answer", async () => {
  for (const last of [[], [{ error: "model runner has stopped" }]]) {
    const { server, llm } = fakeOllama([{ message: { content: "Hel" } }, ...last]);
    await using _ = server;
    const model = await openLanguageModel(llm());
    await assert.rejects(
      async () => await Array.fromAsync(model?.generate({ messages, maxTokens: 8 }) ?? []),
      {
        code: "unavailable",
      },
    );
  }
});

Deno.test("a model is chosen by its name, with or without :latest, or as the first", () => {
  const has = ["small:latest", "big:7b"];
  assert.equal(chooseModel(undefined, has, "http://h"), "small:latest");
  assert.equal(chooseModel("small", has, "http://h"), "small:latest");
  assert.equal(chooseModel("big:7b", has, "http://h"), "big:7b");
  assert.throws(() => chooseModel("big", has, "http://h"), {
    code: "not_found",
    hint: /small:latest, big:7b/,
  });
  assert.throws(() => chooseModel(undefined, [], "http://h"), { code: "not_found", hint: /Pull one/ });
});
