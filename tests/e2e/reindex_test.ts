import assert from "node:assert/strict";
import { overHttp } from "../../lib/http/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { coreClient } from "../../services/core/client.ts";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";
import { type FakeEmbeddings, startFakeEmbeddings } from "../support/fake_embeddings.ts";

const MODEL = "BAAI/bge-small-en-v1.5";
const ANIMALS = [
  "owl",
  "vole",
  "heron",
  "otter",
  "badger",
  "stoat",
  "newt",
  "carp",
  "finch",
  "hare",
  "wren",
  "toad",
];

/** One document of one chunk for each animal. */
function animals(): Record<string, string> {
  return Object.fromEntries(
    ANIMALS.map((
      name,
      i,
    ) => [`${name}.txt`, `The ${name} of the meadow was seen ${i} times near the old mill.`]),
  );
}

interface Index {
  vectors: number;
  lexical_chunks: number;
  model: string | null;
  reindex: { state: string; needed: boolean; done: number; total: number; reason?: string };
}

async function status(home: CommandHome): Promise<{ index: Index; degraded: string[] }> {
  return await home.json(["status"]) as unknown as { index: Index; degraded: string[] };
}

/** What a status says once it says what is waited for. */
async function until(home: CommandHome, ready: (index: Index) => boolean): Promise<Index> {
  let { index } = await status(home);
  await eventually(`the index is as ${ready} wants it`, async () => {
    ({ index } = await status(home));
    return ready(index);
  });
  return index;
}

const QUERIES = ["an owl near the mill", "stoat", "water animals"];
const LEGS = ["fused", "dense", "lexical"] as const;

/** What each query finds on each leg, asked of the server itself: nine commands would take seconds. */
async function searches(home: CommandHome) {
  await home.json(["status"]);
  const { url } = await home.server();
  const client = coreClient(url, overHttp((await Deno.readTextFile(`${home.root}/token`)).trim()));
  const found = [];
  for (const query of QUERIES) {
    for (const leg of LEGS) found.push(await client.search({ query, leg }));
  }
  return found;
}

async function found(home: CommandHome, query: string, leg: string): Promise<string[]> {
  const { results } = await home.json(["search", query, "--leg", leg]) as { results: { path: string }[] };
  return results.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
}

/** Sets a fake as the embedding model. */
async function choose(home: CommandHome, fake: FakeEmbeddings, model = "hashed"): Promise<void> {
  const embedding = { provider: "openai", model, base_url: fake.url };
  await Deno.mkdir(home.root, { recursive: true });
  await Deno.writeTextFile(`${home.root}/config.json`, JSON.stringify({ embedding }));
}

async function generations(home: CommandHome): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(`${home.root}/index`))).filter((entry) => entry.isDirectory)
    .map((entry) => entry.name);
}

Deno.test("a new model's index is made in the background: the old one answers as before, then the new one does", async () => {
  await using fake = startFakeEmbeddings();
  await using home = await commandHome({});
  await home.write(animals());
  await home.morgan(["ingest", "."]);
  const before = await searches(home);

  await choose(home, fake);
  await home.morgan(["stop"]);
  const waiting = await searches(home);
  assert.deepEqual(waiting.map(({ results }) => results), before.map(({ results }) => results));
  assert.deepEqual(waiting[0]?.degraded, ["reindex_needed"]);
  const told = await home.morgan(["search", "How often was the owl seen?"]);
  assert.match(told.stderr, /Run `morgan reindex`/);
  assert.equal([...fake.texts.keys()].filter((text) => text.includes("meadow")).length, 0);

  fake.holdAfter(5);
  const detached = await home.json(["reindex", "--detach"]);
  assert.equal(detached.state, "running");
  await fake.held();
  const during = await searches(home);
  assert.deepEqual(during.map(({ results }) => results), before.map(({ results }) => results));
  assert.deepEqual(during[0]?.degraded, ["reindexing"]);
  const share = (await status(home)).index.reindex;
  assert.deepEqual([share.state, share.done, share.total], ["running", 5, 12]);

  // One of the deleted is in the new index already, one is not.
  await home.write({
    "lynx.txt": "The lynx of the forest was seen once.",
    "hare.txt": "A hare was seen by night.",
  });
  assert.equal((await home.morgan(["ingest", "."])).code, 0);
  for (const name of ["badger.txt", "wren.txt"]) await home.morgan(["documents", "rm", name, "-y"]);
  assert.deepEqual(await found(home, "lynx", "lexical"), ["lynx.txt"]);

  fake.release();
  const ended = await home.json(["reindex"]) as unknown as { index: Index; degraded: string[] };
  assert.equal(ended.index.model, "openai:hashed@64");
  assert.deepEqual([ended.index.vectors, ended.index.lexical_chunks], [11, 11]);
  assert.deepEqual(ended.degraded, ["no_llm"]);
  assert.equal((await found(home, "lynx forest", "dense"))[0], "lynx.txt");
  assert.equal((await found(home, "hare by night", "dense"))[0], "hare.txt");
  assert.deepEqual(await found(home, "badger", "lexical"), []);
  assert.ok(!(await found(home, "badger", "dense")).includes("badger.txt"));
  const explained = await home.json(["query", "How often was the owl seen?", "--explain"]);
  assert.match(JSON.stringify(explained.explain), /openai:hashed@64/);
  assert.equal((await generations(home)).length, 1);

  await home.morgan(["stop"]);
  assert.equal((await status(home)).index.model, "openai:hashed@64");
  assert.equal((await found(home, "lynx forest", "dense"))[0], "lynx.txt");
});

