import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { installBoss } from "../jobs/mod.ts";
import { migrate, migrationStatus, openDatabase, repositories } from "./mod.ts";
import { makePrepared } from "./pglite.ts";
import { migrations } from "./migrations/mod.ts";
import { unpackPrepared } from "./prepared.ts";
import { readTar } from "./tar.ts";

async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await Deno.makeTempDir();
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

type Described = { described: string };

async function schemaOf(prepared: string | undefined): Promise<string[]> {
  await using database = await openDatabase({
    dataDir: "memory",
    ...(prepared === undefined ? {} : { prepared }),
  });
  const { rows } = await sql<Described>`
    select concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable, column_default) as described
      from information_schema.columns where table_schema in ('public', 'pgboss')
    union all select indexdef from pg_indexes where schemaname in ('public', 'pgboss')
    union all select pg_get_constraintdef(oid) || conrelid::regclass::text from pg_constraint
      where connamespace in ('public'::regnamespace, 'pgboss'::regnamespace)
    union all select name from schema_migrations
    order by 1`.execute(database.db);
  return rows.map(({ described }) => described);
}

Deno.test("the prepared database is at the newest migration, and making it again gives the same schema", async () => {
  await using folder = await temporaryFolder();
  const again = `${folder.path}/again.tar.gz`;
  await Deno.writeFile(again, await makePrepared(installBoss));
  const [committed, fresh] = [await schemaOf(undefined), await schemaOf(again)];
  assert.ok(Object.keys(migrations).every((name) => committed.includes(name)));
  assert.ok(committed.some((line) => line.startsWith("pgboss job ")));
  assert.deepEqual(committed, fresh);
  assert.deepEqual(committed.filter((line) => /\d{8}/.test(line)), [], "it holds names made of dates");
});

Deno.test("migrations go down to nothing and up again, also from a database without an archive", async () => {
  await using folder = await temporaryFolder();
  const dataDir = `${folder.path}/data`;
  const names = Object.keys(migrations);
  {
    await using database = await openDatabase({ dataDir, prepared: null });
    const { db } = database;
    assert.deepEqual(await migrationStatus(db), names.map((name) => ({ name, applied: true })));
    assert.deepEqual(await migrate(db, "down"), names.slice(-1));
    assert.deepEqual(await migrate(db, "none"), names.slice(0, -1).toReversed());
    const { rows } = await sql`select 1 from information_schema.tables where table_name = 'documents'`
      .execute(db);
    assert.equal(rows.length, 0);
    assert.deepEqual(await migrate(db, { to: names[0]! }), names.slice(0, 1));
    await migrate(db, "up");
    assert.deepEqual(await migrate(db, "up"), []);
  }
  await using database = await openDatabase({ dataDir });
  assert.equal(await repositories(database.db).documents.count(), 0);
});

Deno.test("a database that a newer Morgan wrote is refused, and so is a failing migration", async () => {
  await using database = await openDatabase({ dataDir: "memory" });
  const { db } = database;
  await sql`insert into schema_migrations (name, timestamp) values ('9999_future', '')`.execute(db);
  await assert.rejects(migrate(db, "up"), { code: "conflict", message: /newer Morgan.*9999_future/ });
  await sql`delete from schema_migrations where name = '9999_future'`.execute(db);
  const failing = { ...migrations, "9998_bad": { up: () => Promise.reject(new Error("bad")) } };
  await assert.rejects(migrate(db, "up", { migrations: failing }), { code: "storage", message: /9998_bad/ });
});

Deno.test("leftovers of a killed first start are removed, and a folder that is no folder is an error with a hint", async () => {
  await using folder = await temporaryFolder();
  const dataDir = `${folder.path}/data`;
  await Deno.mkdir(`${dataDir}.new-killed/base`, { recursive: true });
  {
    await using _ = await openDatabase({ dataDir });
  }
  assert.deepEqual([...Deno.readDirSync(folder.path)].map(({ name }) => name), ["data"]);
  await Deno.writeTextFile(`${folder.path}/file`, "");
  await assert.rejects(openDatabase({ dataDir: `${folder.path}/file` }), { code: "storage" });
  await assert.rejects(openDatabase({ dataDir, signal: AbortSignal.abort() }), { name: "AbortError" });
});

Deno.test("a truncated archive is an error and leaves no database", async () => {
  assert.throws(
    () => [
      ...readTar(new TextEncoder().encode("name".padEnd(124, "\0") + "00000001000\0".padEnd(388, "\0"))),
    ],
    RangeError,
  );
  await using folder = await temporaryFolder();
  await assert.rejects(unpackPrepared(new Uint8Array(10), `${folder.path}/data`));
  assert.throws(() => Deno.statSync(`${folder.path}/data`), Deno.errors.NotFound);
});

Deno.test("executeSql() runs several statements, and a failed BEGIN block leaves the connection usable", async () => {
  await using database = await openDatabase({ dataDir: "memory" });
  const { executor } = database;
  const { rows } = await executor.executeSql("select 1 as n; select 2 as n");
  assert.deepEqual(rows, [{ n: 1 }, { n: 2 }]);
  await assert.rejects(executor.executeSql("BEGIN; select 1 / 0; COMMIT"), /zero/);
  assert.deepEqual((await executor.executeSql("select $1::int as n", [3])).rows, [{ n: 3 }]);
  await database[Symbol.asyncDispose]();
  assert.equal((await database.health()).status, "unavailable");
});

Deno.test("kill -9 while writing, ten times: every committed row is there and no half transaction", async () => {
  await using folder = await temporaryFolder();
  const dataDir = `${folder.path}/data`;
  const writer = fileURLToPath(new URL("./testdata_writer.ts", import.meta.url));
  const committed: string[] = [];
  for (let round = 0; round < 10; round++) {
    const args = ["run", "-A", "--no-check", writer, dataDir, String(round * 1_000_000)];
    const process = new Deno.Command(Deno.execPath(), { args, stdout: "piped", stderr: "null" }).spawn();
    const enough = 5 + Math.floor(Math.random() * 100);
    let text = "";
    for await (const part of process.stdout.pipeThrough(new TextDecoderStream())) {
      text += part;
      if (text.split("\n").length > enough) {
        try {
          process.kill("SIGKILL");
        } catch {
          // It has ended already; what it had printed is still read.
        }
      }
    }
    await process.status;
    const lines = text.split("\n").slice(0, -1);
    assert.ok(lines.length >= enough, `the writer of round ${round} ended early`);
    committed.push(...lines);
  }
  await using database = await openDatabase({ dataDir });
  const { rows } = await sql<{ session_id: string; messages: number }>`
    select c.session_id, count(m.id)::int as messages
    from conversations c left join messages m on m.conversation_id = c.id group by c.id`.execute(database.db);
  const stored = new Set(rows.map(({ session_id }) => session_id));
  assert.deepEqual(committed.filter((n) => !stored.has(n)), []);
  assert.ok(rows.every(({ messages }) => messages === 1));
});
