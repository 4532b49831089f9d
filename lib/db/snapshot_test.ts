import assert from "node:assert/strict";
import { openDatabase, repositories } from "./mod.ts";
import { BACKENDS } from "./testing.ts";

for (const { name, ignore, open } of BACKENDS) {
  Deno.test({
    name: `what is read at one moment stays as it is while rows are written (${name})`,
    ignore,
    async fn() {
      const folder = await Deno.makeTempDir();
      try {
        await using database = await open();
        const { conversations } = repositories(database.db);
        const add = (session_id: string) => conversations.insert({ user_id: "u", session_id });
        await add("before");
        const seen = await database.atOneMoment(`${folder}/copy`, async (db) => {
          const counts = [await repositories(db).conversations.count()];
          await add("meanwhile");
          return [...counts, await repositories(db).conversations.count(), await conversations.count()];
        });
        assert.deepEqual(seen, [1, 1, 2]);
        await assert.rejects(
          database.atOneMoment(`${folder}/copy`, () => Promise.reject(new Error("stopped"))),
          /stopped/,
        );
        assert.deepEqual(await Array.fromAsync(Deno.readDir(folder)), []);
        await add("after");
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

Deno.test("before the schema of a database changes, somebody is told what is to come; of a new one nobody", async () => {
  const folder = await Deno.makeTempDir();
  const dataDir = `${folder}/data`;
  const told: string[][] = [];
  const beforeMigrate = (_: unknown, pending: string[]) => {
    told.push(pending);
    return Promise.resolve();
  };
  try {
    {
      await using database = await openDatabase({ dataDir, beforeMigrate });
      await database.executor.executeSql("delete from schema_migrations");
      await database.executor.executeSql("drop schema public cascade; create schema public");
    }
    assert.equal(told.length, 0);
    {
      await using database = await openDatabase({ dataDir, migrate: false, beforeMigrate });
      assert.ok(database);
    }
    assert.equal(told.length, 0);
    await using database = await openDatabase({ dataDir, beforeMigrate });
    assert.ok(database);
    assert.equal(told.length, 1);
    assert.ok((told[0]?.length ?? 0) > 0);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