Deno.test("a build that kill -9 interrupts goes on where it was at the next start, by itself", async () => {
  await using fake = startFakeEmbeddings();
  await using former = startFakeEmbeddings({ seed: 37 });
  await using home = await commandHome({});
  await home.write(animals());
  await choose(home, former, "former");
  await home.morgan(["ingest", "."]);
  await choose(home, fake);

  fake.holdAfter(5);
  await home.json(["reindex", "--detach"]);
  await fake.held();
  const { pid } = await home.server();
  Deno.kill(pid, "SIGKILL");
  fake.release();
  const index = await until(home, (index) => index.model === "openai:hashed@64");
  assert.equal(index.vectors, 12);
  const counts = [...fake.texts].filter(([text]) => text.includes("meadow")).map(([, count]) => count);
  assert.equal(counts.length, 12);
  // Only the one that was under way at the kill may have been embedded twice.
  assert.ok(counts.reduce((sum, count) => sum + count, 0) <= 13, counts.join(" "));
  assert.equal((await found(home, "badger", "dense"))[0], "badger.txt");
  assert.equal((await generations(home)).length, 1);
});

Deno.test("a build can be cancelled, and one that fails says why and goes on by command", async () => {
  await using fake = startFakeEmbeddings();
  await using former = startFakeEmbeddings({ seed: 37 });
  await using home = await commandHome({});
  await home.write(animals());
  await choose(home, former, "former");
  await home.morgan(["ingest", "."]);
  await choose(home, fake);
  const before = await searches(home);

  fake.holdAfter(3);
  await home.json(["reindex", "--detach"]);
  await fake.held();
  const cancelled = await home.morgan(["reindex", "--cancel"]);
  assert.equal(cancelled.code, 0, cancelled.stderr);
  assert.match(cancelled.stdout, /stays in use/);
  const again = await home.morgan(["reindex", "--cancel"]);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /No index is being made/);
  assert.equal((await generations(home)).length, 1);
  assert.match((await home.morgan(["reindex", "--status"])).stdout, /run `morgan reindex`/);
  assert.deepEqual((await searches(home)).map((one) => one.results), before.map((one) => one.results));

  fake.release();
  fake.failWith(500);
  const failed = await home.morgan(["reindex"]);
  assert.equal(failed.code, 2);
  assert.match(failed.stderr, /it was told to fail/);
  assert.match(failed.stderr, /goes on where it stopped/);
  assert.equal((await home.json(["reindex", "--status"])).state, "failed");
  fake.failWith(undefined);
  const ended = await home.json(["reindex"]) as unknown as { index: Index };
  assert.equal(ended.index.vectors, 12);
  assert.equal((await home.morgan(["reindex", "--status", "--cancel"])).code, 64);
});

Deno.test("a server that somebody runs with `morgan serve` is theirs to restart", async () => {
  await using fake = startFakeEmbeddings();
  await using home = await commandHome({});
  const none = await home.morgan(["config", "set", "embedding.provider", "none"]);
  assert.equal(none.code, 0, none.stderr);
  const server = home.spawn(["serve", "--port", "0"]);
  const lines = server.stdout.pipeThrough(new TextDecoderStream()).getReader();
  assert.match((await lines.read()).value ?? "", /listens on/);
  await choose(home, fake);
  const refused = await home.morgan(["reindex"]);
  assert.equal(refused.code, 1);
  const [what, next] = twoLines(refused.stderr);
  assert.match(what, /`morgan serve` runs with the embedding model none; configured now is hashed/);
  assert.match(next, /Restart it/);
  await lines.cancel();
  await home.morgan(["stop"]);
  await server.stderr.cancel();
  await server.status;
});

