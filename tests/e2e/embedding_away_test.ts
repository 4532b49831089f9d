import assert from "node:assert/strict";
import { eventually } from "../../lib/testing.ts";
import { type CommandHome, commandHome } from "../support/command.ts";
import { startFakeEmbeddings } from "../support/fake_embeddings.ts";

interface Found {
  results: { path: string; text: string }[];
  degraded: string[];
}

const search = async (home: CommandHome, text: string, leg = "fused") =>
  await home.json(["search", text, "--leg", leg]) as unknown as Found;
const degraded = async (home: CommandHome) => (await home.json(["status"])).degraded as string[];

function environment(url: string): Record<string, string> {
  return {
    MORGAN_EMBEDDING_PROVIDER: "openai",
    MORGAN_EMBEDDING_BASE_URL: url,
    MORGAN_EMBEDDING_MODEL: "hashed",
  };
}

Deno.test("an embedding server that is away at the start costs meaning alone; what is ingested waits for it", async () => {
  await using fake = startFakeEmbeddings();
  await using home = await commandHome(environment(fake.url));
  await home.write({ "ferry.md": "# Ferry\n\nThe quokkaberth leaves from the north pier at nine." });
  assert.equal((await home.morgan(["ingest", "ferry.md"])).code, 0);
  await home.morgan(["stop"]);

  fake.failWith(503);
  assert.ok((await degraded(home)).includes("no_embedding"));
  const found = await search(home, "quokkaberth");
  assert.deepEqual(found.degraded, ["no_embedding"]);
  assert.match(found.results[0]?.text ?? "", /north pier/);
  const { answer } = await home.json(["query", "Where does the quokkaberth leave from?"]);
  assert.match(String(answer), /north pier/);
  const { checks } = await home.json(["doctor"]).catch(() => ({ checks: [] })) as {
    checks: { name: string; status: string }[];
  };
  for (const { name, status } of checks) if (name === "embedding model") assert.equal(status, "problem");

  await home.write({ "bakery.md": "# Bakery\n\nThe marlinspike bun is sold on Tuesdays." });
  const ingested = await home.morgan(["ingest", "bakery.md"]);
  assert.equal(ingested.code, 1);
  assert.match(ingested.stderr + ingested.stdout, /by itself as soon as the server answers/);
  // What it waits for is told wherever it is seen to wait.
  await eventually(
    "the list says so",
    async () => /bakery\.md .*pending: unavailable/.test((await home.morgan(["documents", "list"])).stdout),
  );
  const { documents } = await home.json(["documents", "list", "--status", "pending"]) as {
    documents: { message?: string }[];
  };
  assert.match(documents[0]?.message ?? "", /embedding/i);
  const { stdout } = await home.morgan(["status"]);
  assert.match(stdout, /waiting for .*embedding/i);

  fake.failWith(undefined);
  await eventually(
    "what waited is found by its meaning",
    async () =>
      (await search(home, "marlinspike bun", "dense").catch(() => undefined))?.results[0]?.path.endsWith(
        "bakery.md",
      ) ?? false,
  );
  assert.ok(!(await degraded(home)).includes("no_embedding"));
  assert.doesNotMatch((await home.morgan(["status"])).stdout, /waiting for/);
});

Deno.test("an embedding server that never answered leaves words alone until a start finds it", async () => {
  await using fake = startFakeEmbeddings();
  await using home = await commandHome(environment(fake.url));
  fake.failWith(503);
  await home.write({ "ferry.md": "# Ferry\n\nThe quokkaberth leaves from the north pier at nine." });
  assert.equal((await home.morgan(["ingest", "ferry.md"])).code, 0);
  assert.deepEqual((await search(home, "quokkaberth")).degraded, ["no_embedding"]);
  assert.ok((await degraded(home)).includes("no_embedding"));

  fake.failWith(undefined);
  await home.morgan(["stop"]);
  await eventually(
    "it is found by its meaning",
    async () => (await search(home, "north pier", "dense")).results.length === 1,
  );
  assert.deepEqual((await search(home, "quokkaberth")).degraded, []);
});
