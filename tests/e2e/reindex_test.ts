import assert from "node:assert/strict";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";

const MODEL = "BAAI/bge-small-en-v1.5";

async function settled(
  home: CommandHome,
): Promise<{ vectors: number; lexical_chunks: number; model: string }> {
  for (let tries = 0; tries < 200; tries++) {
    const { jobs, index } = await home.json(["status"]) as {
      jobs: { waiting: number; active: number };
      index: { vectors: number; lexical_chunks: number; model: string };
    };
    if (jobs.waiting + jobs.active === 0) return index;
  }
  throw new Error("The jobs never ended.");
}

async function found(home: CommandHome, query: string, leg: string): Promise<string[]> {
  const { results } = await home.json(["search", query, "--leg", leg]) as { results: { path: string }[] };
  return results.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
}

Deno.test("indexes follow the configured model, recover when they are lost, and refuse another model's vectors", async () => {
  await using home = await commandHome({});
  const none = { env: { MORGAN_EMBEDDING_PROVIDER: "none" } };
  await home.write({
    "ferry.txt": "A ferryman rowed travellers over the water for a penny each.",
    "owl.txt": "The barn owl hunts voles on the meadow.",
  });
  await home.morgan(["ingest", "."], none);
  const words = await home.json(["status"]);
  assert.deepEqual(words.degraded, ["no_embedding", "no_llm"]);

  // With a model from now on: the stored documents get their vectors by themselves.
  await home.morgan(["stop"]);
  await home.json(["status"]);
  assert.equal((await settled(home)).vectors, 2);
  assert.deepEqual((await found(home, "boat passengers", "dense"))[0], "ferry.txt");

  // The index files are lost.
  await home.morgan(["stop"]);
  await Deno.remove(`${home.root}/index`, { recursive: true });
  await home.json(["status"]);
  assert.deepEqual(await settled(home), { ...await settled(home), vectors: 2, lexical_chunks: 2 });
  assert.deepEqual(await found(home, "voles", "lexical"), ["owl.txt"]);

  // By command, while the server runs.
  const again = await home.json(["reindex"]);
  assert.equal((again.index as { vectors: number }).vectors, 2);
  assert.deepEqual((await found(home, "boat passengers", "dense"))[0], "ferry.txt");

  // Another model: the same weights in a folder of another name, with other pooling, so other vectors.
  await home.morgan(["stop"]);
  await copyModel(`${home.root}/models/other`);
  const other = { env: { MORGAN_EMBEDDING_MODEL: "other" } };
  const refused = await home.morgan(["search", "owl"], other);
  assert.equal(refused.code, 1);
  const [what, next] = twoLines(refused.stderr);
  assert.match(
    what,
    /The index was made with the embedding model BAAI\/bge-small-en-v1\.5.*not with .*other/,
  );
  assert.match(next, /morgan reindex/);
  const remade = await home.morgan(["reindex"], other);
  assert.equal(remade.code, 0, remade.stderr);
  assert.match(remade.stdout, /Indexed again: 2 vectors of .*other/);
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
