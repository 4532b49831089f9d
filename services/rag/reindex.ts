import { repositories } from "../../lib/db/mod.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import { type RagContext, REINDEX_QUEUE, type ReindexJob } from "./context.ts";
import type { ReindexStatus } from "./contract.ts";
import { addContent, storedContent } from "./indexing.ts";
import type { Generation } from "./indexes/mod.ts";
import { recoverIndex } from "./recover.ts";
import { reindexStatus } from "./reindex_status.ts";

/** Makes the indexes anew in the background, while those that there are go on answering. */
export interface Reindexing {
  /** Starts a build with the configured model, or goes on with the one that was interrupted. */
  start(): Promise<ReindexStatus>;
  status(): ReindexStatus;
  /** Stops the build and drops what it made; the indexes that answer stay. */
  cancel(): Promise<ReindexStatus>;
}

/** Starts to work on the queue of builds, and takes up the one that an earlier process left. */
export async function startReindexing(context: RagContext): Promise<Reindexing> {
  const { indexes, jobs } = context;
  const log = serviceLogger("rag");
  let running: { generation: string; stop: AbortController; ended: Promise<void> } | undefined;

  async function run(job: ReindexJob, signal: AbortSignal): Promise<void> {
    const generation = indexes.building;
    // The job of a build that was cancelled or replaced.
    if (generation?.name !== job.generation) return;
    const stop = new AbortController();
    const ended = Promise.withResolvers<void>();
    running = { generation: job.generation, stop, ended: ended.promise };
    try {
      await build(context, generation, AbortSignal.any([signal, stop.signal]));
      log.info("the documents are indexed anew", {
        generation: generation.name,
        model: generation.model?.id,
      });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      running = undefined;
      ended.resolve();
    }
  }

  /** A second job of the same build does no harm: once that is done, it finds nothing to do. */
  async function enqueue({ name }: Generation): Promise<void> {
    if (running?.generation !== name) await jobs.enqueue(REINDEX_QUEUE, { generation: name });
  }

  jobs.work<ReindexJob>(REINDEX_QUEUE, {
    onJob: (job, signal) => run(job.data, signal),
    async onError(_job, error, final) {
      log.error("indexing anew failed", { final, ...errorFields(error) });
      if (final) await indexes.fail(toMorganError(error).message);
    },
  });
  if (indexes.building) await enqueue(await indexes.begin());

  return {
    async start() {
      const interrupted = indexes.build !== null && indexes.building === null;
      if (interrupted) log.info("a build for another model is dropped", { model: indexes.build?.model?.id });
      await enqueue(await indexes.begin());
      return reindexStatus(context);
    },
    status: () => reindexStatus(context),
    async cancel() {
      if (!indexes.build) {
        throw new MorganError("conflict", "No index is being made.", {
          hint: "See `morgan reindex --status`.",
        });
      }
      running?.stop.abort(new MorganError("cancelled", "The build was cancelled."));
      await running?.ended;
      await indexes.discard();
      return reindexStatus(context);
    },
  };
}

/** Brings every content that documents have into a generation, then lets it take the active one's place. */
async function build(context: RagContext, generation: Generation, signal: AbortSignal): Promise<void> {
  const { catalog, indexes, cache } = context;
  for (;;) {
    // What was published meanwhile is missing too: the swap waits until nothing is.
    const missing = [...catalog.contentKeys()].filter((key) => !generation.holds(key));
    if (missing.length === 0) break;
    for (const key of missing) await copyContent(context, generation, key, signal);
  }
  signal.throwIfAborted();
  await indexes.swap();
  await cache.deletePrefix("search:");
  await recoverIndex(context);
}

async function copyContent(
  context: RagContext,
  generation: Generation,
  key: string,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const [document] = context.catalog.withContent(key);
  if (!document) return;
  const content = await storedContent(context, document);
  // Deleted between the look and the reading: its chunks are erased.
  if (context.catalog.get(document.id) !== document) return;
  await addContent(generation, content, signal);
  // Deleted while it was embedded: the deletion found nothing to remove here.
  const { documents } = repositories(context.database.db);
  if (await documents.count({ content_key: key }) === 0) await generation.remove([key]);
}
