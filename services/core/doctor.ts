import { deleteOrphans, findOrphans, migrationStatus, type Orphan } from "../../lib/db/mod.ts";
import { type Check, counted, problem, repaired, type Report, steady, well } from "../../lib/doctor.ts";
import { toMorganError } from "../../lib/errors.ts";
import { checkDisk } from "../../lib/home/mod.ts";
import type { CoreContext } from "./context.ts";

/** All checks that the server can make of itself. */
export async function examine(context: CoreContext, repair: boolean, signal: AbortSignal): Promise<Report> {
  const database = await checkDatabase(context);
  const disk = await checkDisk(context.home);
  if (database.status === "problem") return { checks: [disk, database] };
  const tables = await checkTables(context, repair);
  const rag = await context.rag.doctor(repair, signal);
  const key = await checkKey(context, signal);
  return { checks: [disk, database, tables, key, ...rag.checks, await checkModel(context, signal)] };
}

async function checkDatabase({ database }: CoreContext): Promise<Check> {
  try {
    const { status, latency_ms, reason, version, pool } = await database.health();
    if (status !== "ok") throw new Error(reason);
    const pending = (await migrationStatus(database.db)).filter(({ applied }) => !applied);
    if (pending.length > 0) {
      return problem(
        "database",
        `${counted(pending.length, "migration")} pending.`,
        "Run `morgan stop`, then `morgan migrate up`.",
      );
    }
    const connections = pool ? ` ${pool.active + pool.idle} of ${pool.max} connections are open.` : "";
    return well(
      "database",
      `${database.backend} ${version} answers in ${latency_ms} ms, its schema is the newest.${connections}`,
    );
  } catch (error) {
    const { message, hint } = toMorganError(error);
    return problem(
      "database",
      `It does not answer: ${message}`,
      hint ?? "Restart Morgan; restore a backup if that does not help.",
    );
  }
}

async function checkTables({ database }: CoreContext, repair: boolean): Promise<Check> {
  const orphans = await steady(() => findOrphans(database.db), ({ table, id }) => `${table} ${id}`);
  if (orphans.length === 0) return well("tables", "Every row belongs to one that is there.");
  if (!repair) {
    return problem(
      "tables",
      `${told(orphans)}.`,
      "Run `morgan doctor --repair` to delete them.",
      each(orphans),
    );
  }
  const deleted: Orphan[] = [];
  // What belonged to one that is deleted here is left over then.
  for (let left = orphans; left.length > 0; left = await findOrphans(database.db)) {
    await database.transaction((tx) => deleteOrphans(tx, left));
    deleted.push(...left);
  }
  return repaired("tables", `${told(deleted)}: deleted.`, each(deleted));
}

function told(orphans: readonly Orphan[]): string {
  return `${counted(orphans.length, "row")} left over from deleted ones`;
}

function each(orphans: readonly Orphan[]): string[] {
  return orphans.map(({ table, id, parent }) => `${table} ${id}: no ${parent}`);
}

/** Whether everything that was learned can be opened with the keys that are there. */
async function checkKey({ learning }: CoreContext, signal: AbortSignal): Promise<Check> {
  const name = "key";
  try {
    const { file, current, former, values } = await learning.keys(true, signal);
    const known = new Set([current, ...former]);
    const lost = Object.entries(values).filter(([id]) => !known.has(id));
    if (lost.length > 0) {
      const count = lost.reduce((sum, [, values]) => sum + values, 0);
      return problem(
        name,
        `${counted(count, "value")} that Morgan has learned cannot be read with ${file}.`,
        "Add the key that is missing to the file as a further line, or run `morgan keys reset`.",
        lost.map(([id, count]) => `key ${id}: ${counted(count, "value")}`),
      );
    }
    if (former.length > 0) {
      return problem(name, "A rotation is not ended.", "Run `morgan keys rotate`, which goes on with it.");
    }
    return well(name, `What Morgan has learned can be read with ${file}.`);
  } catch (error) {
    signal.throwIfAborted();
    const { message, hint } = toMorganError(error);
    return problem(name, message, hint ?? "See `morgan keys status`.");
  }
}

async function checkModel({ llm }: CoreContext, signal: AbortSignal): Promise<Check> {
  const name = "language model";
  const { available, configured, reason, id } = await llm.model(signal);
  if (available) return well(name, `${id} answers.`);
  if (!configured) {
    return { name, status: "absent", message: "None is configured: answers are quotes from the documents." };
  }
  return problem(
    name,
    `It does not answer: ${reason ?? "no reason is known"}`,
    "Start the model server, or correct llm.base_url and llm.model.",
  );
}
