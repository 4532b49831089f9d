import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { type Database, openDatabase, repositories } from "../db/mod.ts";
import { type Backend, BACKENDS, makeTestPostgres, TEST_POSTGRES_URL } from "../db/testing.ts";
import { eventually, within } from "../testing.ts";
import { type Job, type JobQueue, openJobs } from "./mod.ts";
import { wakeSignal } from "./wake.ts";

/** Registers a test of both backends. */
function testBoth(sentence: string, body: (backend: Backend) => Promise<void>): void {
  for (const backend of BACKENDS) {
    const { name, ignore } = backend;
    Deno.test({ name: `${name}: ${sentence}`, ignore, fn: () => body(backend) });
  }
}

/** Registers a test of both backends that gets a database. */
function test(sentence: string, body: (database: Database) => Promise<void>): void {
  testBoth(sentence, async ({ open }) => {
    await using database = await open();
    await body(database);
  });
}

const open = (database: Database): Promise<JobQueue> =>
  openJobs(database, { queues: ["a", "b"], retryDelay: 0 });

test("jobs run once each, not more at a time than asked for, and a wake-up starts them", async (database) => {
  await using jobs = await openJobs(database, { queues: ["a"], pollInterval: 60_000 });
  const seen: number[] = [];
  let running = 0;
  let most = 0;
  jobs.work<{ n: number }>("a", {
    concurrency: 2,
    async onJob({ data }) {
      most = Math.max(most, ++running);
      await sql`select 1`.execute(database.db);
      seen.push(data.n);
      running--;
    },
  });
  for (let n = 0; n < 20; n++) await jobs.enqueue("a", { n });
  await jobs.idle("a");
  assert.deepEqual(seen.toSorted((a, b) => a - b), Array.from({ length: 20 }, (_, n) => n));
  assert.ok(most <= 2);
  assert.deepEqual(await jobs.size("a"), { waiting: 0, active: 0 });
});

test("a job is stored in its row's transaction, and rolled back with it", async (database) => {
  await using jobs = await open(database);
  const enqueue = (fail: boolean) =>
    database.transaction(async (tx) => {
      await repositories(tx).conversations.insert({ user_id: "u", session_id: "s" });
      await jobs.enqueue("a", {}, { tx });
      if (fail) throw new Error("rolled back");
    });
  await assert.rejects(enqueue(true), /rolled back/);
  assert.equal((await jobs.size("a")).waiting, 0);
  await enqueue(false);
  assert.equal((await jobs.size("a")).waiting, 1);
  await assert.rejects(jobs.enqueue("unknown", {}), /no job queue/);
});

test("a handler that fails is tried three times, then the job is given up", async (database) => {
  await using jobs = await open(database);
  const attempts: number[] = [];
  const finals: boolean[] = [];
  jobs.work("a", {
    onJob({ failures }) {
      attempts.push(failures);
      return Promise.reject(new Error("bad"));
    },
    onError: (_, __, final) => void finals.push(final),
  });
  await jobs.enqueue("a", {});
  await jobs.idle("a");
  assert.deepEqual(attempts, [0, 1, 2]);
  assert.deepEqual(finals, [false, false, true]);
});

test("cancel() ends a waiting job and aborts a running one", async (database) => {
  await using jobs = await open(database);
  const waiting = await jobs.enqueue("b", {});
  assert.equal(await jobs.cancel("b", waiting), true);
  assert.equal(await jobs.cancel("b", waiting), false);
  const started = Promise.withResolvers<void>();
  const aborted = Promise.withResolvers<unknown>();
  jobs.work("a", {
    onJob: (_, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          aborted.resolve(signal.reason);
          reject(signal.reason);
        });
        started.resolve();
      }),
  });
  const id = await jobs.enqueue("a", {});
  await started.promise;
  assert.equal(await jobs.cancel("a", id), true);
  assert.match(String(await aborted.promise), /cancelled/);
  await jobs.idle("a");
});

test("closing aborts a running handler and waits for it; the next start takes the job up at once", async (database) => {
  const started = Promise.withResolvers<void>();
  let cleanedUp = false;
  {
    await using jobs = await open(database);
    jobs.work("a", {
      async onJob(_, signal) {
        started.resolve();
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        await sql`select 1`.execute(database.db);
        cleanedUp = true;
        throw signal.reason;
      },
    });
    await jobs.enqueue("a", { keep: "me" });
    await started.promise;
  }
  assert.equal(cleanedUp, true);
  await using jobs = await openJobs(database, { queues: ["a", "b"], pollInterval: 60_000 });
  const taken = Promise.withResolvers<Job>();
  jobs.work("a", { onJob: (job) => Promise.resolve(taken.resolve(job)) });
  const { data, failures, interruptions } = await taken.promise;
  assert.deepEqual({ data, failures, interruptions }, {
    data: { keep: "me" },
    failures: 0,
    interruptions: 1,
  });
  await jobs.idle("a");
});

