import assert from "node:assert/strict";
import { knownMigrations } from "../../lib/db/mod.ts";
import { makeTestPostgres, TEST_POSTGRES_URL } from "../../lib/db/testing.ts";
import { commandHome, twoLines } from "../support/command.ts";

const ignore = TEST_POSTGRES_URL === undefined;

Deno.test({
  name:
    "with database.url Morgan keeps everything in PostgreSQL, also over a restart, a way back of the schema and a restore",
  ignore,
  async fn() {
    await using made = await makeTestPostgres({ template: false });
    await using home = await commandHome({
      MORGAN_DATABASE_URL: made.url,
      MORGAN_EMBEDDING_PROVIDER: "none",
    });
    const migrations = (applied: boolean) => ({
      migrations: knownMigrations().map((name) => ({ name, applied })),
    });
    assert.deepEqual(await home.json(["migrate", "status"]), migrations(false));

    await home.write({ "lease.md": "# Lease\n\nThe rent is 950 pounds a month, due on the third." });
    const ingested = await home.morgan(["ingest", "."]);
    assert.equal(ingested.code, 0, ingested.stderr);
    const { answer, session_id } = await home.json(["query", "How much is the rent?"]);
    assert.match(String(answer), /950 pounds/);

    const { stores } = await home.json(["status"]) as { stores: { db: Record<string, unknown> } };
    const { backend, role, migration, pool } = stores.db;
    assert.deepEqual([backend, role, migration], ["postgres", "primary", knownMigrations().at(-1)]);
    assert.equal((pool as { max: number }).max, 100);
    const doctor = await home.morgan(["doctor"]);
    assert.equal(doctor.code, 0, doctor.stdout + doctor.stderr);
    assert.match(doctor.stdout, /postgres \d+\.\d+ answers in [\d.]+ ms.*of 100 connections are open/);
    const backup = await home.morgan(["backup", "all.tar.gz"]);
    assert.equal(backup.code, 0, backup.stderr);

    // Nothing of it lies in the folder.
    await assert.rejects(Deno.stat(`${home.root}/data`), Deno.errors.NotFound);
    await home.morgan(["stop"]);
    const { session, messages } = await home.json(["sessions", "show", String(session_id)]);
    assert.ok(session ?? messages);
    const again = await home.json(["query", "When is the rent due?"]);
    assert.match(String(again.answer), /third/);
    await home.morgan(["stop"]);

    assert.deepEqual(await home.json(["migrate", "status"]), migrations(true));
    assert.deepEqual(await home.json(["migrate", "up"]), { changed: [] });
    const down = await home.morgan(["migrate", "down", "-y"]);
    assert.match(down.stderr, /before-migration-.*morgan restore/s);
    const restored = await home.morgan(["restore", "all.tar.gz", "--force", "--yes"]);
    assert.equal(restored.code, 0, restored.stderr);
    const back = await home.json(["query", "How much is the rent?"]);
    assert.match(String(back.answer), /950 pounds/);
  },
});

Deno.test({
  name: "a PostgreSQL that cannot be opened is told in two lines, with the host and without the password",
  ignore,
  async fn() {
    await using made = await makeTestPostgres({ template: false });
    const url = new URL(made.url);
    url.password = "wrong-and-secret";
    await using home = await commandHome({
      MORGAN_DATABASE_URL: url.href,
      MORGAN_EMBEDDING_PROVIDER: "none",
    });
    for (const args of [["serve"], ["status"], ["migrate", "status"]]) {
      const { code, stdout, stderr } = await home.morgan(args);
      assert.equal(code, 1, stderr);
      assert.ok(!(stdout + stderr).includes("wrong-and-secret"));
      const [what, next] = twoLines(stderr);
      assert.ok(what.includes(url.host), what);
      assert.match(next, /database\.url/);
    }
    const doctor = await home.morgan(["doctor"]);
    assert.match(doctor.stdout, /refuses the user/);
    const log = await Deno.readTextFile(`${home.root}/logs/server.log`).catch(() => "");
    assert.ok(!(doctor.stdout + log).includes("wrong-and-secret"));
  },
});
