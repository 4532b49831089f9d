import { sql } from "kysely";
import { type Check, counted, problem, repaired, well } from "../../../lib/doctor.ts";
import { DOCUMENTS_BUCKET } from "../../../lib/objects/mod.ts";
import { INGEST_QUEUE, type RagContext } from "../context.ts";

interface Incomplete {
  id: string;
  path: string;
  object_key: string;
  content_key: string;
  expected: number;
  found: number;
}

/** Checks that completed documents have all their chunks; one that has not is read again from its original. */
export async function checkChunks(context: RagContext, repair: boolean): Promise<Check> {
  const incomplete = await findIncomplete(context);
  if (incomplete.length === 0) return well("chunks", "Every searchable document has all its chunks.");
  const what = `${counted(incomplete.length, "document")} with chunks missing or too many`;
  const items = incomplete.map(({ path, expected, found }) => `${path}: ${found} of ${expected}`);
  if (!repair) {
    return problem("chunks", `${what}.`, "Run `morgan doctor --repair` to read them again.", items);
  }
  const left: string[] = [];
  for (const document of incomplete) {
    if (await context.objects.has(DOCUMENTS_BUCKET, document.object_key)) await readAgain(context, document);
    else left.push(document.path);
  }
  if (left.length === 0) return repaired("chunks", `${what}: they are being read again.`, items);
  return problem("chunks", `${what}, whose originals are lost.`, "Ingest the files again.", left);
}

async function findIncomplete({ database }: RagContext): Promise<Incomplete[]> {
  const { rows } = await sql<Incomplete>`
    select document.id, document.path, document.object_key, document.content_key,
      document.chunk_count as expected, count(chunk.id)::int as found
    from documents document
    left join document_chunks chunk on chunk.document_id = document.id and chunk.deleted_at is null
    where document.deleted_at is null and document.ingestion_status = 'completed'
    group by document.id having count(chunk.id) <> document.chunk_count
    order by document.path`.execute(database.db);
  return rows;
}

/** Takes a document back to before it was read. It is found again once its job is done. */
async function readAgain(context: RagContext, { id, content_key }: Incomplete): Promise<void> {
  const { database, jobs, catalog, cache, indexes } = context;
  await database.transaction(async (tx) => {
    // What the indexes hold may be cut short like the rows; it goes before the job can begin.
    if (catalog.withContent(content_key).every((entry) => entry.id === id)) {
      await indexes.remove([content_key]);
    }
    await tx.deleteFrom("document_chunks").where("document_id", "=", id).execute();
    await tx.updateTable("documents")
      .set({ ingestion_status: "pending", chunk_count: 0, updated_at: new Date() })
      .where("id", "=", id).execute();
    await jobs.enqueue(INGEST_QUEUE, { document_id: id }, { tx });
  });
  catalog.remove([id]);
  await cache.deletePrefix("search:");
}
