import { type Check, counted, type Report, well } from "../../../lib/doctor.ts";
import type { RagContext } from "../context.ts";
import { purgeOld } from "../upkeep.ts";
import { checkChunks } from "./chunks.ts";
import { checkDeletions } from "./deletions.ts";
import { checkEmbedding, checkIndexes } from "./indexes.ts";
import { checkJobs } from "./jobs.ts";
import { checkObjects } from "./objects.ts";
import { checkReader } from "./reader.ts";

/** All checks of documents, their originals, indexes and jobs. */
export async function examine(context: RagContext, repair: boolean, signal: AbortSignal): Promise<Report> {
  // Originals first: a document that is read again is read from its original.
  const checks: Check[] = await checkObjects(context, repair, signal);
  checks.push(await checkChunks(context, repair));
  checks.push(await checkReader(context, signal));
  checks.push(await checkJobs(context, repair));
  checks.push(await checkDeletions(context, repair, signal));
  checks.push(...await checkIndexes(context, repair));
  checks.push(await checkEmbedding(context, signal));
  if (repair) {
    const rows = await purgeOld(context);
    checks.push(well("deleted rows", `${counted(rows, "row")} deleted over a month ago removed for good.`));
  }
  return { checks };
}
