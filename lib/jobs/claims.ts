import { type RawBuilder, sql } from "kysely";
import type { Database, Sql } from "../db/mod.ts";
import { MorganError } from "../errors.ts";
import { BOSS_SCHEMA } from "./boss.ts";

export const JOB_TABLE = sql.table(`${BOSS_SCHEMA}.job`);

/** A job as it was claimed. The count of its claims tells it from the same job in the hands of another process. */
export interface Claim {
  id: string;
  retryCount: number;
}

/** The jobs that this process works on. It shows others that it lives, and takes over what dead processes left. */
export interface Claims extends AsyncDisposable {
  /** Counts a job as worked on until `end`. The signal aborts when it is another's, or nobody's, by now. */
  begin(claim: Claim): AbortController;
  end(claim: Claim): void;
  holds(id: string): boolean;
  /** Shows that this process lives, now. */
  renew(): void;
  /** Aborts all work. */
  abort(reason: unknown): void;
  /** Whether a living process works on the job of a row of `JOB_TABLE`. */
  isWorkedOn(): RawBuilder<boolean>;
}

export interface ClaimsOptions {
  queues: readonly string[];
  /** Milliseconds without a sign of life after which a process counts as dead. */
  takeOverAfter: number;
  onTakenOver(queue: string): void;
  onBackgroundError(error: unknown): void;
}

/** Signs of life, and looks for processes without them, in that time. */
const SIGNS = 5;
/** Looks in a row after which a job without signs of life is taken: after a time in which nobody reached the database others come first. */
const LOOKS = 3;

export async function keepClaims(database: Database, options: ClaimsOptions): Promise<Claims> {
  const { queues, takeOverAfter, onTakenOver, onBackgroundError } = options;
  const interval = takeOverAfter / SIGNS;
  const running = new Map<string, Claim & { controller: AbortController }>();
  const lastSign = sql`coalesce(heartbeat_on, started_on)`;
  let looks = 0;
  let lastLook = -Infinity;
  let busy: Promise<void> | undefined;
  let next: typeof tick | undefined;
  let closed = false;

  async function showLife(): Promise<void> {
    const claims = [...running.values()];
    if (claims.length === 0) return;
    const { rows } = await sql<Claim>`update ${JOB_TABLE} set heartbeat_on = clock_timestamp()
      where state = 'active' and (id, retry_count) in (${
      sql.join(claims.map(({ id, retryCount }) => sql`(${id}::uuid, ${retryCount}::int)`))
    }) returning id`.execute(database.db);
    const kept = new Set(rows.map(({ id }) => id));
    for (const { id, controller } of claims) {
      if (!kept.has(id)) {
        controller.abort(
          new MorganError("cancelled", "The job was cancelled, or taken over by another process."),
        );
      }
    }
  }

  async function takeOver(since: RawBuilder<unknown>): Promise<void> {
    if (queues.length === 0) return;
    const mine = [...running.keys()];
    const others = mine.length === 0 ? sql`true` : sql`id not in (${sql.join(mine)})`;
    const taken = await makeRunnable(
      database.db,
      sql`name in (${sql.join(queues)}) and ${others} and ${lastSign} < ${since}`,
    );
    for (const queue of taken) onTakenOver(queue);
  }

  async function tick(): Promise<void> {
    await showLife();
    const now = performance.now();
    looks = now - lastLook < 3 * interval ? looks + 1 : 1;
    lastLook = now;
    if (looks >= LOOKS) await takeOver(expiry());
  }

  const expiry = () => sql`clock_timestamp() - make_interval(secs => ${takeOverAfter / 1000})`;
  function once(work: () => Promise<void>): void {
    if (closed) return;
    if (busy !== undefined) {
      next = work;
      return;
    }
    busy = work().catch((error) => {
      looks = 0;
      onBackgroundError(error);
    }).finally(() => {
      busy = undefined;
      const waiting = next;
      next = undefined;
      if (waiting !== undefined) once(waiting);
    });
  }

  // Nothing that ran in the embedded database before it was opened runs any more.
  if (database.backend === "pglite") await takeOver(sql`pg_postmaster_start_time()`);
  const timer = setInterval(() => once(tick), interval);
  Deno.unrefTimer(timer);

  return {
    begin(claim) {
      const controller = new AbortController();
      running.set(claim.id, { ...claim, controller });
      return controller;
    },
    end: ({ id, retryCount }) => {
      if (running.get(id)?.retryCount === retryCount) running.delete(id);
    },
    holds: (id) => running.has(id),
    renew: () => once(showLife),
    abort(reason) {
      for (const { controller } of running.values()) controller.abort(reason);
    },
    isWorkedOn: () =>
      sql<boolean>`(state = 'active' and ${lastSign} is not null and ${lastSign} >= ${expiry()})`,
    async [Symbol.asyncDispose]() {
      closed = true;
      clearInterval(timer);
      await busy;
    },
  };
}

/**
 * Makes jobs runnable whose process ended. It was interrupted, not the handler wrong: the limit of retries grows with the count that pg-boss
 * will add at the next claim, and their difference tells interruptions. Returns the queues of those jobs.
 */
export async function makeRunnable(db: Sql, which: RawBuilder<unknown>): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`update ${JOB_TABLE}
    set state = 'retry', retry_limit = retry_limit + 1, start_after = now(), heartbeat_on = null
    where state = 'active' and ${which} returning name`.execute(db);
  return new Set(rows.map(({ name }) => name));
}
