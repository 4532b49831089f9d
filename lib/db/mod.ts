/** Morgan's relational data: ten tables on PGlite or PostgreSQL, the same SQL for both. */
export { afterCommit } from "./after_commit.ts";
export * from "./cascade.ts";
export { noSuchPage } from "./cursor.ts";
export type { Database, DatabaseHealth, Listener, Sql, SqlExecutor } from "./database.ts";
export * from "./documents.ts";
export { newId } from "./ids.ts";
export { alone, holdRow, lockName } from "./locks.ts";
export * from "./migrate.ts";
export { deleteOrphans, findOrphans, type Orphan } from "./orphans.ts";
export { configuredDatabase, openDatabase, type OpenOptions } from "./open.ts";
export type { PoolSettings, PoolState } from "./hosts.ts";
export { purgeDeleted } from "./purge.ts";
export * from "./repositories.ts";
export * from "./repository.ts";
export * from "./rotate.ts";
export { addRows, liveRows, rowTables } from "./rows.ts";
export * from "./schema.ts";
export * from "./sealed.ts";
