import { sql } from "kysely";
import { type Check, counted, problem, repaired, steady, well } from "../../../lib/doctor.ts";
import type { LiveJob } from "../../../lib/jobs/mod.ts";
import { INGEST_QUEUE, type RagContext } from "../context.ts";

interface Waiting {
  id: string;
  path: string;
}

/** Checks that somebody works on every document that waits. */
export async function checkJobs(context: RagContext, repair: boolean): Promise<Check> {
  const { jobs } = context;
  const name = "jobs";
  const stuck = await steady(
    async () =>
      (await jobs.live(INGEST_QUEUE)).filter(({ state, isWorkedOn }) => state === "active" && !isWorkedOn),
    ({ id }) => id,
  );
  const forgotten = await steady(() => withoutJob(context), ({ id }) => id);
  const found = stuck.length + forgotten.length;
  if (found === 0) {
    return well(name, "Every document that waits has a job, and every running job is worked on.");
  }
  const what = [
    ...(forgotten.length > 0 ? [`${counted(forgotten.length, "document")} waiting without a job`] : []),
    ...(stuck.length > 0 ? [`${counted(stuck.length, "job")} marked as running that nobody works on`] : []),
  ].join(", ");
  const items = [...forgotten.map(({ path }) => path), ...stuck.map(documentOf)];
  if (!repair) return problem(name, `${what}.`, "Run `morgan doctor --repair` to queue them again.", items);
  await jobs.release(INGEST_QUEUE, stuck.map(({ id }) => id));
  for (const { id } of forgotten) await jobs.enqueue(INGEST_QUEUE, { document_id: id });
  return repaired(name, `${what}: queued again.`, items);
}

async function withoutJob({ database, jobs }: RagContext): Promise<Waiting[]> {
  const busy = new Set((await jobs.live(INGEST_QUEUE)).map(documentOf));
  const { rows } = await sql<Waiting>`select id, path from documents
    where deleted_at is null and ingestion_status in ('pending', 'processing') order by path`.execute(
    database.db,
  );
  return rows.filter(({ id }) => !busy.has(id));
}

function documentOf({ data }: LiveJob): string {
  return typeof data === "object" && data !== null && "document_id" in data ? String(data.document_id) : "";
}
