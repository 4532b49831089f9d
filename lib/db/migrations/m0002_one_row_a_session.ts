import { type Kysely, sql } from "kysely";

/** A session is one conversation: two first messages at once must not make two. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Rows of the same session, if two ever came about, become one before the index forbids them.
  await sql`update messages set conversation_id = kept.id
    from conversations dropped join (
      select user_id, session_id, min(id::text)::uuid as id from conversations where deleted_at is null
      group by user_id, session_id having count(*) > 1
    ) kept on kept.user_id = dropped.user_id and kept.session_id = dropped.session_id and kept.id <> dropped.id
    where messages.conversation_id = dropped.id`.execute(db);
  await sql`update conversations dropped set deleted_at = now() from conversations kept
    where dropped.deleted_at is null and kept.deleted_at is null and dropped.user_id = kept.user_id
      and dropped.session_id = kept.session_id and dropped.id::text > kept.id::text`.execute(db);
  await sql`create unique index conversations_live_session_key on conversations (user_id, session_id)
    where deleted_at is null`.execute(db);
  await sql`create index conversations_updated_at_idx on conversations (user_id, updated_at)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index conversations_live_session_key`.execute(db);
  await sql`drop index conversations_updated_at_idx`.execute(db);
}
