import { openTestDatabase } from "../../../lib/db/testing.ts";
import { openJobs } from "../../../lib/jobs/mod.ts";

const QUEUE = "meeting";

/** A second process comes while a job runs: it must leave that job alone, and do the next. */
export async function jobs(rounds: number): Promise<string[]> {
  await using database = await openTestDatabase();
  const open = () => openJobs(database, { queues: [QUEUE], pollInterval: 20, retryDelay: 0 });
  const broken: string[] = [];
  for (let round = 0; round < rounds; round++) {
    await using first = await open();
    const runs: string[] = [];
    const [started, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    first.work<{ name: string }>(QUEUE, {
      async onJob({ data }) {
        runs.push(data.name);
        started.resolve();
        await end.promise;
      },
    });
    await first.enqueue(QUEUE, { name: "long" });
    await started.promise;
    await using second = await open();
    const next = Promise.withResolvers<void>();
    second.work<{ name: string }>(QUEUE, {
      onJob({ data }) {
        runs.push(data.name);
        if (data.name === "next") next.resolve();
        return Promise.resolve();
      },
    });
    await second.enqueue(QUEUE, { name: "next" });
    await next.promise;
    end.resolve();
    await second.idle(QUEUE);
    if (runs.toSorted().join() !== "long,next") broken.push(`round ${round}: ${runs.join(", ")} ran`);
  }
  return broken;
}
