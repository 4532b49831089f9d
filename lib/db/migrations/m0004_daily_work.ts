import { type Kysely, sql } from "kysely";

/** When what is done once a day was done last, by whichever process. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table daily_work (name text primary key, at timestamptz not null)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable("daily_work").execute();
}
