import { type Kysely, sql } from "kysely";

/** What processes tell each other of, kept for an hour or so: who lost the message finds the row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table changes (
    id uuid primary key,
    xid xid8 not null,
    topic text not null,
    about text not null,
    at timestamptz not null
  )`.execute(db);
  await sql`create index changes_xid_idx on changes (xid)`.execute(db);
  await sql`create index changes_at_idx on changes (at)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable("changes").execute();
}
