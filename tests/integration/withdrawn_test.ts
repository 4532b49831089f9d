import assert from "node:assert/strict";
import { eventually } from "../../lib/testing.ts";
import { startFakeEmbeddings } from "../support/fake_embeddings.ts";
import { pathsWith, within } from "../support/requests.ts";
import { startRunning } from "../support/running.ts";

Deno.test("deleting what is being embedded frees its place at once, and a file that has grown too large is not quoted", async () => {
  await using fake = startFakeEmbeddings();
  await using running = await startRunning({
    config: {
      embedding: { provider: "openai", base_url: fake.url, model: "hashed" },
      ingest: { max_file_mb: 1 },
    },
  });
  await running.ingest({ "grown.txt": "The skuawold code is 4471." });
  const grown = await running.ingest({ "grown.txt": new Uint8Array(1024 * 1024 + 1).fill(97) });
  assert.equal(grown.documents.get("grown.txt")?.reason, "too_large");
  assert.deepEqual(await pathsWith(running, "skuawold"), []);

  // Both workers wait for vectors that never come.
  fake.holdAfter(0);
  const long = ["long/a.txt", "long/b.txt"];
  const reading = long.map((path) =>
    running.ingest({ [path]: `The gannet of ${path} sleeps. `.repeat(300) })
  );
  await eventually("both are being embedded", async () => (await running.client.status()).jobs.active === 2);
  const behind = running.ingest({ "small.txt": "A ternwold sings." });
  await eventually("the third waits", async () => (await running.client.status()).jobs.waiting === 1);
  const { documents } = await running.client.documents({ path_prefix: "long/" });
  await within(
    Promise.all(documents.map(({ id }) => running.client.deleteDocument(id))),
    "what is embedded is deleted while its vectors are awaited",
  );
  for (const { documents } of await within(Promise.all(reading), "their uploads end")) {
    for (const { reason } of documents.values()) assert.equal(reason, "withdrawn");
  }
  const { jobs } = await running.client.status();
  assert.ok(jobs.active + jobs.waiting <= 1, JSON.stringify(jobs));
  fake.release();
  assert.equal((await within(behind, "the small file is read")).summary.documents, 1);
  assert.deepEqual(await pathsWith(running, "ternwold"), ["small.txt"]);
});
