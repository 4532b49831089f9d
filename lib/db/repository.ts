import { setImmediate } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import { MorganError } from "../errors.ts";
import { noSuchPage } from "./cursor.ts";
import type { Sql } from "./database.ts";
import { newId } from "./ids.ts";
import type { NewRow, RowChanges, Schema, TableName } from "./schema.ts";

/** The time of day; tests give their own. */
export type Clock = () => Date;

/** The columns that a list can be ordered by: text, numbers and times that are never null. */
export type OrderColumn<R> = Extract<
  { [K in keyof R]: R[K] extends string | number | Date ? K : never }[keyof R],
  string
>;

/** Values that rows must have; an array means any of them, null means null. */
export type Where<R> = { [K in keyof R]?: R[K] | readonly R[K][] | undefined };

export interface ListOptions<R> {
  where?: Where<R>;
  /** @default {{ column: "id", direction: "asc" }} ids grow with time */
  order?: { column: OrderColumn<R>; direction?: "asc" | "desc" };
  /** @default {100} at most 1000 */
  limit?: number;
  /** `next` of the page before. */
  cursor?: string | undefined;
  /** @default {false} */
  includeDeleted?: boolean;
}

export interface Page<R> {
  rows: R[];
  /** Cursor of the next page, null at the end. */
  next: string | null;
}

/** Reads and writes of one table. Soft-deleted rows are left out unless asked for. */
export interface Repository<T extends TableName> {
  insert(row: NewRow<Schema[T]>): Promise<Schema[T]>;
  /** Inserts all rows, several hundred per statement; use a transaction for all or none. */
  insertMany(rows: readonly NewRow<Schema[T]>[]): Promise<Schema[T][]>;
  find(id: string, options?: { includeDeleted?: boolean }): Promise<Schema[T] | undefined>;
  /** One page by keyset: inserts and deletions between two pages neither repeat nor skip other rows. */
  list(options?: ListOptions<Schema[T]>): Promise<Page<Schema[T]>>;
  count(where?: Where<Schema[T]>, options?: { includeDeleted?: boolean }): Promise<number>;
  /** Sets `updated_at` too. Undefined if there is no such live row. */
  update(id: string, changes: RowChanges<Schema[T]>): Promise<Schema[T] | undefined>;
  /** Marks the live rows that match as deleted and returns their ids. Cascades are `softDelete` in cascade.ts. */
  markDeleted(where: Where<Schema[T]>): Promise<string[]>;
}

const MAX_PARAMETERS = 65_535;
/** PGlite runs on the caller's thread and yields only to microtasks: long inserts pause between short statements. */
const MAX_ROWS = 200;

