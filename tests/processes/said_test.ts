import assert from "node:assert/strict";
import { configSchema } from "../../lib/config/schema.ts";
import { makeTestPostgres, TEST_POSTGRES_URL } from "../../lib/db/testing.ts";
import { newToken, openHome } from "../../lib/home/mod.ts";
import { listen } from "../../lib/http/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { type Morgan, startMorgan } from "../../services/all.ts";
import { startFakeLlm } from "../support/fake_llm.ts";
import { SERVICE_NAMES, type ServiceName } from "../../services/names.ts";

/** Some services over a home of their own, reached at the address that they listen on. */
async function start(services: readonly ServiceName[], config: Record<string, unknown>) {
  await using stack = new AsyncDisposableStack();
  const root = await Deno.makeTempDir({ prefix: "morgan-test-" });
  stack.defer(() => Deno.remove(root, { recursive: true }));
  const morgan = stack.use(
    await startMorgan({
      config: configSchema.parse(config),
      home: await openHome({ MORGAN_HOME: root }),
      token: newToken(),
      services,
    }),
  );
  const { url } = stack.use(listen((request) => morgan.fetch(request), { host: "127.0.0.1", port: 0 }));
  const owned = stack.move();
  return { morgan, url, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** What processes of one Morgan share: a database, a key, a token between them. They embed nothing. */
async function makeShared() {
  await using stack = new AsyncDisposableStack();
  const { url } = stack.use(await makeTestPostgres());
  const key_file = await Deno.makeTempFile();
  stack.defer(() => Deno.remove(key_file));
  await Deno.writeTextFile(key_file, crypto.getRandomValues(new Uint8Array(32)).toBase64());
  const owned = stack.move();
  return {
    config: {
      database: { url, pool_min: 0, pool_max: 10, connect_seconds: 20 },
      security: { key_file },
      embedding: { provider: "none" },
    },
    token: newToken(),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function say({ client }: Morgan, text: string) {
  const session_id = crypto.randomUUID();
  return { ...await client.text({ text, session_id, llm: false, rag: true }), session_id };
}

async function finds({ client }: Morgan, query: string, text: string): Promise<boolean> {
  const { conversations } = await client.conversations({ query });
  return conversations.some(({ matches = [] }) => matches.some((match) => match.text === text));
}

Deno.test({
  name:
    "two processes of core over one database find what was told to either, and nothing of what either deleted",
  ignore: TEST_POSTGRES_URL === undefined,
  async fn() {
    await using shared = await makeShared();
    const { config, token } = shared;
    await using first = await start(SERVICE_NAMES, { ...config, services: { token } });
    const others = SERVICE_NAMES.filter((name) => name !== "core");
    const reached = Object.fromEntries(others.map((name) => [name, { url: first.url }]));
    await using second = await start(["core"], { ...config, services: { token, ...reached } });

    const [canary, lantern] = ["My canary is called Figaro.", "My lantern is made of brass."];
    const told = await say(first.morgan, canary);
    await say(second.morgan, lantern);
    for (const { morgan } of [first, second]) {
      await eventually("the canary is found", () => finds(morgan, "canary", canary));
      await eventually("the lantern is found", () => finds(morgan, "lantern", lantern));
    }
    assert.match((await say(second.morgan, "What is my canary called?")).answer, /Figaro/);

    await second.morgan.client.deleteConversation(told.session_id);
    for (const { morgan } of [first, second]) assert.ok(!await finds(morgan, "canary", canary));
    assert.ok(await finds(first.morgan, "lantern", lantern));
    assert.doesNotMatch((await say(first.morgan, "What is my canary called?")).answer, /Figaro/);
  },
});

Deno.test({
  name: "while rag is away a model goes on talking, and says that what was said before was not searched",
  ignore: TEST_POSTGRES_URL === undefined,
  async fn() {
    await using shared = await makeShared();
    await using llm = startFakeLlm({ reply: ["A lantern gives light."] });
    const { token } = shared;
    const config = { ...shared.config, llm: { base_url: llm.url, provider: "openai" } };
    const others = SERVICE_NAMES.filter((name) => name !== "rag");
    const holder = await start(["rag", "embedding"], { ...config, services: { token } });
    await using talking = await start(others, { ...config, services: { token, rag: { url: holder.url } } });
    const ask = (text: string) =>
      talking.morgan.client.text({ text, session_id: crypto.randomUUID(), rag: false });
    assert.ok(!(await ask("What is a lantern for?")).degraded.includes("no_recall"));
    await holder[Symbol.asyncDispose]();
    const { answer, degraded } = await ask("What is a lantern for?");
    assert.match(answer, /gives light/);
    assert.ok(degraded.includes("no_recall"));
  },
});
