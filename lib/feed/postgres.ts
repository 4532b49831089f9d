import { z } from "zod";
import type { Database, Listener } from "../db/mod.ts";

/** Where messages of changes are said. */
export const CHANNEL = "morgan_changes";

/** A change: its id, its topic, what it is about. */
const Change = z.tuple([z.string(), z.string(), z.string()]);
export type Change = z.infer<typeof Change>;

/** How changes are followed. */
export interface FollowOptions {
  onChange(change: Change): void;
  /** Told where changes may have been missed. */
  onGap(): void;
  onBackgroundError(error: unknown): void;
  lookInterval: number;
}

/** Milliseconds that a look may take before its connection counts as lost. */
const DEADLINE_MS = 5_000;
/** Milliseconds between two removals of changes that everybody has seen, and after which a follower is too late. */
const REMOVE_MS = 10 * 60_000;
const LATE_MS = 30 * 60_000;

/**
 * The rows of transactions that may have been under way at the look before. Numbers that rows get when they are written would not do: they are
 * not committed in that order, and a follower that has seen a higher one would never look for a lower one again.
 */
const LOOK = `select pg_snapshot_xmin(pg_current_snapshot())::text as next,
  (select coalesce(jsonb_agg(jsonb_build_array(id, topic, about) order by at), '[]') from changes
    where xid >= $1::xid8) as found`;
/** Greater than the number of any transaction. */
const NO_TRANSACTION = 2n ** 64n - 1n;
const REMOVE = "delete from changes where at < now() - interval '1 hour'";

/** Hears of changes by NOTIFY, and looks for those that no message told of. Disposing it ends that. */
export function followChanges(database: Database, options: FollowOptions): AsyncDisposable {
  const closing = Promise.withResolvers<void>();
  let closed = false;
  /** The oldest transaction that was under way at the last look. */
  let cursor: bigint | undefined;
  let looked = 0;
  let removed = performance.now();

  async function look(listener: Listener): Promise<void> {
    const [answer] = await listener.run<{ next: string; found: unknown }>(LOOK, [
      String(cursor ?? NO_TRANSACTION),
    ]);
    if (answer === undefined) return;
    const next = BigInt(answer.next);
    const now = performance.now();
    // A database that was put back from a copy counts its transactions anew.
    if (cursor === undefined || next < cursor || now - looked > LATE_MS) options.onGap();
    else for (const change of z.array(Change).parse(answer.found)) options.onChange(change);
    cursor = next;
    looked = now;
    if (now - removed < REMOVE_MS) return;
    removed = now;
    await listener.run(REMOVE, []);
  }

  async function follow(): Promise<void> {
    let told = false;
    while (!closed) {
      try {
        using listener = await listen();
        while (!closed) {
          await look(listener);
          told = false;
          await pause();
        }
      } catch (error) {
        // Once: the next tries fail for the same reason.
        if (!told && !closed) options.onBackgroundError(error);
        told = true;
        await pause();
      }
    }
  }

  async function listen(): Promise<Listener> {
    if (database.listen === undefined) throw new Error(`${database.backend} cannot be listened to.`);
    return await database.listen(CHANNEL, (payload) => {
      try {
        options.onChange(Change.parse(JSON.parse(payload)));
      } catch (error) {
        options.onBackgroundError(error);
      }
    }, DEADLINE_MS);
  }

  async function pause(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = new Promise<void>((resolve) => timer = setTimeout(resolve, options.lookInterval));
    await Promise.race([later, closing.promise]);
    clearTimeout(timer);
  }

  const following = follow();
  return {
    async [Symbol.asyncDispose]() {
      closed = true;
      closing.resolve();
      await following;
    },
  };
}
