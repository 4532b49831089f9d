import type { Database } from "./database.ts";
import { openPglite, type PgliteOptions } from "./pglite.ts";
import { openPostgres, type PostgresOptions } from "./postgres.ts";

/** Which database is opened, and how. */
export type OpenOptions = PgliteOptions | PostgresOptions;

/** Opens PostgreSQL where `url` is given, else PGlite in its folder, and brings its schema up to date. Throws what either throws. */
export function openDatabase(options: OpenOptions): Promise<Database> {
  return "url" in options ? openPostgres(options) : openPglite(options);
}
