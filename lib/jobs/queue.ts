import { fromKysely, type PgBoss } from "pg-boss";
import { sql, type Transaction } from "kysely";
import { alone, type Database, type Schema, type Sql } from "../db/mod.ts";
import { MorganError } from "../errors.ts";
import { openFeed } from "../feed/mod.ts";
import { storableJson } from "../storable.ts";
import { BOSS_SCHEMA, bossOver, RETRY_LIMIT } from "./boss.ts";
import { JOB_TABLE, keepClaims, makeRunnable } from "./claims.ts";
import { type Signal, wakeSignal } from "./wake.ts";
import { startWorker } from "./worker.ts";

/** A job as its handler sees it. */
export interface Job<T extends object = object> {
  id: string;
  data: T;
  /** How often the handler has failed on it before. */
  failures: number;
  /** How often the process ended while it ran. A handler may give up on work that kills its process. */
  interruptions: number;
}

/** A job that has not ended. */
export interface LiveJob {
  id: string;
  data: unknown;
  state: "waiting" | "active";
  /** A handler runs on it, of this process or of another that is alive. */
  isWorkedOn: boolean;
  /** Why the handler failed on it the last time, or on a job with the same data that was given up; `null` where it did not. */
  failure: string | null;
}

export interface WorkOptions<T extends object> {
  /** Handlers that run at once. @default {1} */
  concurrency?: number;
  /**
   * Jobs of one `order` run one after the other, the oldest first, in whatever processes work on them. One that waits for its next try lets the
   * others go ahead. @default false
   */
  inOrder?: boolean;
  /**
   * Works on one job. The signal aborts when the queue closes, and the job is then there for others; or when the job is cancelled, or
   * another process has taken it over because this one seemed dead.
   */
  onJob(job: Job<T>, signal: AbortSignal): Promise<void>;
  /** Called when a handler threw; `final` says that it is not tried again. */
  onError?(job: Job<T>, error: unknown, final: boolean): void | Promise<void>;
}

export interface JobsOptions {
  /** The queues to make. Others can't be used. */
  queues: readonly string[];
  /** Other processes are not told what comes and ends: they find it when they look. @default false */
  alone?: boolean;
  /** Milliseconds after the last sign of life of a process that others take over its jobs. @default {20_000} */
  takeOverAfter?: number;
  /** Milliseconds between looks at the queue without a wake-up. @default {5000} */
  pollInterval?: number;
  /** Milliseconds before a failed job is tried again. @default {5000} rounded up to seconds */
  retryDelay?: number;
  /** Told of errors that no caller waits for, such as a failed look at the queue. They are tried again. */
  onBackgroundError?: (error: unknown) => void;
}

export interface EnqueueOptions {
  tx?: Transaction<Schema>;
  /** Whose jobs run one after the other, where the queue is worked on `inOrder`. */
  order?: string;
}

/**
 * Jobs for whichever process works on their queue. Closing it aborts the handlers' signals and waits for them; their jobs become runnable
 * again, at once.
 */
export interface JobQueue extends AsyncDisposable {
  /** Stores a job and returns its id; with `tx` in that transaction, so that it exists exactly if the transaction commits. */
  enqueue(queue: string, data: object, options?: EnqueueOptions): Promise<string>;
  /** Starts to work on a queue. */
  work<T extends object>(queue: string, options: WorkOptions<T>): void;
  /** Jobs that wait, and that run. */
  size(queue: string): Promise<{ waiting: number; active: number }>;
  /** Every job that waits or runs, with whether this process works on it. */
  live(queue: string): Promise<LiveJob[]>;
  /** Makes jobs run now that wait for their next try, or are marked as running while no living process works on them. */
  release(queue: string, ids: readonly string[]): Promise<void>;
  /** Cancels a job that waits or runs (its signal aborts). False if it has ended or doesn't exist. */
  cancel(queue: string, id: string): Promise<boolean>;
  /** Resolves when a job whose transaction is committed has ended, done or given up. Rejects when the queue closes. */
  ended(queue: string, id: string, signal?: AbortSignal): Promise<void>;
  /** Resolves when the queue has neither waiting nor running jobs. */
  idle(queue: string, signal?: AbortSignal): Promise<void>;
}

