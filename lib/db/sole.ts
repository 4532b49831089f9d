import type { Database, Listener } from "./database.ts";

/** How a name is held. */
export interface SoleOptions {
  /** Milliseconds to wait for a process that is just ending. @default {5_000} */
  waitMs?: number;
  /** Milliseconds between two looks whether the connection that holds the name still lives. @default {5_000} */
  lookInterval?: number;
  /** The connection was lost, and before another could be made, a process took the name. */
  onTaken: () => void;
}

/** Milliseconds between two tries, and the longest time of one. */
const TRY_AGAIN_MS = 250;
const DEADLINE_MS = 10_000;

/**
 * Holds a name that one process over a database may hold, by an advisory lock on a connection of its own, which ends with the process
 * however that ends. Returns null where another process holds it. PGlite has one process only.
 */
export async function holdSole(
  database: Pick<Database, "listen">,
  name: string,
  { waitMs = 5_000, lookInterval = 5_000, onTaken }: SoleOptions,
): Promise<Disposable | null> {
  if (!database.listen) return { [Symbol.dispose]() {} };
  const end = performance.now() + waitMs;
  let held = await take(database, name);
  while (!held && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    held = await take(database, name);
  }
  if (!held) return null;
  let over = false;
  let timer = setTimeout(look, lookInterval);
  Deno.unrefTimer(timer);

  async function look(): Promise<void> {
    try {
      await held?.run("select 1", []);
      // What the database cannot say now is asked again at the next look.
      held ??= await take(database, name);
      if (!held) onTaken();
    } catch {
      held?.[Symbol.dispose]();
      held = null;
    }
    if (over) return held?.[Symbol.dispose]();
    timer = setTimeout(look, lookInterval);
    Deno.unrefTimer(timer);
  }
  return {
    [Symbol.dispose]() {
      over = true;
      clearTimeout(timer);
      held?.[Symbol.dispose]();
    },
  };
}

async function take(database: Pick<Database, "listen">, name: string): Promise<Listener | null> {
  const listener = await database.listen?.("morgan_sole", () => {}, DEADLINE_MS);
  if (!listener) return null;
  try {
    const [found] = await listener.run<{ held: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as held",
      [name],
    );
    if (found?.held) return listener;
  } catch (error) {
    listener[Symbol.dispose]();
    throw error;
  }
  listener[Symbol.dispose]();
  return null;
}
