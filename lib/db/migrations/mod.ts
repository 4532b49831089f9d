import type { Migration } from "kysely/migration";
import * as m0001 from "./m0001_initial.ts";
import * as m0002 from "./m0002_one_row_a_session.ts";
import * as m0003 from "./m0003_changes.ts";
import * as m0004 from "./m0004_daily_work.ts";

/** Every migration by name, imported statically so that bundles and binaries hold them. Names sort in the order of application. */
export const migrations: Readonly<Record<string, Migration & { down: NonNullable<Migration["down"]> }>> = {
  "0001_initial": m0001,
  "0002_one_row_a_session": m0002,
  "0003_changes": m0003,
  "0004_daily_work": m0004,
};