/** The repository of `table` over a database or a transaction. */
export function repository<T extends TableName>(
  db: Sql,
  table: T,
  now: Clock = () => new Date(),
): Repository<T> {
  type Row = Schema[T];
  const name = sql.table(table);

  async function insertMany(rows: readonly NewRow<Row>[]): Promise<Row[]> {
    const inserted: Row[] = [];
    const time = now();
    const complete = rows.map((row) => ({
      ...row,
      id: row.id ?? newId(time.getTime()),
      created_at: time,
      updated_at: time,
      deleted_at: null,
    }));
    const columns = [...new Set(complete.flatMap((row) => definedEntries(row).map(([column]) => column)))];
    const perStatement = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / Math.max(1, columns.length)));
    for (let from = 0; from < complete.length; from += perStatement) {
      const tuples = complete.slice(from, from + perStatement).map((row) => {
        const values = new Map<string, unknown>(definedEntries(row));
        return sql`(${
          sql.join(columns.map((column) => values.has(column) ? values.get(column) : sql`default`))
        })`;
      });
      const query = sql<Row>`insert into ${name} (${sql.join(columns.map((column) => sql.ref(column)))})
        values ${sql.join(tuples)} returning *`;
      inserted.push(...(await query.execute(db)).rows);
      if (from + perStatement < complete.length) await setImmediate();
    }
    return inserted;
  }

  return {
    insertMany,
    async insert(row) {
      const [inserted] = await insertMany([row]);
      if (inserted === undefined) {
        throw new MorganError("internal", `The insert into ${table} returned no row.`);
      }
      return inserted;
    },
    async find(id, options = {}) {
      if (!isUuid(id)) return undefined;
      const query = sql<Row>`select * from ${name} where id = ${id} and ${alive(options.includeDeleted)}`;
      return (await query.execute(db)).rows[0];
    },
    async list(options = {}) {
      const { where = {}, order, limit = 100, cursor, includeDeleted } = options;
      const size = Math.min(Math.max(1, Math.trunc(limit)), 1000);
      const column = sql.ref(order?.column ?? "id");
      const descending = order?.direction === "desc";
      const direction = descending ? sql`desc` : sql`asc`;
      const after = cursor === undefined ? sql`true` : keyset(column, descending, decodeCursor(cursor));
      const query = sql<Row>`select * from ${name}
        where ${matches(where)} and ${alive(includeDeleted)} and ${after}
        order by ${column} ${direction}, id ${direction} limit ${sql.lit(size + 1)}`;
      const { rows } = await query.execute(db).catch((error: unknown) => {
        throw cursor !== undefined && isDataError(error) ? noSuchPage() : error;
      });
      const page = rows.slice(0, size);
      const last = page.at(-1);
      const more = rows.length > size && last !== undefined;
      return { rows: page, next: more ? encodeCursor(last[order?.column ?? "id"], last.id) : null };
    },
    async count(where = {}, options = {}) {
      const query = sql<{ count: number }>`select count(*)::int as count from ${name}
        where ${matches(where)} and ${alive(options.includeDeleted)}`;
      return (await query.execute(db)).rows[0]?.count ?? 0;
    },
    async update(id, changes) {
      if (!isUuid(id)) return undefined;
      const sets = [...definedEntries(changes), ["updated_at", now()] as const];
      const query = sql<Row>`update ${name}
        set ${sql.join(sets.map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}
        where id = ${id} and deleted_at is null returning *`;
      return (await query.execute(db)).rows[0];
    },
    async markDeleted(where) {
      const time = now();
      const query = sql<{ id: string }>`update ${name} set deleted_at = ${time}, updated_at = ${time}
        where ${matches(where)} and deleted_at is null returning id`;
      return (await query.execute(db)).rows.map(({ id }) => id);
    },
  };
}

/** True for the text form of a UUID; anything else can't be a key, so that a lookup finds nothing instead of failing. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function alive(includeDeleted: boolean | undefined): RawBuilder<unknown> {
  return includeDeleted === true ? sql`true` : sql`deleted_at is null`;
}

function matches(where: object): RawBuilder<unknown> {
  const terms = definedEntries(where).map(([column, value]) => {
    if (value === null) return sql`${sql.ref(column)} is null`;
    if (!Array.isArray(value)) return sql`${sql.ref(column)} = ${value}`;
    return value.length === 0 ? sql`false` : sql`${sql.ref(column)} in (${sql.join(value)})`;
  });
  return terms.length === 0 ? sql`true` : sql.join(terms, sql` and `);
}

function keyset(
  column: RawBuilder<unknown>,
  descending: boolean,
  [value, id]: [unknown, string],
): RawBuilder<unknown> {
  return sql`(${column}, id) ${descending ? sql`<` : sql`>`} (${value}, ${id})`;
}

function definedEntries(row: object): [string, unknown][] {
  return Object.entries(row).filter(([, value]) => value !== undefined);
}

function encodeCursor(value: unknown, id: string): string {
  return new TextEncoder().encode(JSON.stringify([value, id])).toBase64({
    alphabet: "base64url",
    omitPadding: true,
  });
}

/** Whether the database could not read a value (SQLSTATE class 22): a forged cursor can hold any. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("22");
}

function decodeCursor(cursor: string): [string | number, string] {
  try {
    const bytes = Uint8Array.fromBase64(cursor, { alphabet: "base64url" });
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id]: unknown[] = parsed;
      const comparable = typeof value === "string" || typeof value === "number";
      if (comparable && typeof id === "string" && isUuid(id)) return [value, id];
    }
  } catch {
    // Falls through: whatever is wrong with it, the caller gave something that no list returned.
  }
  throw noSuchPage();
}
