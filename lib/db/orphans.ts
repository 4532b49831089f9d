import { sql } from "kysely";
import type { Sql } from "./database.ts";
import type { TableName } from "./schema.ts";

/** A live row whose parent is deleted or not there. */
export interface Orphan {
  table: TableName;
  id: string;
  /** Which parent it lacks. */
  parent: TableName;
  /** The parent's row is there, marked as deleted. */
  marked: boolean;
}

/** Each column that names a row of another table. */
const RELATIONS: readonly [table: TableName, column: string, parent: TableName][] = [
  ["messages", "conversation_id", "conversations"],
  ["emotional_states", "message_id", "messages"],
  ["feedback", "conversation_id", "conversations"],
  ["feedback", "message_id", "messages"],
  ["document_chunks", "document_id", "documents"],
];

/** Rows that nothing leads to any more. */
export async function findOrphans(db: Sql): Promise<Orphan[]> {
  const orphans: Orphan[] = [];
  for (const [table, column, parent] of RELATIONS) {
    const { rows } = await sql<
      { id: string; marked: boolean }
    >`select child.id, parent.id is not null as marked
      from ${sql.table(table)} child left join ${sql.table(parent)} parent on parent.id = child.${
      sql.ref(column)
    }
      where child.${sql.ref(column)} is not null and child.deleted_at is null
        and (parent.id is null or parent.deleted_at is not null)
      order by child.id`.execute(db);
    orphans.push(...rows.map((row) => ({ table, parent, ...row })));
  }
  return orphans;
}

/** Deletes orphans: marked like their parent, or for good where there is none. Nothing of a chunk can be quoted afterwards. */
export async function deleteOrphans(
  db: Sql,
  orphans: readonly Orphan[],
  now: Date = new Date(),
): Promise<void> {
  for (const { table, id, marked } of orphans) {
    const name = sql.table(table);
    if (!marked) await sql`delete from ${name} where id = ${id}`.execute(db);
    else {
      const text = table === "document_chunks" ? sql`, chunk_text = '', metadata = '{}'` : sql``;
      await sql`update ${name} set deleted_at = ${now}, updated_at = ${now}${text} where id = ${id}`.execute(
        db,
      );
    }
  }
}
