import assert from "node:assert/strict";
import { sql } from "kysely";
import { eventually, within } from "../testing.ts";
import { holdSole, openDatabase } from "./mod.ts";
import { makeTestPostgres, TEST_POSTGRES_URL } from "./testing.ts";

const POOL = { min: 0, max: 5, connectTimeoutMs: 20_000 };
const OPTIONS = { waitMs: 0, lookInterval: 20, onTaken: () => {} };

Deno.test({
  name: "PostgreSQL: a name is held by one process, until that lets it go",
  ignore: TEST_POSTGRES_URL === undefined,
  async fn() {
    await using made = await makeTestPostgres();
    await using one = await openDatabase({ url: made.url, pool: POOL });
    await using other = await openDatabase({ url: made.url, pool: POOL });
    const first = await holdSole(one, "index", OPTIONS);
    assert.ok(first);
    assert.equal(await holdSole(other, "index", OPTIONS), null);
    {
      using another = await holdSole(other, "something else", OPTIONS);
      assert.ok(another);
    }
    const waiting = holdSole(other, "index", { ...OPTIONS, waitMs: 60_000 });
    first[Symbol.dispose]();
    using second = await waiting;
    assert.ok(second);
  },
});

Deno.test({
  name: "PostgreSQL: a name whose connection is cut is held again",
  ignore: TEST_POSTGRES_URL === undefined,
  async fn() {
    await using made = await makeTestPostgres();
    await using one = await openDatabase({ url: made.url, pool: POOL });
    await using other = await openDatabase({ url: made.url, pool: POOL });
    using first = await holdSole(one, "index", OPTIONS);
    assert.ok(first);
    const holders = async () =>
      (await sql<{ pid: number }>`select pid from pg_locks
        where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
        .execute(other.db)).rows.map(({ pid }) => pid);
    const [pid] = await holders();
    assert.ok(pid);
    await sql`select pg_terminate_backend(${pid})`.execute(other.db);
    await eventually("it is held again", async () => (await holders()).some((one) => one !== pid));
    assert.equal(await holdSole(other, "index", OPTIONS), null);
  },
});

Deno.test("who took a name meanwhile is told, also where the database was away at first (a double of it)", async () => {
  const answers = [true, "away", false];
  let cut = false;
  const told = Promise.withResolvers<void>();
  const listen = () => {
    const answer = answers.shift();
    if (answer === "away") return Promise.reject(new Error("away"));
    return Promise.resolve({
      run<R>(text: string): Promise<R[]> {
        if (text === "select 1") {
          cut = true;
          return Promise.reject(new Error("cut"));
        }
        return Promise.resolve([{ held: answer === true }] as R[]);
      },
      [Symbol.dispose]() {},
    });
  };
  using held = await holdSole({ listen }, "index", { waitMs: 0, lookInterval: 1, onTaken: told.resolve });
  assert.ok(held);
  await within("it is told", told.promise);
  assert.deepEqual([cut, answers], [true, []]);
});