/** Two processes' queues over one PostgreSQL, the first of which gives signs of life for `firstOver` ms. */
async function twoQueues(firstOver: number, secondOver: number) {
  await using stack = new AsyncDisposableStack();
  const place = stack.use(await makeTestPostgres());
  const open = async (takeOverAfter: number) => {
    const pool = { min: 0, max: 5, connectTimeoutMs: 20_000 };
    const database = stack.use(await openDatabase({ url: place.url, pool }));
    return {
      database,
      jobs: stack.use(await openJobs(database, { queues: ["a"], takeOverAfter, pollInterval: 50 })),
    };
  };
  const [first, second] = [await open(firstOver), await open(secondOver)];
  const owned = stack.move();
  return {
    first: first.jobs,
    second: second.jobs,
    db: second.database.db,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

Deno.test({
  name:
    "PostgreSQL: a job whose process gives signs of life is left to it, and told there when it is cancelled elsewhere",
  ignore: TEST_POSTGRES_URL === undefined,
  async fn() {
    await using queues = await twoQueues(2_000, 2_000);
    const { first, second, db } = queues;
    const [started, aborted] = [Promise.withResolvers<void>(), Promise.withResolvers<unknown>()];
    first.work("a", {
      async onJob(_, signal) {
        started.resolve();
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        aborted.resolve(signal.reason);
        throw signal.reason;
      },
    });
    const id = await first.enqueue("a", {});
    await within("the first process took it", started.promise);
    second.work("a", { onJob: () => Promise.reject(new Error("It runs twice.")) });
    // Longer than it would be taken over after.
    const signs = new Set<string>();
    await eventually("its sign of life was renewed", async () => {
      const { rows } = await sql<
        { at: string }
      >`select heartbeat_on::text as at from pgboss.job where id = ${id}`
        .execute(db);
      signs.add(rows[0]?.at ?? "");
      return signs.size > 6;
    });
    await second.release("a", [id]);
    assert.deepEqual((await second.live("a")).map((job) => [job.state, job.isWorkedOn]), [["active", true]]);
    assert.equal(await second.cancel("a", id), true);
    assert.match(String(await within("the first process was told", aborted.promise)), /cancelled/);
  },
});

Deno.test({
  name:
    "PostgreSQL: a job without a sign of life is taken over, and what its first process makes of it counts no more",
  ignore: TEST_POSTGRES_URL === undefined,
  async fn() {
    await using queues = await twoQueues(3_600_000, 400);
    const { first, second } = queues;
    const [started, wake, next, taken, end] = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
    first.work<{ n: number }>("a", {
      async onJob({ data }) {
        if (data.n === 2) return next?.resolve();
        started?.resolve();
        await wake?.promise;
      },
    });
    const id = await first.enqueue("a", { n: 1 });
    await within("the first process took it", Promise.resolve(started?.promise));
    let interruptions = 0;
    second.work("a", {
      async onJob(job) {
        interruptions = job.interruptions;
        taken?.resolve();
        await end?.promise;
      },
    });
    await within("the second process took it over", Promise.resolve(taken?.promise));
    assert.equal(interruptions, 1);
    wake?.resolve();
    await first.enqueue("a", { n: 2 });
    await within("the first process has ended with it", Promise.resolve(next?.promise));
    const found = (await second.live("a")).find((job) => job.id === id);
    assert.deepEqual([found?.state, found?.isWorkedOn], ["active", true]);
    end?.resolve();
    await within("it is done", second.idle("a"));
  },
});

testBoth(
  "kill -9, again and again: the job is taken up by the next process, which knows how often",
  async ({ name }) => {
    await using place = name === "PGlite" ? await makeFolder() : await makeTestPostgres();
    const worker = fileURLToPath(new URL("./testdata_worker.ts", import.meta.url));
    const ids = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const args = ["run", "-A", "--no-check", worker, place.url];
      const process = new Deno.Command(Deno.execPath(), { args, stdout: "piped" }).spawn();
      const output = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
      try {
        const { value = "" } = await within("the worker took the job up", output.read());
        const [id = "", interruptions = "none"] = value.trim().split(" ");
        ids.add(id);
        assert.equal(Number(interruptions), round);
      } finally {
        process.kill("SIGKILL");
        await process.status;
        await output.cancel();
      }
    }
    assert.equal(ids.size, 1);
  },
);

/** Registers a test of both backends with two queues over one database, as two processes have them. */
function testTwo(
  sentence: string,
  body: (one: JobQueue, other: JobQueue, database: Database) => Promise<void>,
): void {
  test(sentence, async (database) => {
    await using stack = new AsyncDisposableStack();
    const open = async () =>
      stack.use(
        await openJobs(database, {
          queues: ["a"],
          retryDelay: 0,
          pollInterval: 20,
          takeOverAfter: TAKE_OVER_MS,
        }),
      );
    await body(await open(), await open(), database);
  });
}

const TAKE_OVER_MS = 300;

testTwo(
  "a job that a living process works on is taken by no other, however long it takes",
  async (one, other, { db }) => {
    const worked = Promise.withResolvers<void>();
    const started = Promise.withResolvers<string>();
    let runs = 0;
    const onJob = ({ id }: Job) => {
      runs++;
      started.resolve(id);
      return worked.promise;
    };
    one.work("a", { onJob });
    await one.enqueue("a", {});
    const id = await started.promise;
    other.work("a", { onJob });
    await eventually("it shows life for long", async () => {
      const { rows: [job] } = await sql<{ ms: number }>`
      select (extract(epoch from heartbeat_on - started_on) * 1000)::int as ms from pgboss.job where id = ${id}`
        .execute(db);
      return (job?.ms ?? 0) > 5 * TAKE_OVER_MS;
    });
    assert.deepEqual(await other.live("a"), [{
      id,
      data: {},
      state: "active",
      isWorkedOn: true,
      failure: null,
    }]);
    const ended = other.ended("a", id);
    worked.resolve();
    await within("the other hears of its end", ended);
    assert.equal(runs, 1);
  },
);

testTwo(
  "jobs of one order run one after the other in two processes, those of others beside them",
  async (one, other) => {
    const seen = new Map<string, number[]>([["u", []], ["v", []]]);
    const running = new Set<string>();
    const both = Promise.withResolvers<void>();
    const work = {
      inOrder: true,
      async onJob({ data: { who, n } }: Job<{ who: string; n: number }>) {
        assert.ok(!running.has(who));
        running.add(who);
        // The first of one order waits for the first of the other.
        if (running.size === 2) both.resolve();
        if (n === 0) await both.promise;
        seen.get(who)?.push(n);
        running.delete(who);
      },
    };
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    for (const n of numbers) {
      for (const who of seen.keys()) {
        await one.enqueue("a", { who, n }, { order: who });
      }
    }
    one.work("a", work);
    other.work("a", work);
    await within("all are done", one.idle("a"));
    assert.deepEqual([...seen.values()], [numbers, numbers]);
  },
);

testTwo("cancel() ends a job that another process works on", async (one, other) => {
  const started = Promise.withResolvers<string>();
  const aborted = Promise.withResolvers<void>();
  one.work("a", {
    onJob({ id }, signal) {
      signal.addEventListener("abort", () => aborted.resolve());
      started.resolve(id);
      return aborted.promise;
    },
  });
  await other.enqueue("a", {});
  assert.equal(await other.cancel("a", await started.promise), true);
  await within("its work is ended", aborted.promise);
  await within("it is at its end", other.idle("a"));
});

Deno.test({
  name: "PostgreSQL: a process that stood still gives up what another has taken over meanwhile",
  ignore: TEST_POSTGRES_URL === undefined || Deno.build.os === "windows",
  async fn() {
    await using place = await makeTestPostgres();
    const worker = fileURLToPath(new URL("./testdata_worker.ts", import.meta.url));
    const args = ["run", "-A", "--no-check", worker, place.url];
    const process = new Deno.Command(Deno.execPath(), { args, stdout: "piped" }).spawn();
    const output = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
    try {
      const { value = "" } = await within("the worker took the job up", output.read());
      const [id] = value.trim().split(" ");
      process.kill("SIGSTOP");
      await using database = await openDatabase({
        url: place.url,
        pool: { min: 0, max: 5, connectTimeoutMs: 20_000 },
      });
      await using jobs = await openJobs(database, { queues: ["kill"], takeOverAfter: 500 });
      const finish = Promise.withResolvers<void>();
      const taken = Promise.withResolvers<Job>();
      jobs.work("kill", {
        onJob(job) {
          taken.resolve(job);
          return finish.promise;
        },
      });
      const { id: same, interruptions } = await within("another takes it over", taken.promise);
      assert.deepEqual([same, interruptions], [id, 1]);
      process.kill("SIGCONT");
      assert.match(
        (await within("the first gives it up", output.read())).value ?? "",
        /given up/,
      );
      assert.deepEqual(await jobs.size("kill"), { waiting: 0, active: 1 });
      finish.resolve();
      await within("it is done", jobs.idle("kill"));
    } finally {
      process.kill("SIGKILL");
      await process.status;
      await output.cancel();
    }
  },
});

async function makeFolder(): Promise<{ url: string } & AsyncDisposable> {
  const folder = await Deno.makeTempDir();
  return { url: `${folder}/data`, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

Deno.test("a signal wakes whoever waits, and ends by time and by abort too", async () => {
  const signal = wakeSignal();
  const both = Promise.all([signal.next(60_000), signal.next(60_000)]);
  signal.wake();
  await both;
  await signal.next(0);
  await signal.next(60_000, AbortSignal.abort());
});
