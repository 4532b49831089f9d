import assert from "node:assert/strict";
import { sql } from "kysely";
import { openDatabase } from "../db/mod.ts";
import { BACKENDS, makeTestPostgres, TEST_POSTGRES_URL } from "../db/testing.ts";
import { eventually } from "../testing.ts";
import { openFeed } from "./mod.ts";

const POOL = { min: 0, max: 5, connectTimeoutMs: 20_000 };

for (const { name, ignore, open } of BACKENDS) {
  Deno.test({
    name:
      `${name}: a change is heard once, when its transaction has committed, and never of one that was rolled back`,
    ignore,
    async fn() {
      await using database = await open();
      await using feed = openFeed(database);
      const heard: (string | null)[] = [];
      feed.follow("a", (about) => heard.push(about));
      const publish = (about: string, topic = "a", fail = false) =>
        database.transaction(async (tx) => {
          await feed.publish(tx, topic, about);
          if (fail) throw new Error("rolled back");
        });
      await publish("first");
      await publish("other", "b");
      await assert.rejects(publish("never", "a", true), /rolled back/);
      await publish("second");
      await eventually("both are heard", () => heard.includes("second"));
      assert.deepEqual(heard.filter((about) => about !== null), ["first", "second"]);
    },
  });
}

/** Two processes, as the database sees them. */
async function twoProcesses() {
  await using stack = new AsyncDisposableStack();
  const { url } = stack.use(await makeTestPostgres());
  const open = async () => stack.use(await openDatabase({ url, pool: POOL }));
  const [one, other] = [await open(), await open()];
  const heard: (string | null)[] = [];
  const saying = stack.use(openFeed(one));
  const hearing = stack.use(openFeed(other, { lookInterval: 50 }));
  hearing.follow("a", (about) => heard.push(about));
  await eventually("it listens", () => heard.length > 0);
  const owned = stack.move();
  return { one, other, saying, heard, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

function testProcesses(name: string, fn: () => Promise<void>): void {
  Deno.test({ name: `PostgreSQL: ${name}`, ignore: TEST_POSTGRES_URL === undefined, fn });
}

testProcesses("another process hears of a change, also where the message of it is lost", async () => {
  await using made = await twoProcesses();
  const { one, saying, heard } = made;
  await one.transaction((tx) => saying.publish(tx, "a", "said"));
  await eventually("it is heard", () => heard.includes("said"));
  await sql`insert into changes (id, xid, topic, about, at)
    values (gen_random_uuid(), pg_current_xact_id(), 'a', 'not said', now())`.execute(one.db);
  await eventually("it is found", () => heard.includes("not said"));
  assert.equal(heard.filter((about) => about === "said").length, 1);
});

testProcesses("changes are found in whatever order their transactions commit", async () => {
  await using made = await twoProcesses();
  const { one, other, heard } = made;
  const write = (db: typeof one.db, about: string) =>
    sql`insert into changes (id, xid, topic, about, at)
      values (gen_random_uuid(), pg_current_xact_id(), 'a', ${about}, now())`.execute(db);
  await one.transaction(async (tx) => {
    await write(tx, "begun first");
    await other.transaction((tx) => write(tx, "committed first"));
    await eventually("the other is found", () => heard.includes("committed first"));
  });
  await eventually("and this one after it", () => heard.includes("begun first"));
});

testProcesses("a follower whose connection is cut misses nothing", async () => {
  await using made = await twoProcesses();
  const { one, saying, heard } = made;
  for (let n = 0; n < 20; n++) {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query like '%changes%'`.execute(
      one.db,
    ).catch(() => {});
    await one.transaction((tx) => saying.publish(tx, "a", `change ${n}`));
  }
  for (let n = 0; n < 20; n++) await eventually(`change ${n}`, () => heard.includes(`change ${n}`));
});
