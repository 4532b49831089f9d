import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { type Database, type MessageRow, newId, repositories, type Sql } from "../../../lib/db/mod.ts";
import { MorganError } from "../../../lib/errors.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";

/** Names this process among those that write answers. */
const PROCESS = newId();
/** Milliseconds between two signs that an answer is still being written. */
const SIGN_MS = 2_000;
/** Milliseconds without a sign after which its writer counts as dead; measured by whoever waits, so that no two clocks are compared. */
const DEAD_MS = 10_000;
/** Milliseconds between two looks at what another writes. */
const LOOK_MS = 200;

/** Names who writes an answer: one turn of one process. */
export function newWriter(): string {
  return `${PROCESS}/${newId()}`;
}

/** Whether an answer is still `writer`'s to write. It stays so until `tx` ends. */
export async function isWriter(tx: Sql, id: string, writer: string): Promise<boolean> {
  const row = await lockAnswer(tx, id);
  // One that is deleted, or removed with its document, is nobody's.
  return row === undefined || row.metadata.removed === true || row.metadata.writer === writer;
}

/** Shows again and again that an answer is being written, until it is disposed of. */
export function showWriting({ db }: Database, id: string, writer: string): Disposable {
  const timer = setInterval(() => {
    db.updateTable("messages").set({ updated_at: new Date() }).where("id", "=", id)
      .where(sql`metadata ->> 'writer'`, "=", writer).execute()
      .catch((error) => serviceLogger("core").warning("an answer gives no sign of life", errorFields(error)));
  }, SIGN_MS);
  Deno.unrefTimer(timer);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/**
 * Makes `writer` the one who writes an answer, and returns its row; where it is finished, the row alone. Returns `undefined` where another
 * may be writing it. Throws `not_found` where it is deleted.
 * @param silent as it was seen when its writer had not given a sign for long
 */
export async function takeAnswer(
  tx: Sql,
  backend: Database["backend"],
  { id, writer, silent }: { id: string; writer: string; silent?: MessageRow | undefined },
): Promise<MessageRow | undefined> {
  const row = await lockAnswer(tx, id);
  if (row === undefined) {
    throw new MorganError("not_found", "The answer was deleted while it was written.", {
      hint: "Send the message again with another id.",
    });
  }
  const { state, writer: other } = row.metadata;
  if (state !== "open" && state !== "interrupted") return row;
  // The embedded database is open in one process: what another wrote to is left.
  const isDead = state === "interrupted" || typeof other !== "string" ||
    (backend === "pglite" && !other.startsWith(PROCESS)) || (silent !== undefined && isSame(row, silent));
  if (!isDead) return undefined;
  return await repositories(tx).messages.update(id, { metadata: { ...row.metadata, state: "open", writer } });
}

/** Waits until an answer that another writes is finished, or its writer is dead and `writer` is in his place. Returns its row. */
export async function followAnswer(
  database: Database,
  { id, writer }: { id: string; writer: string },
  signal: AbortSignal,
): Promise<MessageRow> {
  let seen: MessageRow | undefined;
  let since = 0;
  for (;;) {
    signal.throwIfAborted();
    const silent = performance.now() - since > DEAD_MS ? seen : undefined;
    const row = await database.transaction((tx) => takeAnswer(tx, database.backend, { id, writer, silent }));
    if (row !== undefined) return row;
    const now = await repositories(database.db).messages.find(id);
    if (now !== undefined && (seen === undefined || !isSame(now, seen))) {
      seen = now;
      since = performance.now();
    }
    // Aborted, it throws the reason above.
    await setTimeout(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}

function isSame(a: MessageRow, b: MessageRow): boolean {
  return a.metadata.writer === b.metadata.writer && a.updated_at.getTime() === b.updated_at.getTime();
}

async function lockAnswer(tx: Sql, id: string): Promise<MessageRow | undefined> {
  return await tx.selectFrom("messages").selectAll().where("id", "=", id).where("deleted_at", "is", null)
    .forUpdate().executeTakeFirst();
}
