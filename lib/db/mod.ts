/** Morgan's relational data: ten tables on PGlite or PostgreSQL, the same SQL for both. */
export * from "./cascade.ts";
export type { Database, DatabaseHealth, Sql, SqlExecutor } from "./database.ts";
export * from "./documents.ts";
export { newId } from "./ids.ts";
export * from "./migrate.ts";
export { openDatabase, type OpenOptions } from "./pglite.ts";
export * from "./repositories.ts";
export * from "./repository.ts";
export * from "./schema.ts";
