import type { Config } from "../config/mod.ts";
import type { Database } from "./database.ts";
import { openPglite, type PgliteOptions } from "./pglite.ts";
import { openPostgres, type PostgresOptions } from "./postgres.ts";

/** Which database is opened, and how. */
export type OpenOptions = PgliteOptions | PostgresOptions;

/** Opens PostgreSQL where `url` is given, else PGlite in its folder, and brings its schema up to date. Throws what either throws. */
export function openDatabase(options: OpenOptions): Promise<Database> {
  return "url" in options ? openPostgres(options) : openPglite(options);
}

/** Which database the configuration names: PostgreSQL at `database.url`, else PGlite in `dataDir`. */
export function configuredDatabase(
  { url, pool_min, pool_max, connect_seconds }: Config["database"],
  dataDir: string,
): Pick<PostgresOptions, "url" | "pool"> | Pick<PgliteOptions, "dataDir"> {
  if (url === undefined) return { dataDir };
  return {
    url,
    pool: { min: Math.min(pool_min, pool_max), max: pool_max, connectTimeoutMs: connect_seconds * 1000 },
  };
}
