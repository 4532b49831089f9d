import { fromKysely, type JobWithMetadata, type PgBoss } from "pg-boss";
import { sql } from "kysely";
import { type Database, lockName } from "../db/mod.ts";
import type { Feed } from "../feed/mod.ts";
import { RETRY_LIMIT } from "./boss.ts";
import { type Claims, makeRunnable } from "./claims.ts";
import { ENDED, type Job, STORED, type WorkOptions } from "./queue.ts";
import type { Signal } from "./wake.ts";

/** What a worker shares with its queue. */
export interface WorkerContext {
  database: Database;
  boss: PgBoss;
  queue: string;
  /** Woken when a job was stored. */
  wake: Signal;
  /** Told of each job that ends. */
  feed: Feed;
  claims: Claims;
  closing: AbortSignal;
  pollInterval: number;
  onBackgroundError: (error: unknown) => void;
}

/**
 * Takes jobs one after another until `closing` aborts. pg-boss's own workers pause for their polling interval after
 * each job; this one goes on while there are jobs, and sleeps until it is woken when there are none.
 */
export async function startWorker<T extends object>(
  context: WorkerContext,
  work: WorkOptions<T>,
): Promise<void> {
  const { wake, closing, pollInterval, onBackgroundError } = context;
  while (!closing.aborted) {
    // Listens before it looks: a job that is stored between the two is not missed.
    const woken = wake.next(pollInterval, closing);
    const claimed = await claim(context, work).catch((error) => void onBackgroundError(error));
    if (claimed === undefined) await woken;
    // What fails here is the database or `onError`, not the handler: the job is taken over later.
    else await runJob(context, work, claimed).catch(onBackgroundError);
  }
}

async function claim<T extends object>(
  { database, boss, queue }: WorkerContext,
  { inOrder = false }: WorkOptions<T>,
): Promise<JobWithMetadata<T> | undefined> {
  if (!inOrder) return (await boss.fetch<T>(queue, { includeMetadata: true }))[0];
  return await database.transaction(async (tx) => {
    // Two that look at once would each take the next job of the same order.
    await lockName(tx, `jobs of ${queue}`);
    const options = { includeMetadata: true, groupConcurrency: 1, db: fromKysely(tx) } as const;
    return (await boss.fetch<T>(queue, options))[0];
  });
}

async function runJob<T extends object>(
  { database, boss, queue, feed, claims, closing, wake }: WorkerContext,
  { onJob, onError }: WorkOptions<T>,
  claimed: JobWithMetadata<T>,
): Promise<void> {
  const { id, retryCount } = claimed;
  const interruptions = Math.max(0, claimed.retryLimit - RETRY_LIMIT);
  const failures = Math.max(0, retryCount - interruptions);
  const job: Job<T> = { id, data: claimed.data, failures, interruptions };
  const controller = claims.begin({ id, retryCount });
  if (closing.aborted) controller.abort(closing.reason);
  /** Only as long as the job is this worker's: another may have taken it over. */
  const end = async (how: "complete" | "fail", output?: object) => {
    claims.end({ id, retryCount });
    await database.transaction(async (tx) => {
      await boss[how](queue, { id, retryCount }, output, { db: fromKysely(tx) });
      await feed.publish(tx, ENDED, id);
    });
  };
  try {
    await onJob(job, controller.signal);
    await end("complete");
  } catch (error) {
    if (closing.aborted) {
      // A job that the end of the server stopped is there for others, and for its next start.
      await database.transaction(async (tx) => {
        await makeRunnable(tx, sql`id = ${id} and retry_count = ${retryCount}`);
        await feed.publish(tx, STORED, queue);
      });
      return;
    }
    if (controller.signal.aborted) return;
    await onError?.(job, error, failures >= RETRY_LIMIT);
    await end("fail", { message: error instanceof Error ? error.message : String(error) });
    // So that a retry without delay starts at once.
    wake.wake();
  } finally {
    claims.end({ id, retryCount });
  }
}
