import assert from "node:assert/strict";
import { sql } from "kysely";
import { BACKENDS } from "./testing.ts";

/** What Morgan's tables may not have: the code deletes, dates and checks, and the database only keeps. */
const FORBIDDEN = {
  functions: sql`select proname as name from pg_proc where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
  triggers: sql`select tgname as name from pg_trigger
    join pg_class on pg_class.oid = tgrelid and relnamespace = 'public'::regnamespace where not tgisinternal`,
  rules: sql`select rulename as name from pg_rules where schemaname = 'public'`,
  "cascades of the database": sql`select conname as name from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and (confdeltype <> 'a' or confupdtype <> 'a')`,
  "columns that the database fills in":
    sql`select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and table_name not like 'schema_migrations%' and (is_generated = 'ALWAYS' or is_identity = 'YES'
      or column_default is not null and column_default not in ('''{}''::jsonb'))`,
};

for (const { name, ignore, open } of BACKENDS) {
  Deno.test({
    name: `${name}: the tables have no ${Object.keys(FORBIDDEN).join(", ")}`,
    ignore,
    async fn() {
      await using database = await open();
      for (const [what, query] of Object.entries(FORBIDDEN)) {
        assert.deepEqual((await query.execute(database.db)).rows, [], what);
      }
      const { rows } = await sql`select from information_schema.tables where table_schema = 'public'`.execute(
        database.db,
      );
      assert.ok(rows.length >= 10);
    },
  });
}
