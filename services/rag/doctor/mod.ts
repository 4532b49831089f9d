import { sql } from "kysely";
import { type Check, counted, problem, type Report, well } from "../../../lib/doctor.ts";
import type { RagContext } from "../context.ts";
import { purgeOld } from "../upkeep.ts";
import { checkEmbedding, checkIndexes } from "./indexes.ts";
import { checkJobs } from "./jobs.ts";
import { checkObjects } from "./objects.ts";

/** All checks of documents, their originals, indexes and jobs. */
export async function examine(context: RagContext, repair: boolean, signal: AbortSignal): Promise<Report> {
  const checks: Check[] = [await checkChunks(context)];
  // Originals first: a document that is queued again is read from its original.
  checks.push(...await checkObjects(context, repair, signal));
  checks.push(await checkJobs(context, repair));
  checks.push(...await checkIndexes(context, repair));
  checks.push(await checkEmbedding(context, signal));
  if (repair) {
    const rows = await purgeOld(context.database);
    checks.push(well("deleted rows", `${counted(rows, "row")} deleted over a month ago removed for good.`));
  }
  return { checks };
}

/** Checks that completed documents have all their chunks. */
async function checkChunks({ database }: RagContext): Promise<Check> {
  const { rows } = await sql<{ path: string; expected: number; found: number }>`
    select document.path, document.chunk_count as expected, count(chunk.id)::int as found
    from documents document
    left join document_chunks chunk on chunk.document_id = document.id and chunk.deleted_at is null
    where document.deleted_at is null and document.ingestion_status = 'completed'
    group by document.id having count(chunk.id) <> document.chunk_count
    order by document.path`.execute(database.db);
  if (rows.length === 0) return well("chunks", "Every searchable document has all its chunks.");
  return problem(
    "chunks",
    `${counted(rows.length, "document")} with chunks missing or too many.`,
    "Read the files again: morgan ingest --force PATH",
    rows.map(({ path, expected, found }) => `${path}: ${found} of ${expected}`),
  );
}
