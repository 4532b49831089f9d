import assert from "node:assert/strict";
import { MorganError } from "../../../lib/errors.ts";
import { eventually } from "../../../lib/testing.ts";
import type { OpenModel } from "../../embedding/contract.ts";
import { testContext } from "../testing.ts";
import { SAID_QUEUE } from "./contract.ts";
import { openSaid, type SaidOptions } from "./said.ts";

/** An embedding service with one model, which fails where `away` says so. */
function fakeService(id: string) {
  const model: OpenModel = {
    id,
    dimension: 2,
    max_tokens: 512,
    settings: { provider: "onnx", model: id },
  };
  const fake = {
    away: false,
    open: () => Promise.resolve(model),
    embed(texts: readonly string[]): Promise<Float32Array> {
      if (fake.away) return Promise.reject(new MorganError("unavailable", "It is away."));
      return Promise.resolve(new Float32Array(texts.length * 2).fill(Math.SQRT1_2));
    },
    model: () => Promise.resolve({ id, dimension: 2, max_tokens: 512, inference_ms: 0, texts: 0 }),
  };
  return fake;
}

const message = { message_id: "m1", conversation_id: "c1", user_id: "ada", parts: ["Rex is a dog."] };

/** A place for the index, beside a database with its queue; `asked` counts the jobs that compare all. */
async function makeScene() {
  const { context, folder, [Symbol.asyncDispose]: dispose } = await testContext();
  const { database, jobs } = context;
  const place = `${folder}/here`;
  await Deno.mkdir(place);
  // The context has an index of its own.
  await context.said.opened();
  const before = (await jobs.live(SAID_QUEUE)).length;
  return {
    folder: place,
    open: (embedding: SaidOptions["embedding"], options: Partial<SaidOptions> = {}) =>
      openSaid({ folder: place, embedding, database, jobs, ...options }),
    asked: async () => (await jobs.live(SAID_QUEUE)).length - before,
    database,
    [Symbol.asyncDispose]: dispose,
  };
}

Deno.test("messages are compared once, not at each start; again where a file, the model or the database is another", async () => {
  await using scene = await makeScene();
  const start = async (id: string, options: Partial<SaidOptions> = {}) => {
    await using said = scene.open(fakeService(id), options);
    await said.index([message]);
    return await scene.asked();
  };
  assert.equal(await start("fake@1"), 1);
  assert.equal(await start("fake@1"), 1);
  await Deno.truncate(`${scene.folder}/vectors.log`, 40);
  assert.equal(await start("fake@1"), 2);
  assert.equal(await start("fake@1"), 2);
  assert.equal(await start("fake@2"), 3);
  assert.equal(await start("fake@2"), 3);
  const other = {
    db: scene.database.db,
    backend: scene.database.backend === "pglite" ? "postgres" : "pglite",
  } as const;
  assert.equal(await start("fake@2", { database: other }), 4);
  await Deno.remove(`${scene.folder}/lexical.log`);
  assert.equal(await start("fake@2", { database: other }), 5);
});

Deno.test("a process that is killed before it has asked for the comparison leaves that to the next one", async () => {
  await using scene = await makeScene();
  const failing = { enqueue: () => Promise.reject(new Error("killed")) };
  for (let times = 0; times < 2; times++) {
    await using said = scene.open(fakeService("fake@1"), { jobs: failing });
    await assert.rejects(said.opened(), /killed/);
    await assert.rejects(said.opened(), /killed/);
  }
  await using said = scene.open(fakeService("fake@1"));
  await said.opened();
  assert.equal(await scene.asked(), 1);
});

Deno.test("what was indexed by its words while the model was away gets its meaning once the model answers, also after a kill", async () => {
  await using scene = await makeScene();
  const embedding = fakeService("fake@1");
  {
    await using said = scene.open(embedding);
    await said.opened();
    const before = await scene.asked();
    embedding.away = true;
    assert.equal(await said.index([message]), false);
    assert.equal(await scene.asked(), before);
    embedding.away = false;
    assert.equal(await said.index([{ ...message, message_id: "m2" }]), true);
    assert.equal(await scene.asked(), before + 1);
    assert.equal(await said.index([{ ...message, message_id: "m3" }]), true);
    assert.equal(await scene.asked(), before + 1);
    embedding.away = true;
    assert.equal(await said.index([{ ...message, message_id: "m4" }]), false);
  }
  const before = await scene.asked();
  await using said = scene.open(embedding);
  await eventually("it is asked for at the next start", async () => await scene.asked() === before + 1);
  assert.deepEqual((await said.opened()).lacks(["m1", "m2", "m4"]), ["m1", "m4"]);
});
