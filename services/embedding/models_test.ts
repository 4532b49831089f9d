import assert from "node:assert/strict";
import { configSchema } from "../../lib/config/schema.ts";
import { eventually } from "../../lib/testing.ts";
import type { ModelSettings } from "./contract.ts";
import { type Models, openModels } from "./models.ts";

/** A stand-in for an embedding server: vectors of as many values as the model's name has letters. Counts what is asked of each model. */
async function withServer(body: (url: string, asked: Map<string, number>) => Promise<void>): Promise<void> {
  const asked = new Map<string, number>();
  await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    const { model, input } = await request.json();
    asked.set(model, (asked.get(model) ?? 0) + 1);
    return Response.json({ embeddings: input.map(() => Array(model.length).fill(1)) });
  });
  await body(`http://127.0.0.1:${server.addr.port}`, asked);
}

function ollama(base_url: string, model: string): ModelSettings {
  return { provider: "ollama", model, base_url };
}

function open(base_url: string, idleMs?: number): Models {
  const { embedding } = configSchema.parse({ embedding: ollama(base_url, "one") });
  return openModels({ settings: embedding, folder: "", ...(idleMs === undefined ? {} : { idleMs }) });
}

Deno.test("a model is opened once, by whatever it is asked for", async () => {
  await withServer(async (url, asked) => {
    await using models = open(url);
    const settings = ollama(`${url}/`, "one");
    const opened = await Promise.all([models.open({}), models.open({}), models.open({ warm: true })]);
    assert.deepEqual(new Set(opened.map((model) => model?.id)), new Set(["ollama:one@3"]));
    assert.equal(asked.get("one"), 1);
    assert.equal((await models.open({ settings }))?.id, "ollama:one@3");
    assert.equal((await models.use("ollama:one@3", (model) => model.embed(["a", "b"], "query"))).length, 6);
  });
});

Deno.test("a former model closes when nobody asks it, is opened again by its name, and the configured one stays", async () => {
  await withServer(async (url, asked) => {
    await using models = open(url, 1);
    await models.open({});
    const former = await models.open({ settings: ollama(url, "former") });
    assert.equal(former?.id, "ollama:former@6");
    const opened = () => asked.get("former") ?? 0;
    // Each opening asks the server once: what was closed meanwhile asks it again.
    await eventually("the former model is opened again", async () => {
      await models.use("ollama:former@6", ({ dimension }) => assert.equal(dimension, 6));
      return opened() > 1;
    });
    await models.use("ollama:one@3", ({ dimension }) => assert.equal(dimension, 3));
    assert.equal(asked.get("one"), 1);
  });
});

Deno.test("a model that was never opened is unavailable by its name", async () => {
  await withServer(async (url) => {
    await using models = open(url);
    await assert.rejects(models.use("ollama:other@5", () => {}), {
      code: "unavailable",
      message: "The embedding model ollama:other@5 is not open.",
    });
  });
});

Deno.test("a server that is away is opened with what is known of this very model alone", async () => {
  const closed = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${closed.addr.port}`;
  closed.close();
  await using models = open(url);
  await assert.rejects(models.open({}), { code: "unavailable" });
  await assert.rejects(models.open({ known: { id: "ollama:two@3", dimension: 3 } }), { code: "unavailable" });
  const opened = await models.open({ known: { id: "ollama:one@3", dimension: 3 } });
  assert.deepEqual([opened?.id, opened?.dimension], ["ollama:one@3", 3]);
});

Deno.test("without a model nothing is opened", async () => {
  const { embedding } = configSchema.parse({ embedding: { provider: "none" } });
  await using models = openModels({ settings: embedding, folder: "" });
  assert.equal(await models.open({}), null);
});
