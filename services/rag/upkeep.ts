import { purgeDeleted } from "../../lib/db/mod.ts";
import { isAbort } from "../../lib/errors.ts";
import { ARTIFACTS_BUCKET, type ObjectStore } from "../../lib/objects/mod.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import { INGEST_QUEUE, type RagContext } from "./context.ts";

/** Deleted rows can be looked at by whoever knows SQL for so long. Their texts are gone at once, and from the disk with the next upkeep. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** When the last upkeep was, kept beside the data: a server that leaves when idle would never get a day old. */
const LAST = "upkeep/last.json";

/** How upkeep goes. Milliseconds. */
export interface UpkeepOptions {
  /** Wait after the start, so that it is not slowed down. @default 60_000 */
  first?: number;
  /** Time between two looks whether it is due. @default an hour */
  every?: number;
  /** Erases more of what was deleted from the disk. */
  erase?: () => Promise<void>;
}

/**
 * Removes for good what was deleted long ago, and from the disk the texts of all that was deleted. Returns the number of rows.
 * @param last when this was done last
 */
export async function purgeOld(
  { database, indexes }: Pick<RagContext, "database" | "indexes">,
  last?: Date,
): Promise<number> {
  const rows = await purgeDeleted(database, new Date(Date.now() - KEPT_MS));
  await database.vacuum(last);
  for (const { lexical, dense } of [indexes.active, indexes.building].filter((found) => found !== null)) {
    await lexical.compact();
    await dense?.index.compact();
  }
  return rows;
}

/** Keeps the database small: once a day, when nothing is being ingested. Disposing it waits for what runs. */
export function startUpkeep(
  context: RagContext,
  { first = 60_000, every = 60 * 60 * 1000, erase = () => Promise.resolve() }: UpkeepOptions = {},
): AsyncDisposable {
  const log = serviceLogger("rag");
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(tick, first);
  Deno.unrefTimer(timer);

  async function once(): Promise<void> {
    const { waiting, active } = await context.jobs.size(INGEST_QUEUE);
    const last = await lastUpkeep(context);
    if (waiting + active > 0 || Date.now() - last.getTime() < DAY_MS) return;
    const started = performance.now();
    const rows = await purgeOld(context, last);
    await erase();
    await note(context.objects);
    log.info("upkeep", { rows, ms: Math.round(performance.now() - started) });
  }
  function tick(): void {
    running = once().catch((error) => {
      if (!isAbort(error)) log.error("upkeep failed", errorFields(error));
    }).then(() => {
      if (stopping.signal.aborted) return;
      timer = setTimeout(tick, every);
      Deno.unrefTimer(timer);
    });
  }
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

async function lastUpkeep({ objects }: RagContext): Promise<Date> {
  // A new Morgan has nothing to purge: its first day begins now.
  if (!await objects.has(ARTIFACTS_BUCKET, LAST)) {
    await note(objects);
    return new Date();
  }
  try {
    const { at } = JSON.parse(new TextDecoder().decode(await objects.read(ARTIFACTS_BUCKET, LAST)));
    if (typeof at === "number") return new Date(at);
  } catch {
    // Unreadable: it is written anew.
  }
  return new Date(0);
}

async function note(objects: ObjectStore): Promise<void> {
  await objects.put(ARTIFACTS_BUCKET, LAST, new TextEncoder().encode(JSON.stringify({ at: Date.now() })));
}
