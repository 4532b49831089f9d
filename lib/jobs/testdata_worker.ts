/** A process for `queue_test.ts` to kill: takes a job and never finishes it. */
import { openDatabase } from "../db/mod.ts";
import { openJobs } from "./mod.ts";

const [place = ""] = Deno.args;
const database = await openDatabase(
  place.startsWith("postgres:")
    ? { url: place, pool: { min: 0, max: 5, connectTimeoutMs: 20_000 } }
    : { dataDir: place },
);
const jobs = await openJobs(database, { queues: ["kill"], takeOverAfter: 1_000 });
jobs.work("kill", {
  onJob(job) {
    console.log(`${job.id} ${job.interruptions}`);
    return new Promise(() => {});
  },
});
if ((await jobs.size("kill")).waiting + (await jobs.size("kill")).active === 0) {
  await jobs.enqueue("kill", { n: 1 });
}
setInterval(() => {}, 1000);
