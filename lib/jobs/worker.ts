import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { Job, WorkOptions } from "./queue.ts";
import { RETRY_LIMIT } from "./boss.ts";
import type { Claim } from "./heart.ts";
import type { Signal } from "./wake.ts";

/** What a worker shares with its queue. */
export interface WorkerContext {
  boss: PgBoss;
  queue: string;
  /** Woken when a job was stored. */
  wake: Signal;
  /** Woken when a job has ended. */
  ended: Signal;
  running: Map<string, Claim>;
  /** Collects the jobs that the end of the queue stopped. */
  interrupted: Set<string>;
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
  const { boss, queue, wake, closing, pollInterval, onBackgroundError } = context;
  while (!closing.aborted) {
    // Listens before it looks: a job that is stored between the two is not missed.
    const woken = wake.next(pollInterval, closing);
    const [claimed] = await boss.fetch<T>(queue, { includeMetadata: true }).catch((error) => {
      onBackgroundError(error);
      return [];
    });
    if (claimed === undefined) await woken;
    // What fails here is the database or `onError`, not the handler: the job stays active until it is taken over.
    else await runJob(context, work, claimed).catch(onBackgroundError);
  }
}

async function runJob<T extends object>(
  { boss, queue, ended, running, interrupted, closing, wake }: WorkerContext,
  { onJob, onError }: WorkOptions<T>,
  claimed: JobWithMetadata<T>,
): Promise<void> {
  const interruptions = Math.max(0, claimed.retryLimit - RETRY_LIMIT);
  const failures = Math.max(0, claimed.retryCount - interruptions);
  const job: Job<T> = { id: claimed.id, data: claimed.data, failures, interruptions };
  const controller = new AbortController();
  if (closing.aborted) controller.abort(closing.reason);
  // Others may have taken it over by the time it ends: then this end of it counts no more.
  const attempt = { id: claimed.id, retryCount: claimed.retryCount };
  running.set(job.id, { queue, attempt, controller });
  try {
    await onJob(job, controller.signal);
    await boss.complete(queue, attempt);
  } catch (error) {
    if (closing.aborted) return void interrupted.add(job.id);
    if (!controller.signal.aborted) {
      await onError?.(job, error, failures >= RETRY_LIMIT);
      await boss.fail(queue, attempt, { message: error instanceof Error ? error.message : String(error) });
      // So that a retry without delay starts at once.
      wake.wake();
    }
  } finally {
    running.delete(job.id);
    ended.wake();
  }
}
