import { sql } from "kysely";
import type { Sql } from "./db/mod.ts";
import { isAbort } from "./errors.ts";
import { errorFields, type Logger } from "./telemetry/mod.ts";

/** Work that is done once a day, by one of the processes over a database. */
export interface DailyOptions {
  /** Keeps the time of the last one: a server that leaves when idle would never get a day old. */
  db: Sql;
  /** Names the work there. */
  name: string;
  log: Logger;
  /** @default always */
  isDue?: () => Promise<boolean>;
  /** @param last when this was done last */
  work(last: Date): Promise<void>;
  /** Milliseconds after the start, so that it is not slowed down. @default 60_000 */
  first?: number | undefined;
  /** Milliseconds between two looks whether it is due. @default an hour */
  every?: number | undefined;
}

/** Does something once a day, when it is due. What fails is tried again at the next look. Disposing it waits for what runs. */
export function startDaily(
  { db, name, log, isDue, work, first = 60_000, every = 60 * 60 * 1000 }: DailyOptions,
): AsyncDisposable {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(tick, first);
  Deno.unrefTimer(timer);

  async function once(): Promise<void> {
    if (await isDue?.() === false) return;
    const last = await claimDay(db, name);
    if (last === undefined) return;
    try {
      await work(last);
    } catch (error) {
      await giveBackDay(db, name, last);
      throw error;
    }
  }
  function tick(): void {
    running = once().catch((error) => {
      if (!isAbort(error)) log.error("daily work failed", { name, ...errorFields(error) });
    }).then(() => {
      if (stopping.signal.aborted) return;
      timer = setTimeout(tick, every);
      Deno.unrefTimer(timer);
    });
  }
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/** Takes today's work, unless it was taken by anybody within a day. Returns when it was done last. */
async function claimDay(db: Sql, name: string): Promise<Date | undefined> {
  // What is new has nothing to do yet: its first day begins now.
  await sql`insert into daily_work (name, at) values (${name}, now()) on conflict do nothing`.execute(db);
  // Of several that come at once the others wait for the row, and find it changed.
  const { rows: [former] } = await sql<{ last: Date }>`
    with former as (select at from daily_work where name = ${name} for update)
    update daily_work set at = now() from former
    where daily_work.name = ${name} and daily_work.at < now() - interval '1 day'
    returning former.at as last`.execute(db);
  return former?.last;
}

async function giveBackDay(db: Sql, name: string, last: Date): Promise<void> {
  await sql`update daily_work set at = ${last} where name = ${name}`.execute(db);
}