/** What the queues of all processes tell each other: that jobs came, and that one ended. */
export const STORED = "job stored";
export const ENDED = "job ended";

const HOUR = 60 * 60;
const MINUTE_MS = 60 * 1000;

/** Starts the queue over an open database. Throws `storage` if pg-boss can't start. */
export async function openJobs(database: Database, options: JobsOptions): Promise<JobQueue> {
  const {
    queues,
    pollInterval = 5000,
    retryDelay = 5000,
    takeOverAfter = 20_000,
    onBackgroundError = () => {},
  } = options;
  const boss = bossOver(database);
  // Without a listener the emitter would end the process.
  boss.on("error", onBackgroundError);
  await alone(database, BOSS_SCHEMA, async () => {
    await boss.start();
    await makeQueues(boss, queues, Math.ceil(retryDelay / 1000));
  });
  const feed = openFeed(database, { onBackgroundError, alone: options.alone ?? false });
  const signals = new Map<string, Signal>(queues.map((queue) => [queue, wakeSignal()]));
  const someEnded = wakeSignal();
  const closing = new AbortController();
  const claims = await keepClaims(database, {
    ...{ queues, takeOverAfter, onBackgroundError },
    onTakenOver: (queue) => signals.get(queue)?.wake(),
  });
  feed.follow(STORED, (queue) => {
    for (const [name, signal] of signals) if (queue === null || queue === name) signal.wake();
  });
  feed.follow(ENDED, (id) => {
    someEnded.wake();
    // It may have been cancelled.
    if (id === null || claims.holds(id)) claims.renew();
  });
  const workers: Promise<void>[] = [];
  const wakeOf = (queue: string): Signal => {
    const signal = signals.get(queue);
    if (signal === undefined) throw new MorganError("internal", `There is no job queue "${queue}".`);
    return signal;
  };
  // Deletes jobs that finished a while ago; the first time soon after the start, off its path.
  const maintain = () => boss.supervise().catch(onBackgroundError);
  const firstMaintenance = setTimeout(maintain, MINUTE_MS);
  const maintenance = setInterval(maintain, HOUR * 1000);
  Deno.unrefTimer(firstMaintenance);
  Deno.unrefTimer(maintenance);

  return {
    async enqueue(queue, data, { tx, order } = {}) {
      wakeOf(queue);
      const store = async (tx: Transaction<Schema>) => {
        const id = await boss.send(queue, JSON.parse(storableJson(data)), {
          db: fromKysely(tx),
          ...(order === undefined ? {} : { group: { id: order } }),
        });
        if (id === null) throw new MorganError("storage", `The job for "${queue}" was not stored.`);
        await feed.publish(tx, STORED, queue);
        return id;
      };
      return await (tx === undefined ? database.transaction(store) : store(tx));
    },
    work(queue, work) {
      const wake = wakeOf(queue);
      for (let n = 0; n < (work.concurrency ?? 1); n++) {
        workers.push(
          startWorker({
            database,
            boss,
            queue,
            wake,
            feed,
            claims,
            closing: closing.signal,
            pollInterval,
            onBackgroundError,
          }, work),
        );
      }
    },
    size: (queue) => size(database, queue),
    async live(queue) {
      const { rows } = await sql<
        { id: string; data: unknown; active: boolean; isWorkedOn: boolean; failure: string | null }
      >`select id, data, state = 'active' as active, ${claims.isWorkedOn()} as "isWorkedOn", coalesce(output ->> 'message', (
          select former.output ->> 'message' from ${JOB_TABLE} former
            where former.name = job.name and former.state = 'failed' and former.data = job.data
            order by former.completed_on desc limit 1)) as failure
        from ${JOB_TABLE} job
        where name = ${queue} and state in ('created', 'retry', 'active')`.execute(database.db);
      return rows.map(({ active, ...job }) => ({ ...job, state: active ? "active" : "waiting" }));
    },
    async release(queue, ids) {
      await database.transaction(async (tx) => {
        if (ids.length > 0) {
          const these = sql`name = ${queue} and id in (${sql.join(ids)})`;
          await makeRunnable(tx, sql`${these} and not ${claims.isWorkedOn()}`);
          await sql`update ${JOB_TABLE} set start_after = now()
            where state in ('created', 'retry') and ${these}`.execute(tx);
        }
        await feed.publish(tx, STORED, queue);
      });
    },
    async cancel(queue, id) {
      wakeOf(queue);
      return await database.transaction(async (tx) => {
        const live = await isLive(tx, queue, id);
        if (live) await boss.cancel(queue, id, { db: fromKysely(tx) });
        await feed.publish(tx, ENDED, id);
        return live;
      });
    },
    async ended(queue, id, given) {
      wakeOf(queue);
      const signal = given ? AbortSignal.any([given, closing.signal]) : closing.signal;
      for (;;) {
        signal.throwIfAborted();
        const change = someEnded.next(pollInterval, signal);
        if (!await isLive(database.db, queue, id)) return;
        await change;
      }
    },
    async idle(queue, signal) {
      for (;;) {
        signal?.throwIfAborted();
        const change = someEnded.next(pollInterval, signal);
        const { waiting, active } = await size(database, queue);
        if (waiting + active === 0) return;
        await change;
      }
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(firstMaintenance);
      clearInterval(maintenance);
      closing.abort(new MorganError("cancelled", "Morgan is stopping."));
      claims.abort(closing.signal.reason);
      await Promise.allSettled(workers);
      await claims[Symbol.asyncDispose]();
      await feed[Symbol.asyncDispose]();
      await boss.stop({ graceful: false });
    },
  };
}

