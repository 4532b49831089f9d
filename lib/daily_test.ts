import assert from "node:assert/strict";
import { sql } from "kysely";
import { startDaily } from "./daily.ts";
import { BACKENDS } from "./db/testing.ts";
import { serviceLogger } from "./telemetry/mod.ts";
import { eventually } from "./testing.ts";

for (const { name: backend, ignore, open } of BACKENDS) {
  Deno.test({
    name:
      `${backend}: what is due is done by one of those that could, not on the first day, and again after a failure`,
    ignore,
    async fn() {
      await using database = await open();
      const { db } = database;
      const done: Date[] = [];
      let looks = 0;
      let fails = true;
      const start = () =>
        startDaily({
          ...{ db, name: "test", log: serviceLogger("core"), first: 0, every: 1 },
          isDue: () => Promise.resolve(++looks > 0),
          work(last) {
            done.push(last);
            return fails ? Promise.reject(new Error("the disk is on fire")) : Promise.resolve();
          },
        });
      const looksMore = async () => {
        const before = looks;
        await eventually("all have looked again", () => looks > before + 20);
      };
      await using four = new AsyncDisposableStack();
      for (let i = 0; i < 4; i++) four.use(start());
      await looksMore();
      assert.equal(done.length, 0);
      // By the database's clock, which need not be this machine's.
      const { rows: [made] } = await sql<{ last: Date }>`
        update daily_work set at = date_trunc('milliseconds', now()) - interval '2 days' returning at as last`
        .execute(db);
      const last = made!.last;
      await eventually("it is tried again", () => done.length > 1);
      fails = false;
      await eventually("it is done", async () => {
        const { rows } = await sql`select from daily_work where at > ${last}`.execute(db);
        return rows.length > 0;
      });
      await looksMore();
      const count = done.length;
      await sql`update daily_work set at = ${last}`.execute(db);
      await eventually("the next day's is done", () => done.length > count);
      await looksMore();
      assert.equal(done.length, count + 1);
      assert.deepEqual(new Set(done.map((at) => at.getTime())), new Set([last.getTime()]));
    },
  });
}
