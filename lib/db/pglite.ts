import { PGlite, types } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, sql } from "kysely";
import { mkdir, rename, rm } from "node:fs/promises";
import { MorganError, toMorganError } from "../errors.ts";
import { dirname } from "node:path";
import { requireSpace } from "../home/disk.ts";
import { copyFolder } from "../home/files.ts";
import { storable, storableJson } from "../storable.ts";
import { withAfterCommit } from "./after_commit.ts";
import type { Database, SqlExecutor } from "./database.ts";
import { eraseDead } from "./erase.ts";
import { migrate, newestMigration, pendingMigrations } from "./migrate.ts";
import { PREPARED, readPrepared, removeLeftovers, unpackPrepared, unpackTar } from "./prepared.ts";
import { refuseAfterPanic } from "./panic.ts";
import type { Schema } from "./schema.ts";
import { RESERVE, spaceForWrites } from "./space.ts";

/** How PGlite is opened. */
export interface PgliteOptions {
  /** Folder of the database, or `"memory"` for one that ends with the process. The caller holds the folder's lock. */
  dataDir: string;
  /**
   * Archive of a migrated empty database for the first start; `null` starts from nothing, which takes seconds longer.
   * @default {assets/db/pglite.tar.gz}
   */
  prepared?: URL | string | null;
  /** Bring the schema up to date. @default true */
  migrate?: boolean;
  /** Called before the schema of a database that was there before is changed, with what is to be applied. */
  beforeMigrate?: (database: Database, pending: string[]) => Promise<void>;
  /** Told when the database has ended by itself: all that it is asked from then on fails. @default nobody */
  onLost?: (error: Error) => void;
  signal?: AbortSignal;
}

/**
 * Opens PGlite (PostgreSQL in WebAssembly) and brings its schema up to date.
 * Throws `conflict` for a folder that a newer Morgan wrote, `storage` or `storage_full` if it cannot be opened.
 */
export async function openPglite(options: PgliteOptions): Promise<Database> {
  options.signal?.throwIfAborted();
  const existed = await exists(`${options.dataDir}/PG_VERSION`).catch(() => false);
  const pglite = await createIn(options);
  refuseAfterPanic(pglite, options.onLost ?? (() => {}));
  const requireRoom = options.dataDir === "memory" ? () => {} : () => requireSpace(options.dataDir, RESERVE);
  const db = new Kysely<Schema>({
    dialect: new PGliteDialect({ pglite }),
    plugins: [spaceForWrites(requireRoom)],
  });
  const database = databaseOver(
    db,
    executorOver(pglite),
    copierOf(pglite, options.dataDir),
    requireRoom,
  );
  try {
    options.signal?.throwIfAborted();
    if (options.migrate ?? true) {
      const pending = existed && options.beforeMigrate ? await pendingMigrations(db) : [];
      if (pending.length > 0) await options.beforeMigrate?.(database, pending);
      await migrate(db, "up");
    }
    options.signal?.throwIfAborted();
    return database;
  } catch (error) {
    await database[Symbol.asyncDispose]();
    await pglite.close().catch(() => {});
    throw error;
  }
}

/** A gzipped tar of a freshly made, migrated, empty data directory; `prepare` may add to the schema before it is dumped. */
export async function makePrepared(prepare: (database: Database) => Promise<void>): Promise<Uint8Array> {
  const pglite = await create({});
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
  await using database = databaseOver(db, executorOver(pglite), copierOf(pglite, "memory"), () => {});
  await migrate(db, "up");
  await prepare(database);
  await pglite.exec("CHECKPOINT");
  const dump = await pglite.dumpDataDir("gzip");
  return new Uint8Array(await dump.arrayBuffer());
}

async function createIn({ dataDir, prepared = PREPARED }: PgliteOptions): Promise<PGlite> {
  const archive = async () => prepared === null ? null : await readPrepared(prepared);
  if (dataDir === "memory") {
    const bytes = await archive();
    return await create(bytes === null ? {} : { loadDataDir: new Blob([bytes]) });
  }
  try {
    const there = await exists(dataDir);
    requireSpace(there ? dataDir : dirname(dataDir), there ? RESERVE : 2 * RESERVE);
    if (await exists(`${dataDir}/PG_VERSION`)) return await create({ dataDir });
    const bytes = await archive();
    if (bytes !== null) await unpackPrepared(bytes, dataDir);
    else await initialise(dataDir);
    return await create({ dataDir });
  } catch (error) {
    throw openError(dataDir, error);
  }
}

