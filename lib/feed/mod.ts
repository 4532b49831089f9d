/** What processes over one database tell each other of, once it is committed. */
import { sql, type Transaction } from "kysely";
import { afterCommit, type Database, newId, type Schema } from "../db/mod.ts";
import { type Change, CHANNEL, followChanges } from "./postgres.ts";

/** Called with what a change is about; `null`: some may have been missed, so all is to be looked at. */
export type Hear = (about: string | null) => void;

/** Changes by topic. Disposing it ends the following. */
export interface Feed extends AsyncDisposable {
  /** Tells the followers of a topic in every process, once `tx` has committed: within milliseconds, and a second where that message is lost. */
  publish(tx: Transaction<Schema>, topic: string, about: string): Promise<void>;
  /** Hears of changes from now on, in any order, and now and then of one twice; `null` when the database was first listened to. */
  follow(topic: string, hear: Hear): void;
}

export interface FeedOptions {
  /** Other processes are not told, and not heard. @default false with PostgreSQL */
  alone?: boolean;
  /** Told when the database can't be listened to. It is tried again. */
  onBackgroundError?: (error: unknown) => void;
  /** Milliseconds between two looks for what no message told of. @default {1000} */
  lookInterval?: number;
}

/** Milliseconds that a change is known after it was heard: it comes by this process itself, by NOTIFY and by its row. */
const KNOWN_MS = 60_000;

/** Follows the changes in a database. With PGlite, which one process holds, they are told within it. */
export function openFeed(database: Database, options: FeedOptions = {}): Feed {
  const followers = new Map<string, Set<Hear>>();
  const known = new Map<string, number>();
  const tell = (topic: string, about: string | null) => {
    for (const hear of followers.get(topic) ?? []) hear(about);
  };
  const hearOnce = ([id, topic, about]: Change) => {
    const now = performance.now();
    for (const [old, at] of known) {
      if (now - at < KNOWN_MS) break;
      known.delete(old);
    }
    if (known.has(id)) return;
    known.set(id, now);
    tell(topic, about);
  };
  const following = database.backend === "postgres" && options.alone !== true
    ? followChanges(database, {
      ...{ onBackgroundError: () => {}, lookInterval: 1000, ...options },
      onChange: hearOnce,
      onGap() {
        for (const topic of followers.keys()) tell(topic, null);
      },
    })
    : undefined;

  return {
    async publish(tx, topic, about) {
      const change: Change = [newId(), topic, about];
      if (following !== undefined) {
        await sql`with kept as (
            insert into changes (id, xid, topic, about, at)
              values (${change[0]}, pg_current_xact_id(), ${topic}, ${about}, now()))
          select pg_notify(${CHANNEL}, ${JSON.stringify(change)})`.execute(tx);
      }
      afterCommit(tx, () => hearOnce(change));
    },
    follow(topic, hear) {
      followers.getOrInsertComputed(topic, () => new Set()).add(hear);
    },
    async [Symbol.asyncDispose]() {
      await following?.[Symbol.asyncDispose]();
    },
  };
}
