/** A process for `queue_test.ts` to kill or stop: takes a job, and ends it only when it is told to give it up. */
import { openDatabase } from "../db/mod.ts";
import { openJobs } from "./mod.ts";

const [place = ""] = Deno.args;
const database = await openDatabase(
  place.startsWith("postgres:")
    ? { url: place, pool: { min: 0, max: 5, connectTimeoutMs: 20_000 } }
    : { dataDir: place },
);
const jobs = await openJobs(database, { queues: ["kill"], takeOverAfter: 500 });
jobs.work("kill", {
  onJob(job, signal) {
    console.log(`${job.id} ${job.interruptions}`);
    return new Promise((resolve) =>
      signal.addEventListener("abort", () => {
        console.log("given up");
        resolve();
      })
    );
  },
});
if ((await jobs.size("kill")).waiting + (await jobs.size("kill")).active === 0) {
  await jobs.enqueue("kill", { n: 1 });
}
setInterval(() => {}, 1000);