Deno.test("indexes recover when they are lost, take over an older layout, and live on words when their model is gone", async () => {
  await using home = await commandHome({});
  const none = { env: { MORGAN_EMBEDDING_PROVIDER: "none" } };
  await home.write({
    "ferry.txt": "A ferryman rowed travellers over the water for a penny each.",
    "owl.txt": "The barn owl hunts voles on the meadow.",
  });
  await home.morgan(["ingest", "."], none);
  assert.deepEqual((await status(home)).degraded, ["no_embedding", "no_llm"]);

  // With a model from now on: the stored documents get their vectors by themselves.
  await home.morgan(["stop"]);
  await until(home, (index) => index.vectors === 2);
  assert.equal((await found(home, "boat passengers", "dense"))[0], "ferry.txt");

  // The layout before generations.
  await home.morgan(["stop"]);
  const [generation = ""] = await generations(home);
  for (const name of ["vectors.log", "lexical.log"]) {
    await Deno.rename(`${home.root}/index/${generation}/${name}`, `${home.root}/index/${name}`);
  }
  await Deno.remove(`${home.root}/index/${generation}`, { recursive: true });
  await Deno.remove(`${home.root}/index/active.json`);
  const taken = await status(home) as unknown as { index: Index; embedding: { texts: number } };
  assert.deepEqual([taken.index.vectors, taken.index.lexical_chunks], [2, 2]);
  assert.equal(taken.embedding.texts, 0);
  assert.equal((await found(home, "boat passengers", "dense"))[0], "ferry.txt");

  // The index files are lost.
  await home.morgan(["stop"]);
  await Deno.remove(`${home.root}/index`, { recursive: true });
  await until(home, (index) => index.vectors === 2 && index.lexical_chunks === 2);
  assert.deepEqual(await found(home, "voles", "lexical"), ["owl.txt"]);

  // Another model: the same weights in a folder of another name, with a window that the stored chunks don't fit.
  await home.write({
    "long.txt": `${"The clerk wrote down what the council said. ".repeat(14)}A comet was seen.`,
  });
  await home.morgan(["ingest", "."]);
  await copyModel(`${home.root}/models/other`);
  await Deno.writeTextFile(`${home.root}/models/other/sentence_bert_config.json`, '{"max_seq_length": 64}');
  await home.morgan(["config", "set", "embedding.model", "other"]);
  const remade = await home.morgan(["reindex"]);
  assert.equal(remade.code, 0, remade.stderr);
  assert.match(remade.stdout, /Indexed again: 3 vectors of .*other/);
  // Nothing was cut: a chunk went to the model in parts, and all of them count.
  const parted = await home.json(["status"]) as unknown as {
    embedding: { texts: number; max_tokens: number };
  };
  assert.equal(parted.embedding.max_tokens, 64);
  assert.ok(parted.embedding.texts >= 2 + 3, String(parted.embedding.texts));
  assert.equal((await found(home, "astronomy", "dense"))[0], "long.txt");
  // Then its folder goes.
  await home.morgan(["config", "unset", "embedding.model"]);
  await home.morgan(["stop"]);
  await Deno.remove(`${home.root}/models/other`, { recursive: true });
  const lost = await status(home);
  assert.deepEqual(lost.degraded, ["no_embedding", "reindex_needed", "no_llm"]);
  assert.match(lost.index.reindex.reason ?? "", /no embedding model other/);
  assert.deepEqual(await found(home, "voles", "fused"), ["owl.txt"]);
  const dense = await home.morgan(["search", "voles", "--leg", "dense"]);
  assert.equal(dense.code, 2);
  assert.match(dense.stderr, /cannot be used[\s\S]*morgan reindex/);
  await home.json(["reindex"]);
  assert.equal((await found(home, "boat passengers", "dense"))[0], "ferry.txt");
});

async function copyModel(to: string): Promise<void> {
  const from = new URL(`../../assets/models/${MODEL}/`, import.meta.url);
  await Deno.mkdir(`${to}/onnx`, { recursive: true });
  for (const folder of ["", "onnx/"]) {
    for await (const entry of Deno.readDir(new URL(folder, from))) {
      if (entry.isFile) {
        await Deno.copyFile(new URL(folder + entry.name, from), `${to}/${folder}${entry.name}`);
      }
    }
  }
}
