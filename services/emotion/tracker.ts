import type { Keyring } from "../../lib/crypto/mod.ts";
import type { Database } from "../../lib/db/mod.ts";
import { analyzeMood, type Mood } from "./analyzer.ts";
import type { Emotion } from "./contract.ts";
import { type Episode, significantEpisodes } from "./memory.ts";
import { findPatterns, type Pattern } from "./patterns.ts";
import { type Recovery, recoveryOf } from "./recovery.ts";
import { type Coping, copingOf } from "./regulator.ts";
import { eraseStates, saveFindings, saveState, statesOf } from "./store.ts";
import { findTriggers, type Trigger } from "./triggers.ts";

const DAY = 86_400_000;
/** Days that patterns and triggers look back. */
const WINDOW = 180;

/** What a user's history tells. */
export interface MoodReport {
  states: number;
  mood: Mood;
  episodes: Episode[];
  patterns: Pattern[];
  triggers: Trigger[];
  recovery: Recovery;
  coping: Coping[];
}

/** Keeps the history of feelings and reads it. */
export interface Tracker {
  /** Stores what a message shows, sealed. Throws `not_found` for an unknown message, `storage` where the key is lost. */
  track(messageId: string, emotion: Emotion): Promise<void>;
  /**
   * What the last `days` tell; patterns and triggers, which it also stores, over at least half a year. Throws `storage` where the key is lost or is
   * another.
   */
  report(userId: string, options: { days: number; zone: string }): Promise<MoodReport>;
  /** Erases states older than `days`, or everything; returns how many. */
  erase(userId: string, olderThanDays?: number): Promise<number>;
}

/** @param now the time of day; tests give their own */
export function createTracker(
  database: Database,
  keyring: Keyring,
  now: () => Date = () => new Date(),
): Tracker {
  return {
    track: (messageId, emotion) => saveState(database, keyring, messageId, emotion),
    async report(userId, { days, zone }) {
      const time = now();
      const start = new Date(time.getTime() - Math.max(days, WINDOW) * DAY);
      const long = await statesOf(database, keyring, userId, start);
      const since = time.getTime() - days * DAY;
      const states = long.filter(({ at }) => at.getTime() >= since);
      const patterns = findPatterns(long, zone);
      const triggers = findTriggers(long, { now: time });
      await saveFindings(database, keyring, userId, { patterns, triggers });
      return {
        states: states.length,
        mood: analyzeMood(states, zone),
        episodes: significantEpisodes(states),
        patterns,
        triggers,
        recovery: recoveryOf(long),
        coping: copingOf(long),
      };
    },
    erase: (userId, olderThanDays) =>
      eraseStates(
        database,
        userId,
        olderThanDays === undefined ? undefined : new Date(now().getTime() - olderThanDays * DAY),
      ),
  };
}
