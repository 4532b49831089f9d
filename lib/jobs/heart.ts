import type { JobAttempt } from "pg-boss";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../db/mod.ts";
import { MorganError } from "../errors.ts";
import { BOSS_SCHEMA } from "./boss.ts";
import { makeRunnable } from "./recover.ts";

/** A job that a handler of this process runs on. */
export interface Claim {
  queue: string;
  /** Which claim of the job it is; a later one counts further. */
  attempt: JobAttempt;
  controller: AbortController;
}

/** What the heart of a process needs. */
export interface HeartOptions {
  database: Database;
  queues: readonly string[];
  running: ReadonlyMap<string, Claim>;
  /** Milliseconds without a beat after which others take a job over. */
  takeOverAfter: number;
  /** Called when jobs were taken over: they can be worked on. */
  onTaken(): void;
  onBackgroundError(error: unknown): void;
}

/**
 * Says again and again which jobs this process works on, and makes those runnable of which nobody has said so for a while: their process is
 * dead. Where a job was taken from a handler that lives, after a long sleep of the machine say, or was cancelled elsewhere, its signal aborts.
 */
export function startHeart(options: HeartOptions): AsyncDisposable {
  const stopping = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let beating: Promise<void> = Promise.resolve();
  function wait(): void {
    if (stopping.signal.aborted) return;
    timer = setTimeout(
      () => beating = beat(options).catch(options.onBackgroundError).then(wait),
      options.takeOverAfter / 4,
    );
    Deno.unrefTimer(timer);
  }
  wait();
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      clearTimeout(timer);
      await beating;
    },
  };
}

async function beat({ database, queues, running, takeOverAfter, onTaken }: HeartOptions): Promise<void> {
  const claims = [...running];
  const ours = await touch(database, claims.map(([, { attempt }]) => attempt));
  for (const [id, claim] of claims) {
    // One that ended meanwhile is not ours any more, either.
    if (ours.has(id) || running.get(id) !== claim) continue;
    claim.controller.abort(
      new MorganError("cancelled", "The job was cancelled, or taken over by another process."),
    );
  }
  const silent = sql`name in (${sql.join(queues)}) and not ${isWorkedOn(takeOverAfter)}`;
  if (queues.length > 0 && await makeRunnable(database, silent) > 0) onTaken();
}

/** Says that these attempts go on. Returns the ids of the jobs of which they still are the latest ones. */
async function touch({ db }: Database, attempts: readonly JobAttempt[]): Promise<ReadonlySet<string>> {
  if (attempts.length === 0) return new Set();
  const pairs = sql.join(attempts.map(({ id, retryCount }) => sql`(${id}::uuid, ${retryCount}::int)`));
  const { rows } = await sql<{ id: string }>`update ${
    sql.table(`${BOSS_SCHEMA}.job`)
  } set heartbeat_on = now()
    where state = 'active' and (id, retry_count) in (${pairs}) returning id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Whether somebody said within this time that he works on a job. The database's clock alone counts. */
export function isWorkedOn(takeOverAfter: number): RawBuilder<boolean> {
  return sql<boolean>`(heartbeat_on is not null and heartbeat_on > now() - ${
    sql.lit(takeOverAfter)
  } * interval '1 millisecond')`;
}