function databaseOver(
  db: Kysely<Schema>,
  executor: SqlExecutor,
  copyFiles: (folder: string) => Promise<void>,
  /** Throws where there is too little room on the disk to write. */
  requireRoom: () => void,
): Database {
  return {
    backend: "pglite",
    db,
    executor,
    transaction: (body) =>
      withAfterCommit((collect) =>
        db.transaction().execute((tx) => {
          collect(tx);
          return body(tx);
        })
      ),
    async health() {
      const started = performance.now();
      const latency = () => Math.round((performance.now() - started) * 100) / 100;
      try {
        const { rows: [server] } = await sql<{ version: string }>`
          select split_part(current_setting('server_version'), ' ', 1) as version`.execute(db);
        const latency_ms = latency();
        return {
          status: "ok",
          latency_ms,
          backend: "pglite",
          ...server,
          role: "primary",
          migration: await newestMigration(db),
        };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { status: "unavailable", latency_ms: latency(), backend: "pglite", reason };
      }
    },
    others: () => Promise.resolve(0),
    async atOneMoment(folder, look) {
      try {
        await db.transaction().execute(async (tx) => {
          requireRoom();
          await sql`checkpoint`.execute(tx);
          await copyFiles(folder);
        });
        await using copy = await openPglite({ dataDir: folder, migrate: false });
        return await look(copy.db);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    vacuum: async (since) => {
      requireRoom();
      await eraseDead({ db }, since);
    },
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

/** A first start without an archive: like `unpackPrepared`, complete before it has its name. */
async function initialise(dataDir: string): Promise<void> {
  await removeLeftovers(dataDir);
  const temporary = `${dataDir}.new-${crypto.randomUUID()}`;
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  const pglite = await create({ dataDir: temporary });
  await pglite.close();
  await rm(dataDir, { recursive: true, force: true });
  await rename(temporary, dataDir);
}

/** Whoever hands a text over, it can be kept. JSON that is text already was made by `JSON.stringify`. */
const SERIALIZERS = {
  [types.TEXT]: (value: unknown) => storable(String(value)),
  [types.VARCHAR]: (value: unknown) => storable(String(value)),
  [types.JSON]: toJson,
  [types.JSONB]: toJson,
};

function toJson(value: unknown): string {
  return storableJson(typeof value === "string" ? JSON.parse(value) : value);
}

async function create(options: { dataDir?: string; loadDataDir?: Blob }): Promise<PGlite> {
  // bigint columns hold sizes and counts, far below 2^53; PostgreSQL's driver is told the same.
  const pglite = await PGlite.create({
    ...options,
    parsers: { [types.INT8]: Number },
    serializers: SERIALIZERS,
  });
  if (options.dataDir !== undefined) await closeToOthers(options.dataDir);
  return pglite;
}

/** PostgreSQL writes its cache of the catalogue when it opens, with the rights that WebAssembly's own umask of 022 leaves; all else is 0600. */
async function closeToOthers(dataDir: string): Promise<void> {
  if (Deno.build.os === "windows") return;
  const bases = await Array.fromAsync(Deno.readDir(`${dataDir}/base`), ({ name }) => `base/${name}`);
  for (const folder of ["global", ...bases]) {
    await Deno.chmod(`${dataDir}/${folder}/pg_internal.init`, 0o600).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
}

function openError(dataDir: string, error: unknown): MorganError {
  const known = toMorganError(error);
  if (known.code !== "internal") return known;
  return new MorganError("storage", `Cannot open the database in ${dataDir}: ${known.message}`, {
    cause: error,
    hint: "Check that the folder is readable and writable and not full; restore a backup if it is damaged.",
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** PGlite writes nothing between two queries: its folder, copied while none runs, is what a killed process would leave. */
function copierOf(pglite: PGlite, dataDir: string): (folder: string) => Promise<void> {
  if (dataDir !== "memory") return (folder) => copyFolder(dataDir, folder);
  return async (folder) => {
    const dump = await pglite.dumpDataDir("none");
    unpackTar(new Uint8Array(await dump.arrayBuffer()), folder);
  };
}

function executorOver(pglite: PGlite): SqlExecutor {
  return {
    async executeSql(text, values) {
      if (values !== undefined && values.length > 0) return await pglite.query(text, values);
      try {
        const results = await pglite.exec(text);
        return { rows: results.flatMap(({ rows }) => rows) };
      } catch (error) {
        // A failed statement between BEGIN and COMMIT would leave the one connection in an aborted transaction.
        if (/^\s*BEGIN\b/i.test(text)) await pglite.exec("ROLLBACK").catch(() => {});
        throw error;
      }
    },
  };
}
