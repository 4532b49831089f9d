import assert from "node:assert/strict";
import { openDatabase, repositories } from "./mod.ts";

for (const kind of ["memory", "disk"] as const) {
  Deno.test(`a snapshot of a database (${kind}) is of one moment, also while rows are written`, async () => {
    const folder = await Deno.makeTempDir();
    try {
      let seen = 0;
      {
        await using database = await openDatabase({ dataDir: kind === "disk" ? `${folder}/data` : "memory" });
        const { conversations } = repositories(database.db);
        let done = false;
        const writing = (async () => {
          for (let n = 0; !done; n++) await conversations.insert({ user_id: "u", session_id: String(n) });
        })();
        // Looks without a pause: the writer leaves no timer a turn.
        for (let looks = 0; await conversations.count() < 20; looks++) assert.ok(looks < 10_000);
        seen = await database.snapshot(`${folder}/copy`, (tx) => repositories(tx).conversations.count());
        done = true;
        await writing;
        assert.ok(await conversations.count() >= seen);
      }
      await using copy = await openDatabase({ dataDir: `${folder}/copy` });
      assert.equal(await repositories(copy.db).conversations.count(), seen);
      await repositories(copy.db).conversations.insert({ user_id: "u", session_id: "in the copy" });
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
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
