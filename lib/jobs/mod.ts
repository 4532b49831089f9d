/** Work that survives the process: a queue in the database, so that a job is stored in the same transaction as its row. */
export { installBoss } from "./boss.ts";
export {
  type Job,
  type JobQueue,
  type JobsOptions,
  type LiveJob,
  liveJobs,
  openJobs,
  type WorkOptions,
} from "./queue.ts";
