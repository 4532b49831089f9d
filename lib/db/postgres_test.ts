import assert from "node:assert/strict";
import { sql } from "kysely";
import { openJobs } from "../jobs/mod.ts";
import { MorganError } from "../errors.ts";
import { openHosts } from "./hosts.ts";
import { parseAddress } from "./address.ts";
import {
  appliedMigrations,
  type Database,
  knownMigrations,
  newId,
  openDatabase,
  repositories,
} from "./mod.ts";
import { makeTestPostgres, TEST_POSTGRES_URL } from "./testing.ts";
import { type Cut, layCable } from "./testing_cable.ts";

const POOL = { min: 0, max: 5, connectTimeoutMs: 20_000 };

/** Registers a test that needs PostgreSQL. */
function test(sentence: string, fn: () => Promise<void>): void {
  Deno.test({ name: `PostgreSQL: ${sentence}`, ignore: TEST_POSTGRES_URL === undefined, fn });
}

/** An address like that of the tests, changed. */
function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.href;
}

/** The error of an opening that must fail. */
async function refusal(url: string): Promise<MorganError> {
  try {
    await using _ = await openDatabase({ url, pool: { ...POOL, connectTimeoutMs: 2_000 } });
  } catch (error) {
    if (error instanceof MorganError) return error;
    throw error;
  }
  throw new Error("It opened.");
}

