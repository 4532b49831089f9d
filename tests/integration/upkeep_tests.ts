import assert from "node:assert/strict";
import { checkArchive } from "../../lib/backup/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { post, problemOf } from "../support/requests.ts";
import type { Register } from "./suite.ts";

/** Backups and checks through the API. */
export function upkeepTests(test: Register): void {
  testBackups(test);

  test("doctor's checks are those of core and of rag, and a wrong request is refused by its field", async (running) => {
    const { checks } = await running.client.doctor(false);
    const names = checks.map(({ name }) => name);
    for (const name of ["disk", "database", "tables", "originals", "jobs", "indexes", "embedding model"]) {
      assert.ok(names.includes(name), name);
    }
    const embedding = checks.find(({ name }) => name === "embedding model");
    assert.equal(embedding?.status, "ok");
    const problem = await problemOf(await post(running, "/api/doctor", { repair: "yes" }), 400);
    assert.match(String(problem.detail), /repair/);
  });
}

function testBackups(test: Register): void {
  test("a backup holds every table and every original, and its bytes are checked", async (running) => {
    await running.ingest({ "upkeep/a.txt": "The ultramarine stoat keeps the ledger." });
    const manifest = await checkArchive(await running.client.backup({}), "it");
    const { documents } = await running.client.documents({ limit: 1000 });
    assert.ok((manifest.tables.documents ?? 0) >= documents.length);
    const names = new Set(manifest.members.map(({ name }) => name.split("/").at(-1)));
    for (const { sha256 } of documents) assert.ok(names.has(sha256));
    assert.deepEqual([manifest.scope, manifest.missing, manifest.damaged], ["full", [], []]);
    assert.ok(!names.has("token"));
    // What says that an index lacks nothing holds for its own folder alone.
    // The indexes lie in the folder of the process that has them: another one's are made anew after a restore.
    if (!running.several) assert.ok(names.has("lexical.log") && !names.has("whole.json"));
  });

  test("a backup whose reader goes away leaves nothing behind, and the next one is whole", async (running) => {
    const reader = (await running.client.backup({})).getReader();
    await reader.read();
    await reader.cancel();
    await checkArchive(await running.client.backup({}), "it");
    const left = () => Array.fromAsync(Deno.readDir(running.home.backups));
    await eventually("no unfinished backup is left", async () => (await left()).length === 0);
  });
}
