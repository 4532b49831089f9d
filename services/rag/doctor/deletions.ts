import { type Check, counted, problem, repaired, steady, well } from "../../../lib/doctor.ts";
import type { LiveJob } from "../../../lib/jobs/mod.ts";
import { FORGET_QUEUE, type ForgetJob, type RagContext } from "../context.ts";
import { QUOTES_QUEUE, QuotesJob } from "../contract.ts";

const NAME = "deletions";
const QUEUES = [FORGET_QUEUE, QUOTES_QUEUE] as const;
/** Milliseconds that a repair waits for what it brought on. */
const WAIT_MS = 10_000;

/** A job that is not done and does not go on by itself, or failed when it was tried. */
interface Unfinished {
  queue: typeof QUEUES[number];
  job: LiveJob;
}

/** Checks that everything of deleted documents is being removed: bytes, index entries and quotes. */
export async function checkDeletions(
  context: RagContext,
  repair: boolean,
  signal: AbortSignal,
): Promise<Check> {
  const found = await steady(() => findUnfinished(context), ({ job }) => job.id);
  if (found.length === 0) {
    return well(NAME, "Nothing of deleted documents is left to be removed, or it is being removed.");
  }
  const what = `${counted(found.length, "deletion")} not finished`;
  if (!repair) {
    return problem(
      NAME,
      `${what}: something of the documents may be left.`,
      "Run `morgan doctor --repair` to bring them on.",
      found.map(tell),
    );
  }
  for (const queue of QUEUES) {
    await context.jobs.release(queue, found.filter((one) => one.queue === queue).map(({ job }) => job.id));
  }
  await ended(context, found, AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS)]));
  const left = await findUnfinished(context);
  if (left.length === 0) return repaired(NAME, `${what}: brought on, and nothing is left.`, found.map(tell));
  return problem(
    NAME,
    `${counted(left.length, "deletion")} not finished, though tried again.`,
    "Mend what the reason names; Morgan tries them again by itself, and never gives them up.",
    left.map(tell),
  );
}

async function findUnfinished({ jobs }: RagContext): Promise<Unfinished[]> {
  const found: Unfinished[] = [];
  for (const queue of QUEUES) {
    for (const job of await jobs.live(queue)) {
      const stuck = job.state === "active" && !job.isWorkedOn;
      if (stuck || job.failure !== null) found.push({ queue, job });
    }
  }
  return found;
}

/** Resolves when the jobs have ended, or `signal` aborts. */
async function ended({ jobs }: RagContext, found: readonly Unfinished[], signal: AbortSignal): Promise<void> {
  for (const { queue, job } of found) {
    await jobs.ended(queue, job.id, signal).catch((error) => {
      if (!signal.aborted) throw error;
    });
  }
}

function tell({ queue, job: { data, failure } }: Unfinished): string {
  return `${queue === QUOTES_QUEUE ? ofQuotes(data) : ofContents(data)}: ${
    failure ?? "marked as running, but nobody works on it"
  }`;
}

function ofQuotes(data: unknown): string {
  const job = QuotesJob.safeParse(data);
  return `quotes of ${job.success ? job.data.documents.map(({ path }) => path).join(", ") : "a document"}`;
}

function ofContents(data: unknown): string {
  const contents = (data as Partial<ForgetJob>).contents ?? [];
  return `originals ${contents.map(({ object_key }) => object_key.slice(0, 12)).join(", ")}`;
}