/** Ends the backends of all others in this database. */
async function endOthers({ db }: Database): Promise<number> {
  const { rows } = await sql<
    { ended: boolean }
  >`select pg_terminate_backend(pid) as ended from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
  return rows.length;
}

test("what keeps it from opening is told with host and next step, and never the password", async () => {
  await using made = await makeTestPostgres({ template: false });
  const { host } = new URL(made.url);
  const free = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const away = `127.0.0.1:${free.addr.port}`;
  free.close();
  const secret = "geheimes-wort";
  const cases: [url: string, code: string, message: RegExp, hint: RegExp][] = [
    [changed(made.url, (url) => url.host = away), "unavailable", new RegExp(away), /Start it/],
    [changed(made.url, (url) => url.password = secret), "invalid_config", new RegExp(host), /database\.url/],
    [
      changed(made.url, (url) => url.pathname = "/nowhere"),
      "invalid_config",
      /no database nowhere/,
      /CREATE DATABASE/,
    ],
    ["postgres://morgan@h:1/", "invalid_config", /names no database/, /postgres:\/\//],
    [
      changed(made.url, (url) => url.searchParams.set("sslmode", "require")),
      "invalid_config",
      /encrypt/,
      /sslmode/,
    ],
  ];
  for (const [url, code, message, hint] of cases) {
    const error = await refusal(url);
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    assert.match(error.hint ?? "", hint);
    assert.ok(!Deno.inspect(error).includes(secret), "The password is told.");
  }
});

test("who may not make tables is told what right is missing", async () => {
  await using made = await makeTestPostgres({ template: false });
  const role = `morgan_test_${newId().replaceAll("-", "")}`;
  await using owner = await openDatabase({ url: made.url, pool: POOL, migrate: false });
  await owner.executor.executeSql(`create role ${role} login password 'without-rights'`);
  try {
    const error = await refusal(
      changed(made.url, (url) => Object.assign(url, { username: role, password: "without-rights" })),
    );
    assert.equal(error.code, "invalid_config");
    assert.match(error.message, new RegExp(`${role} lacks rights`));
    assert.match(error.hint ?? "", /OWNER TO/);
  } finally {
    await owner.executor.executeSql(`drop role ${role}`);
  }
});

test("of several hosts the one that answers is used, and all are named where none does", async () => {
  await using made = await makeTestPostgres();
  const away = changed(made.url, (url) => url.host = "127.0.0.1:1");
  const login = made.url.slice(0, made.url.indexOf("@") + 1);
  const { host, pathname } = new URL(made.url);
  await using database = await openDatabase({
    url: `${login}127.0.0.1:1,${host}${pathname}?target_session_attrs=read-write`,
    pool: POOL,
  });
  assert.equal((await database.health()).role, "primary");
  const error = await refusal(`${login}127.0.0.1:1,127.0.0.1:2${pathname}`);
  assert.match(error.message, /127\.0\.0\.1:1, 127\.0\.0\.1:2/);
  assert.equal((await refusal(away)).code, "unavailable");
});

test("eight instances that start at once on an empty database migrate it once", async () => {
  await using made = await makeTestPostgres({ template: false });
  await using stack = new AsyncDisposableStack();
  const opened = await Promise.all(Array.from({ length: 8 }, async () => {
    const database = stack.use(await openDatabase({ url: made.url, pool: POOL }));
    const jobs = stack.use(await openJobs(database, { queues: ["a"] }));
    await jobs.enqueue("a", {});
    return database;
  }));
  for (const { db } of opened) assert.deepEqual(await appliedMigrations(db), knownMigrations());
});

test("before the schema of a database that is in use changes, somebody is told; of a new one nobody", async () => {
  await using made = await makeTestPostgres({ template: false });
  const told: string[][] = [];
  const beforeMigrate = (_: unknown, pending: string[]) => Promise.resolve(void told.push(pending));
  {
    await using database = await openDatabase({ url: made.url, pool: POOL, beforeMigrate });
    await sql`delete from schema_migrations where name = ${knownMigrations().at(-1)}`.execute(database.db);
    assert.deepEqual(told, []);
  }
  await assert.rejects(openDatabase({ url: made.url, pool: POOL, beforeMigrate }), { code: "storage" });
  assert.deepEqual(told, [knownMigrations().slice(-1)]);
});

test("the pool lends no more than it may, and who waits too long is told that it is busy", async () => {
  await using made = await makeTestPostgres();
  await using hosts = openHosts(parseAddress(made.url), { min: 0, max: 2, connectTimeoutMs: 300 });
  const lent = [await hosts.connect(), await hosts.connect()];
  assert.deepEqual(hosts.state(), { active: 2, idle: 0, waiting: 0, max: 2 });
  await assert.rejects(hosts.connect(), { code: "busy", message: /All 2 connections/ });
  const waiting = hosts.connect();
  assert.equal(hosts.state().waiting, 1);
  lent[0]?.giveBack();
  lent.push(await waiting);
  for (const connection of lent) connection.giveBack();
  assert.deepEqual(hosts.state(), { active: 0, idle: 2, waiting: 0, max: 2 });
});

test("a statement that comes after the end of its transaction is refused", async () => {
  await using made = await makeTestPostgres();
  await using database = await openDatabase({ url: made.url, pool: { ...POOL, max: 1 } });
  let escaped: ReturnType<typeof repositories> | undefined;
  await database.transaction((tx) => Promise.resolve(void (escaped = repositories(tx))));
  await assert.rejects(
    async () => await escaped?.conversations.insert({ user_id: "u", session_id: "s" }),
    /already committed/,
  );
  assert.equal(await repositories(database.db).conversations.count(), 0);
});

test("a transaction whose backend ends runs again as a whole, and a look goes on as if nothing were", async () => {
  await using made = await makeTestPostgres();
  await using database = await openDatabase({ url: made.url, pool: POOL });
  await using other = await openDatabase({ url: made.url, pool: { ...POOL, max: 1 } });
  let attempts = 0;
  await database.transaction(async (tx) => {
    const { conversations } = repositories(tx);
    await conversations.insert({ user_id: "u", session_id: "first" });
    if (attempts++ === 0) assert.ok(await endOthers(other) > 0);
    await conversations.insert({ user_id: "u", session_id: "second" });
  });
  assert.equal(attempts, 2);
  assert.ok(await endOthers(other) > 0);
  assert.equal(await repositories(database.db).conversations.count(), 2);
});

test("two transactions that wait for each other both come to their end", async () => {
  await using made = await makeTestPostgres();
  await using database = await openDatabase({ url: made.url, pool: POOL });
  const { conversations } = repositories(database.db);
  const [a, b] = await conversations.insertMany([1, 2].map((n) => ({ user_id: "u", session_id: String(n) })));
  assert.ok(a && b);
  const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const touch = (at: number, first: string, second: string) =>
    database.transaction(async (tx) => {
      await repositories(tx).conversations.update(first, { context_summary: String(at) });
      both[at]?.resolve();
      await Promise.all(both.map(({ promise }) => promise));
      await repositories(tx).conversations.update(second, { context_summary: String(at) });
    });
  await Promise.all([touch(0, a.id, b.id), touch(1, b.id, a.id)]);
  const [first, second] = [await conversations.find(a.id), await conversations.find(b.id)];
  assert.equal(first?.context_summary, second?.context_summary);
});

for (const cut of ["before", "after"] satisfies Cut[]) {
  const what = cut === "before" ? "that never arrives" : "whose answer never comes";
  test(`a COMMIT ${what} stores its change once, ten times of ten`, async () => {
    await using made = await makeTestPostgres();
    await using cable = layCable(made.url);
    await using database = await openDatabase({ url: cable.url, pool: POOL });
    for (let n = 0; n < 10; n++) {
      let attempts = 0;
      cable.cutNext(cut);
      const id = await database.transaction(async (tx) => {
        attempts++;
        return (await repositories(tx).conversations.insert({ user_id: "u", session_id: newId() })).id;
      });
      assert.equal(attempts, cut === "before" ? 2 : 1);
      const { conversations } = repositories(database.db);
      assert.equal(await conversations.count(), n + 1);
      assert.equal((await conversations.find(id))?.id, id);
    }
  });
}

test("a host that says nothing any more costs one wait, not one for each connection that is open to it", async () => {
  await using made = await makeTestPostgres();
  await using cable = layCable(made.url);
  await using hosts = openHosts(parseAddress(cable.url), { ...POOL, statementTimeoutMs: 1_000 });
  const opened = await Promise.all([1, 2, 3, 4].map(() => hosts.connect()));
  for (const connection of opened) connection.giveBack();
  cable.silence();
  const silent = await hosts.connect();
  await assert.rejects(silent.run("select 1", []), { code: "timeout", message: /within 1 s/ });
  assert.equal(silent.isLost(), true);
  silent.giveBack();
  for (let n = 0; n < 4; n++) {
    const next = await hosts.connect();
    assert.deepEqual((await next.run("select 1 as one", [])).rows, [{ one: 1 }]);
    next.giveBack();
  }
});

test("what was deleted is vacuumed while others go on", async () => {
  await using made = await makeTestPostgres();
  await using database = await openDatabase({ url: made.url, pool: POOL });
  await database.transaction(async (tx) => {
    await repositories(tx).conversations.insert({ user_id: "u", session_id: "s" });
    await database.vacuum();
  });
});
