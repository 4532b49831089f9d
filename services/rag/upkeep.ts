import { startDaily } from "../../lib/daily.ts";
import { purgeDeleted } from "../../lib/db/mod.ts";
import { serviceLogger } from "../../lib/telemetry/mod.ts";
import { INGEST_QUEUE, type RagContext } from "./context.ts";

/** Deleted rows can be looked at by whoever knows SQL for so long. Their texts are gone at once, and from the disk with the next upkeep. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Removes for good what was deleted long ago, and from the disk the texts of all that was deleted. Returns the number of rows.
 * @param last when this was done last
 */
export async function purgeOld(
  { database, indexes, said }: Pick<RagContext, "database" | "indexes" | "said">,
  last?: Date,
): Promise<number> {
  const rows = await purgeDeleted(database, new Date(Date.now() - KEPT_MS));
  await database.vacuum(last);
  for (const { lexical, dense } of [indexes.active, indexes.building].filter((found) => found !== null)) {
    await lexical.compact();
    await dense?.index.compact();
  }
  await (await said.opened()).compact();
  return rows;
}

/** Keeps the database small: once a day, when nothing is being ingested. Disposing it waits for what runs. */
export function startUpkeep(context: RagContext, first?: number): AsyncDisposable {
  const log = serviceLogger("rag");
  return startDaily({
    db: context.database.db,
    name: "upkeep",
    log,
    first,
    async isDue() {
      const { waiting, active } = await context.jobs.size(INGEST_QUEUE);
      return waiting + active === 0;
    },
    async work(last) {
      const started = performance.now();
      const rows = await purgeOld(context, last);
      log.info("upkeep", { rows, ms: Math.round(performance.now() - started) });
    },
  });
}
