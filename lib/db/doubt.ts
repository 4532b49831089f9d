import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { MorganError } from "../errors.ts";
import type { Sql } from "./database.ts";
import type { CommitInDoubt } from "./driver.ts";

/** The server that lost us may still be busy with the COMMIT: milliseconds between two looks, and until nobody knows. */
const LOOK_MS = 100;
const LONGEST_MS = 30_000;

/**
 * Whether a COMMIT took place whose answer never came, by the transaction's own number. Throws `unavailable` where that cannot be told:
 * then nobody may repeat it.
 */
export async function wasCommitted(db: Sql, { mark, cause }: CommitInDoubt): Promise<boolean> {
  if (mark?.xid === null) return true;
  const latest = performance.now() + LONGEST_MS;
  while (mark !== undefined && performance.now() < latest) {
    const { rows: [found] } = await sql<{ timeline: string; status: string | null }>`
      select timeline, case when timeline = ${mark.timeline} then pg_xact_status(${mark.xid}::text::xid8) end as status
      from (select left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) as timeline) now`.execute(db);
    if (found?.status === "committed") return true;
    if (found?.status === "aborted") return false;
    // Another server has taken over, whose transaction of this number is another; or it is so long ago that it is forgotten.
    if (found?.status !== "in progress") break;
    await setTimeout(LOOK_MS);
  }
  throw new MorganError("unavailable", "The connection to PostgreSQL went while a change was being stored.", {
    cause,
    hint: "It is not known whether it was stored: look before you repeat it.",
  });
}
