import assert from "node:assert/strict";
import { join } from "node:path";
import { MorganError } from "../../../lib/errors.ts";
import { DAMAGES } from "../../../lib/testing_damage.ts";
import type { ModelSettings, OpenModel } from "../../embedding/contract.ts";
import { type Indexes, type IndexesOptions, openIndexes } from "./mod.ts";

/** A model that is nothing but its name: a test double for what the indexes ask of it. */
function model(settings: ModelSettings): OpenModel {
  return { id: `test/${settings.model}@1`, dimension: 2, max_tokens: 512, settings };
}

interface Scene {
  root: string;
  /** The models that were opened, in order. */
  told: string[];
  /** Opens as a start does, and closes after `body`. @param gone names of models that can't be opened any more */
  start(
    name: string | null,
    body: (indexes: Indexes) => Promise<void>,
    gone?: readonly string[],
  ): Promise<void>;
}

async function scene(body: (scene: Scene) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  const told: string[] = [];
  try {
    await body({
      root,
      told,
      async start(name, run, gone = []) {
        const options: IndexesOptions = {
          root,
          embedding: {
            open({ settings } = {}) {
              const wanted = settings ?? (name === null ? null : { provider: "onnx" as const, model: name });
              if (wanted) told.push(`open ${wanted.model}`);
              if (!wanted) return Promise.resolve(null);
              if (!gone.includes(wanted.model)) return Promise.resolve(model(wanted));
              return Promise.reject(new MorganError("not_found", `There is no model ${wanted.model}.`));
            },
            embed: (texts) => Promise.resolve(new Float32Array(texts.length * 2)),
            tokenizer: () => Promise.resolve(null),
            model: () => Promise.reject(new Error("not asked")),
          },
        };
        await using indexes = await openIndexes(options);
        await run(indexes);
      },
    });
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

const VECTORS = Float32Array.of(1, 0);

async function put(generation: Indexes["active"], key: string): Promise<void> {
  await generation.lexical.upsert(key, [`the words of ${key}`]);
  await generation.dense?.index.upsert(key, VECTORS);
}

const folders = async (root: string) =>
  (await Array.fromAsync(Deno.readDir(root))).filter(({ isDirectory }) => isDirectory).map(({ name }) => name)
    .sort();
const idOf = (indexes: Indexes) => indexes.active.dense?.index.model.id;

Deno.test("an index of words alone takes the model that is configured later", async () => {
  await scene(async ({ start }) => {
    await start(null, async (indexes) => {
      await put(indexes.active, "a");
      assert.equal(indexes.active.dense, null);
      assert.ok(indexes.active.holds("a"));
    });
    await start("one", async (indexes) => {
      assert.equal(idOf(indexes), "test/one@1");
      assert.equal(indexes.needed, false);
      assert.ok(!indexes.active.holds("a"));
      await put(indexes.active, "a");
    });
    await start(null, (indexes) => Promise.resolve(assert.equal(indexes.active.dense, null)));
    await start("one", (indexes) => Promise.resolve(assert.ok(indexes.active.holds("a"))));
  });
});

Deno.test("with another model configured the former answers; a build takes its place in one step and for good", async () => {
  await scene(async ({ root, told, start }) => {
    await start("one", (indexes) => put(indexes.active, "a"));
    told.length = 0;
    await start("two", async (indexes) => {
      assert.equal(idOf(indexes), "test/one@1");
      assert.deepEqual([indexes.needed, indexes.degraded], [true, ["reindex_needed"]]);
      const build = await indexes.begin();
      assert.equal(await indexes.begin(), build);
      assert.deepEqual(indexes.degraded, ["reindexing"]);
      await put(build, "a");
      await indexes.remove(["a"]);
      assert.ok(!indexes.active.holds("a") && !build.holds("a"));
      await put(build, "b");
      const version = indexes.version;
      await indexes.swap();
      assert.ok(indexes.version > version);
      assert.equal(idOf(indexes), "test/two@1");
      assert.deepEqual([indexes.needed, indexes.degraded, indexes.building], [false, [], null]);
      assert.equal((await folders(root)).length, 1);
    });
    assert.deepEqual(told, ["open two", "open one"]);
    await start("two", (indexes) => Promise.resolve(assert.ok(indexes.active.holds("b"))));
  });
});

Deno.test("a build goes on after the end of its process, waits while another model is configured, and can be dropped", async () => {
  await scene(async ({ root, start }) => {
    await start("one", (indexes) => put(indexes.active, "a"));
    await start("two", async (indexes) => put(await indexes.begin(), "a"));
    await start("two", (indexes) => Promise.resolve(assert.ok(indexes.building?.holds("a"))));
    await start("one", async (indexes) => {
      assert.equal(indexes.building, null);
      assert.equal(indexes.build?.model?.id, "test/two@1");
      assert.deepEqual(indexes.degraded, []);
      await Promise.resolve();
    });
    await start("two", async (indexes) => {
      assert.ok(indexes.building?.holds("a"));
      await indexes.fail("the endpoint is away");
      assert.deepEqual(indexes.degraded, ["reindex_needed"]);
      assert.equal(indexes.build?.failure, "the endpoint is away");
    });
    await start("three", async (indexes) => {
      const build = await indexes.begin();
      assert.equal(build.model?.id, "test/three@1");
      assert.ok(!build.holds("a"));
      await indexes.discard();
      assert.equal(indexes.build, null);
      assert.equal((await folders(root)).length, 1);
      assert.ok(indexes.active.holds("a"));
    });
  });
});

Deno.test("a crash at any step of a swap leaves one whole index", async () => {
  await scene(async ({ root, start }) => {
    await start("one", (indexes) => put(indexes.active, "a"));
    await start("two", async (indexes) => put(await indexes.begin(), "a"));
    const building = JSON.parse(await Deno.readTextFile(join(root, "building.json")));
    // After active.json was written, and before anything was cleared up.
    const { generation, model } = building;
    await Deno.writeTextFile(join(root, "active.json"), JSON.stringify({ generation, model, since: "now" }));
    await Deno.mkdir(join(root, "99"));
    await start("two", async (indexes) => {
      assert.equal(idOf(indexes), "test/two@1");
      assert.ok(indexes.active.holds("a"));
      assert.equal(indexes.build, null);
      assert.deepEqual(await folders(root), [generation]);
    });
    await assert.rejects(Deno.stat(join(root, "building.json")), Deno.errors.NotFound);
  });
});

Deno.test("a model that can't be opened, or is another under the same name, leaves words alone and the reason", async () => {
  await scene(async ({ start }) => {
    await start("one", (indexes) => put(indexes.active, "a"));
    await start("two", async (indexes) => {
      assert.equal(indexes.active.dense, null);
      assert.match(indexes.lack ?? "", /There is no model one/);
      assert.deepEqual(indexes.degraded, ["reindex_needed"]);
      assert.ok(indexes.active.holds("a"));
      assert.equal((await indexes.active.lexical.search("words", { limit: 1 })).length, 1);
    }, ["one"]);
    // Its vectors are still there when it is back.
    await start("one", (indexes) => Promise.resolve(assert.ok(indexes.active.dense?.index.has("a"))));
  });
});

Deno.test("a damaged file of the indexes never keeps them from opening, and what is whole is kept", async () => {
  for (const [how, damage] of Object.entries(DAMAGES)) {
    for (const file of ["active.json", "building.json", "1/lexical.log", "1/vectors.log"]) {
      await scene(async ({ root, start }) => {
        await start("one", (indexes) => put(indexes.active, "a"));
        if (file === "building.json") await start("two", async (indexes) => void await indexes.begin());
        await damage(join(root, file));
        await start("one", async (indexes) => {
          const what = `${file} is ${how}`;
          assert.equal(idOf(indexes), "test/one@1", what);
          // Without a file that says which, the indexes that are there answer.
          if (!file.endsWith(".log")) assert.ok(indexes.active.holds("a"), what);
          await put(indexes.active, "a");
          assert.ok(indexes.active.holds("a"), what);
        });
        await start("one", (indexes) => Promise.resolve(assert.ok(indexes.active.holds("a"))));
      });
    }
  }
});