/** Every job that has not ended, of all queues; none where jobs were never stored. */
export async function liveJobs(
  db: Sql,
): Promise<{ queue: string; data: unknown; order: string | null }[]> {
  const table = `${BOSS_SCHEMA}.job`;
  const { rows: [found] } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`
    .execute(db);
  if (!found?.there) return [];
  const { rows } = await sql<{ queue: string; data: unknown; order: string | null }>`
    select name as queue, data, group_id as "order" from ${sql.table(table)}
    where state in ('created', 'retry', 'active') order by created_on, id`.execute(db);
  return rows;
}

async function makeQueues(boss: PgBoss, queues: readonly string[], retryDelay: number): Promise<void> {
  const known = new Set((await boss.getQueues([...queues])).map(({ name }) => name));
  for (const queue of queues) {
    if (known.has(queue)) continue;
    await boss.createQueue(queue, {
      retryLimit: RETRY_LIMIT,
      retryDelay,
      // The longest that pg-boss takes; a job's own bounds on time lie with its handler.
      expireInSeconds: 24 * HOUR,
      retentionSeconds: 365 * 24 * HOUR,
      deleteAfterSeconds: HOUR,
    });
  }
}

async function size(database: Database, queue: string): Promise<{ waiting: number; active: number }> {
  const { rows } = await sql<{ waiting: number; active: number }>`select
      count(*) filter (where state in ('created', 'retry'))::int as waiting,
      count(*) filter (where state = 'active')::int as active
    from ${JOB_TABLE} where name = ${queue}`.execute(database.db);
  return rows[0] ?? { waiting: 0, active: 0 };
}

async function isLive(db: Sql, queue: string, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${JOB_TABLE}
    where name = ${queue} and id = ${id} and state in ('created', 'retry', 'active')`.execute(db);
  return rows.length > 0;
}
