import { type RawBuilder, sql } from "kysely";
import type { Database } from "../db/mod.ts";
import { BOSS_SCHEMA } from "./boss.ts";

/**
 * Makes running jobs runnable whose process ended. It was interrupted, not the handler wrong: the limit of retries grows with the count that
 * pg-boss will add at the next claim, and their difference tells interruptions. Returns how many.
 */
export async function makeRunnable({ db }: Database, which: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows = 0n } = await sql`update ${sql.table(`${BOSS_SCHEMA}.job`)}
    set state = 'retry', retry_limit = retry_limit + 1, start_after = now(), heartbeat_on = null
    where state = 'active' and ${which}`.execute(db);
  return Number(numAffectedRows);
}
