import { join } from "node:path";
import { sql } from "kysely";
import {
  addRows,
  appliedMigrations,
  type Database,
  knownMigrations,
  liveRows,
  migrate,
  rowTables,
  type Sql,
} from "../db/mod.ts";
import { MorganError } from "../errors.ts";
import { liveJobs, openJobs } from "../jobs/mod.ts";
import type { Original } from "./gather.ts";

/** Where a backup's rows lie, one JSON object a line: a file for each table, and one for the jobs that had not ended. */
export const TABLES = "tables";
export const JOBS = "jobs.jsonl";

/** What a dump of a database tells of it. */
export interface Dumped {
  migrations: string[];
  /** Live rows by table. */
  tables: Record<string, number>;
  originals: Original[];
}

/** Writes every live row, and every job that has not ended, as files into a folder. `db` sees one moment. */
export async function dumpRows(db: Sql, folder: string): Promise<Dumped> {
  await Deno.mkdir(join(folder, TABLES), { recursive: true, mode: 0o700 });
  const tables: Record<string, number> = {};
  for (const table of await rowTables(db)) {
    tables[table] = await writeLines(join(folder, TABLES, `${table}.jsonl`), liveRows(db, table));
  }
  await writeLines(
    join(folder, JOBS),
    (async function* () {
      yield (await liveJobs(db)).map((job) => JSON.stringify(job));
    })(),
  );
  const originals = "documents" in tables
    ? (await sql<Original>`select object_key as key, max(file_size) as size from documents
        where deleted_at is null group by object_key order by object_key`.execute(db)).rows
    : [];
  return { migrations: await appliedMigrations(db), tables, originals };
}

/**
 * Puts rows and jobs as `dumpRows` wrote them in place of all that a database holds, all or nothing. The database has the schema that
 * they were written from. Throws `invalid_input` where not all rows came that should.
 */
export async function loadRows(
  database: Database,
  folder: string,
  { tables, migrations }: Pick<Dumped, "tables" | "migrations">,
  label: string,
): Promise<void> {
  await toSchema(database, migrations);
  const jobs = await readJobs(join(folder, JOBS));
  await using queue = await openJobs(database, {
    queues: [...new Set(jobs.map(({ queue }) => queue))],
    alone: true,
  });
  await database.transaction(async (tx) => {
    const own = await rowTables(tx);
    for (const table of own.toReversed()) await sql`delete from ${sql.table(table)}`.execute(tx);
    await sql`delete from ${sql.table("pgboss.job")}`.execute(tx);
    for (const table of own) {
      const added = await addRows(tx, table, lines(join(folder, TABLES, `${table}.jsonl`)));
      if (added !== (tables[table] ?? 0)) {
        throw new MorganError("invalid_input", `${label} is damaged: its table ${table} lacks rows.`, {
          hint: "Use another backup; nothing was changed.",
        });
      }
    }
    for (const [i, { queue: name, data, order }] of jobs.entries()) {
      const id = await queue.enqueue(name, data, { tx, ...(order == null ? {} : { order }) });
      // All of one transaction were else made at one time, and would be done in any order.
      await sql`update ${
        sql.table("pgboss.job")
      } set created_on = created_on + ${i} * interval '1 microsecond'
        where id = ${id}`.execute(tx);
    }
  });
}

/** Brings an empty database to the schema that rows were written from, which may be an older one. */
async function toSchema({ db }: Database, migrations: readonly string[]): Promise<void> {
  const newest = migrations.toSorted().at(-1);
  if (newest === undefined || newest === knownMigrations().at(-1)) await migrate(db, "up");
  else await migrate(db, { to: newest });
}

async function writeLines(path: string, batches: AsyncIterable<string[]>): Promise<number> {
  using file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
  const encoder = new TextEncoder();
  let count = 0;
  for await (const batch of batches) {
    const bytes = encoder.encode(batch.map((line) => `${line}\n`).join(""));
    for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
    count += batch.length;
  }
  return count;
}

/** The lines of a file; a file that is not there has none: its table is of a newer schema. */
async function* lines(path: string): AsyncGenerator<string> {
  let file: Deno.FsFile;
  try {
    file = await Deno.open(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  let rest = "";
  for await (const part of file.readable.pipeThrough(new TextDecoderStream())) {
    const all = (rest + part).split("\n");
    rest = all.pop() ?? "";
    yield* all;
  }
  if (rest !== "") yield rest;
}

async function readJobs(path: string): Promise<{ queue: string; data: object; order?: string | null }[]> {
  return (await Array.fromAsync(lines(path))).map((line) => JSON.parse(line));
}
