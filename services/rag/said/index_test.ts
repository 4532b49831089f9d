import assert from "node:assert/strict";
import { MorganError } from "../../../lib/errors.ts";
import { DAMAGES } from "../../../lib/testing_damage.ts";
import type { SaidMessage, SaidSearchRequest } from "./contract.ts";
import { openSaidIndex, type SaidEmbedding, type SaidIndex } from "./index.ts";

const said = (message_id: string, text: string, user_id = "ada", conversation_id = "c1"): SaidMessage => ({
  message_id,
  conversation_id,
  user_id,
  parts: [text],
});

async function find(
  index: SaidIndex,
  query: string,
  options: Partial<SaidSearchRequest> = {},
): Promise<string[]> {
  const request = { query, user_id: "ada", exclude: [], limit: 5, leg: "fused" as const, ...options };
  return (await index.search(request)).hits.map(({ message_id }) => message_id);
}

/** Registers a test with a folder of its own. */
function test(sentence: string, body: (folder: string) => Promise<void>): void {
  Deno.test(sentence, async () => {
    const folder = await Deno.makeTempDir();
    try {
      await body(folder);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

/** Texts that share their first word are near one another. Fails where `away` says so. */
function fakeEmbedding(id: string): SaidEmbedding & { away: boolean; texts: number } {
  const fake = {
    away: false,
    texts: 0,
    model: {
      id,
      dimension: 26,
      max_tokens: 512,
      settings: { provider: "onnx" as const, model: id },
    },
    embed(texts: readonly string[]): Promise<Float32Array> {
      if (fake.away) return Promise.reject(new MorganError("unavailable", "It is away."));
      fake.texts += texts.length;
      const out = new Float32Array(texts.length * 26);
      for (const [i, text] of texts.entries()) out[i * 26 + (text.toLowerCase().charCodeAt(0) - 97) % 26] = 1;
      return Promise.resolve(out);
    },
  };
  return fake;
}

test("what was said is found by its user alone, but for what is not wanted, and also after a reopening", async (folder) => {
  const bella = said("m2", "My dog is called Bella.", "a user with spaces");
  {
    await using index = await openSaidIndex(folder, null);
    assert.ok(await index.index([said("m1", "My dog is called Rex."), bella]));
    assert.ok(await index.index([said("m3", "The other dog is Max.", "ada", "c2")]));
    assert.deepEqual(await find(index, "dog called"), ["m1", "m3"]);
    assert.deepEqual(await find(index, "dog", { exclude: ["m1"] }), ["m3"]);
    assert.deepEqual(await find(index, "dog", { conversation_id: "c1" }), ["m1"]);
  }
  await using index = await openSaidIndex(folder, null);
  assert.equal(index.lost, false);
  assert.deepEqual(await find(index, "dog", { user_id: bella.user_id }), ["m2"]);
  assert.deepEqual(index.lacks(["m1", "m4"]), ["m4"]);
  await index.remove(["m1", "m4"]);
  assert.deepEqual(await find(index, "dog"), ["m3"]);
  assert.deepEqual(index.lacks(["m1", "m2", "m3"]), ["m1"]);
});

test("indexing a message twice changes nothing, and it is then embedded once", async (folder) => {
  const embedding = fakeEmbedding("fake@1");
  await using index = await openSaidIndex(folder, embedding);
  const rex = said("m1", "Rex is a dog.");
  await index.index([rex]);
  const before = await Deno.readFile(`${folder}/lexical.log`);
  await index.index([rex]);
  assert.deepEqual(await Deno.readFile(`${folder}/lexical.log`), before);
  assert.equal(embedding.texts, 1);
});

test("a message whose conversation became part of another is found in that one alone", async (folder) => {
  await using index = await openSaidIndex(folder, null);
  await index.index([said("m1", "My dog is called Rex.", "ada", "former")]);
  await index.index([said("m1", "My dog is called Rex.", "ada", "present")]);
  assert.deepEqual(await find(index, "dog"), ["m1"]);
  assert.deepEqual(await find(index, "dog", { conversation_id: "former" }), []);
  await index.remove(["m1"]);
  assert.deepEqual(await find(index, "dog"), []);
});

test("ids come in their order, page by page, without what was removed", async (folder) => {
  await using index = await openSaidIndex(folder, null);
  await index.index(["d", "b", "a", "c"].map((id) => said(id, "A word.")));
  assert.deepEqual(index.page(undefined, 2), ["a", "b"]);
  await index.remove(["b"]);
  assert.deepEqual(index.page("b", 2), ["c", "d"]);
  assert.deepEqual(index.page("d", 2), []);
});

test("a search tells how rare its terms are, as the weights of terms do", async (folder) => {
  await using index = await openSaidIndex(folder, null);
  await index.index([said("m1", "The dog barks."), said("m2", "The dog sleeps."), said("m3", "A cat.")]);
  const request = { user_id: "ada", exclude: [], limit: 5, leg: "fused" as const };
  const { terms, model } = await index.search({ ...request, query: "dog cat" });
  const [dog = NaN, cat = NaN] = index.weights(["dog", "cat"]);
  assert.deepEqual(terms, [{ term: "dog", idf: dog }, { term: "cat", idf: cat }]);
  assert.ok(dog > 0 && dog < cat);
  assert.equal(model, undefined);
});

test("while the embedding model is away a message is found by its words, and counts as lacking its meaning", async (folder) => {
  const embedding = fakeEmbedding("fake@1");
  await using index = await openSaidIndex(folder, embedding);
  embedding.away = true;
  assert.equal(await index.index([said("m1", "Rex is a dog.")]), false);
  assert.deepEqual(await find(index, "dog"), ["m1"]);
  assert.deepEqual(await find(index, "rooster", { leg: "dense" }), []);
  assert.deepEqual(index.lacks(["m1"]), ["m1"]);
  embedding.away = false;
  assert.equal(await index.index([said("m1", "Rex is a dog.")]), true);
  assert.deepEqual(await find(index, "rooster", { leg: "dense" }), ["m1"]);
  assert.deepEqual(index.lacks(["m1"]), []);
});

test("a message that is removed while it is embedded can be removed once it is", async (folder) => {
  const embedding = fakeEmbedding("fake@1");
  const [asked, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await using index = await openSaidIndex(folder, {
    ...embedding,
    async embed(texts) {
      asked.resolve();
      await goOn.promise;
      return await embedding.embed(texts, "passage");
    },
  });
  const indexed = index.index([said("m1", "Rex is a dog.")]);
  await asked.promise;
  await index.remove(["m1"]);
  goOn.resolve();
  await indexed;
  await index.remove(["m1"]);
  assert.deepEqual(index.page(undefined, 5), []);
  assert.deepEqual(await find(index, "rooster", { leg: "dense" }), []);
});

test("vectors of another model are made anew, and the words stay", async (folder) => {
  {
    await using index = await openSaidIndex(folder, fakeEmbedding("fake@1"));
    await index.index([said("m1", "Rex is a dog.")]);
  }
  await using index = await openSaidIndex(folder, fakeEmbedding("fake@2"));
  assert.equal(index.lost, true);
  assert.deepEqual(index.lacks(["m1"]), ["m1"]);
  assert.deepEqual(await find(index, "dog"), ["m1"]);
});

for (const [how, damage] of Object.entries(DAMAGES)) {
  test(`an index whose file is damaged (${how}) opens, says so, and takes again what it lost`, async (folder) => {
    const rex = said("m1", "My dog is called Rex.");
    {
      await using index = await openSaidIndex(folder, null);
      await index.index([rex]);
    }
    await damage(`${folder}/lexical.log`);
    {
      await using index = await openSaidIndex(folder, null);
      assert.equal(index.lost, true);
      await index.index([rex]);
      assert.deepEqual(await find(index, "dog"), ["m1"]);
    }
    await using index = await openSaidIndex(folder, null);
    assert.equal(index.lost, false);
  });
}
