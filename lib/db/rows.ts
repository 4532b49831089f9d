import { type RawBuilder, sql } from "kysely";
import type { Sql } from "./database.ts";

/** Rows that are read or written at once. */
const BATCH = 500;
/** Characters of rows that are written at once: a chunk's text may be long. */
const BATCH_CHARACTERS = 4_000_000;
/** The tables of Kysely's migrator, which say nothing of Morgan. */
const MIGRATOR = /^schema_migrations/;

interface Relation {
  child: string;
  column: string;
  parent: string;
}

/** What processes told each other lately, and when they last tidied up: nothing to keep. */
const PASSING: ReadonlySet<string> = new Set(["changes", "daily_work"]);

/** The tables that hold Morgan's rows, whatever the schema's version: each after those that its rows name. */
export async function rowTables(db: Sql): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(db);
  const names = rows.map(({ name }) => name).filter((name) => !MIGRATOR.test(name) && !PASSING.has(name));
  const relations = await readRelations(db);
  const ordered = new Set<string>();
  const add = (name: string) => {
    if (ordered.has(name)) return;
    for (const { child, parent } of relations) if (child === name && parent !== name) add(parent);
    ordered.add(name);
  };
  names.forEach(add);
  return [...ordered];
}

/**
 * The rows of a table that live, as PostgreSQL's JSON, in the order of their ids: not deleted, and naming no row that is. `db` is a
 * transaction that sees one moment.
 */
export async function* liveRows(db: Sql, table: string): AsyncGenerator<string[]> {
  const live = await livePredicate(db, table);
  for (let last: string | null = null;;) {
    const { rows } = await sql<{ id: string; row: string }>`
      select id::text as id, to_jsonb(t)::text as row from ${sql.table(table)} t
      where ${live} and (${last}::uuid is null or id > ${last}::uuid)
      order by id limit ${sql.lit(BATCH)}`.execute(db);
    if (rows.length === 0) return;
    yield rows.map(({ row }) => row);
    last = rows.at(-1)?.id ?? null;
  }
}

/** Adds rows to a table, each as `liveRows` gave it. Returns how many. Columns that a row lacks are null. */
export async function addRows(db: Sql, table: string, rows: AsyncIterable<string>): Promise<number> {
  let batch: string[] = [];
  let size = 0;
  let count = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    await sql`insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${batch.join(",")}]`}::jsonb)`
      .execute(db);
    count += batch.length;
    batch = [];
    size = 0;
  };
  for await (const row of rows) {
    batch.push(row);
    size += row.length;
    if (batch.length >= BATCH || size >= BATCH_CHARACTERS) await flush();
  }
  await flush();
  return count;
}

/** What holds for the rows of `t` that live: it is not deleted, and neither is a row that it names. */
async function livePredicate(db: Sql, table: string): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'deleted_at'`.execute(db);
  const deletable = new Set(rows.map(({ name }) => name));
  const relations = await readRelations(db);
  const alive = (name: string, alias: string, depth: number): RawBuilder<boolean> => {
    const conditions = relations.filter(({ child, parent }) => child === name && parent !== name).map(
      ({ column, parent }) => {
        const other = `p${depth}`;
        return sql<boolean>`(${sql.ref(`${alias}.${column}`)} is null or exists (
          select 1 from ${sql.table(parent)} ${sql.id(other)}
          where ${sql.ref(`${other}.id`)} = ${sql.ref(`${alias}.${column}`)}
            and ${alive(parent, other, depth + 1)}))`;
      },
    );
    if (deletable.has(name)) conditions.unshift(sql<boolean>`${sql.ref(`${alias}.deleted_at`)} is null`);
    return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
  };
  return alive(table, "t", 0);
}

/** Every column that names a row of another table. */
async function readRelations(db: Sql): Promise<Relation[]> {
  const { rows } = await sql<Relation>`
    select child.relname as child, attribute.attname as column, parent.relname as parent
    from pg_constraint fk
      join pg_class child on child.oid = fk.conrelid
      join pg_class parent on parent.oid = fk.confrelid
      join pg_attribute attribute on attribute.attrelid = fk.conrelid and attribute.attnum = fk.conkey[1]
    where fk.contype = 'f' and fk.connamespace = 'public'::regnamespace`.execute(db);
  return rows;
}
