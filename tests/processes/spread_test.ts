import assert from "node:assert/strict";
import { newToken } from "../../lib/home/mod.ts";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";
import { given, serve } from "../support/serving.ts";

const LEASE = "# Lease\n\nThe rent is 950 pounds a month. It is due on the third of each month.\n";

async function answer(home: CommandHome, question: string) {
  return await home.json(["query", question]);
}

Deno.test("models in one process, what is kept in another: documents are found by meaning, danger is seen, and each goes on without the other", async () => {
  const token = newToken();
  let keeping: Awaited<ReturnType<typeof serve>>;
  await using stack = new AsyncDisposableStack();
  {
    const thinking = await serve("embedding,llm,empathy", given(token));
    stack.defer(() => thinking[Symbol.asyncDispose]());
    const urls = { embedding: thinking.url, llm: thinking.url, empathy: thinking.url };
    keeping = stack.use(await serve("emotion,learning,rag,core", given(token, urls)));
    const { home } = keeping;
    await home.write({ "lease.md": LEASE });
    const ingested = await home.morgan(["ingest", "."]);
    assert.equal(ingested.code, 0, ingested.stderr);
    const found = await home.json(["search", "how much do I pay to live here"]);
    assert.match(JSON.stringify(found), /"dense":/);
    assert.match(String((await answer(home, "How high is the rent?")).answer), /950 pounds/);
    assert.match(String((await answer(home, "I want to die")).answer), /helpline|988|116 123/i);

    for (const [bearer, status] of [[token, 200], [newToken(), 401], ["", 401]] as const) {
      const response = await fetch(`${thinking.url}/services/embedding/api/models`, {
        method: "POST",
        headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
        body: "{}",
      });
      assert.equal(response.status, status);
      await response.body?.cancel();
    }
    const lost = await fetch(`${thinking.url}/services/rag/health`);
    assert.equal(lost.status, 404);
    assert.match(JSON.stringify(await lost.json()), /runs embedding, llm, empathy/);
    const health = await fetch(`${keeping.url}/services/rag/health`);
    assert.deepEqual([health.status, (await health.json()).service], [200, "morgan-rag"]);

    thinking.child.kill("SIGKILL");
    await thinking.child.status;
  }
  const { home } = keeping;
  const alone = await answer(home, "When is the rent due?");
  assert.match(String(alone.answer), /third of each month/);
  assert.match(JSON.stringify(alone.degraded), /no_embedding/);
});

Deno.test("a process says what it lacks before it starts: an address, a token, a service of that name", async () => {
  await using home = await commandHome();
  const failed = async (args: string[], env: Record<string, string> = {}) => {
    const { code, stderr } = await home.morgan(["serve", "--port", "0", ...args], { env });
    return [code, ...twoLines(stderr)];
  };
  const token = newToken();
  const [, address, addressHint] = await failed(["--services", "rag"], given(token));
  assert.match(String(address), /services\.embedding\.url is not set/);
  assert.match(String(addressHint), /add embedding to --services/);
  const [, lack, lackHint] = await failed(["--services", "embedding"]);
  assert.match(String(lack), /services\.token is not set/);
  assert.match(String(lackHint), /openssl rand/);
  const [code, unknown, near] = await failed(["--services", "rga"]);
  assert.notEqual(code, 0);
  assert.match(`${unknown} ${near}`, /no service rga.*Did you mean rag/s);
  const file = `${home.files}/none`;
  const [, missing] = await failed(["--services", "embedding"], { MORGAN_SERVICES_TOKEN_FILE: file });
  assert.match(String(missing), /missing or empty/);
});

Deno.test("the processes of a Morgan start in any order", async () => {
  const token = newToken();
  const reserved = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = reserved.addr;
  reserved.close();
  const url = `http://127.0.0.1:${port}`;
  await using later = await commandHome({ ...given(token), MORGAN_SERVER_PORT: String(port) });
  const starting = serve(
    "emotion,learning,rag,core",
    given(token, { embedding: url, llm: url, empathy: url }),
  );
  const child = later.spawn(["serve", "--services", "embedding,llm,empathy"]);
  try {
    await using keeping = await starting;
    await keeping.home.write({ "lease.md": LEASE });
    assert.equal((await keeping.home.morgan(["ingest", "."])).code, 0);
    const found = await keeping.home.json(["search", "how much do I pay to live here"]);
    assert.match(JSON.stringify(found), /"dense":/);
  } finally {
    child.kill("SIGTERM");
    await child.output();
  }
});
