import { z } from "zod";
import { analyze } from "../../lib/lexical/mod.ts";

/** What somebody does again and again. Stored sealed, one row a user. */
export const Habits = z.object({
  turns: z.number().default(0),
  /** Turns by hour of the day, UTC. */
  hours: z.array(z.number()).length(24).default(() => Array.from({ length: 24 }, () => 0)),
  /** Mean words of a message, of the last ones. */
  words: z.number().default(0),
  /** Share of messages that ask again what was just asked, of the last ones. */
  reasks: z.number().default(0),
  /** The last messages that were learned from, newest last. */
  learned: z.array(z.string()).default([]),
  /** The terms of the last message of each session, newest last. */
  last: z.array(z.object({ session: z.string(), message_id: z.string(), terms: z.array(z.string()) }))
    .default([]),
});
export type Habits = z.infer<typeof Habits>;

/** Share of terms in common from which a message asks the same again. */
const SAME = 0.6;
const SESSIONS = 5;
/** More than can wait to be learned from when a process dies. */
const LEARNED = 50;
const MOST_TERMS = 40;
/** Weight of a new message in a running mean: an exponential moving average over about 20 messages (2/(n+1)). */
const FRESH = 2 / 21;
/** Share of repeated questions from which answers are found wanting. */
const OFTEN = 0.25;
/** Messages before habits say anything. */
const ENOUGH = 10;

/** What a message adds to the habits. One that was learned from changes nothing. */
export function withMessage(
  habits: Habits,
  message: { session_id: string; message_id: string; text: string; at: number },
): { habits: Habits; reask: boolean } {
  if (habits.learned.includes(message.message_id)) return { habits, reask: false };
  const terms = [...new Set(analyze(message.text))].slice(0, MOST_TERMS);
  const before = habits.last.find(({ session }) => session === message.session_id);
  const reask = before !== undefined && terms.length >= 3 && overlap(before.terms, terms) >= SAME;
  const mean = (old: number, value: number) => habits.turns === 0 ? value : old + FRESH * (value - old);
  const hour = new Date(message.at).getUTCHours();
  return {
    reask,
    habits: {
      turns: habits.turns + 1,
      learned: [...habits.learned, message.message_id].slice(-LEARNED),
      hours: habits.hours.map((count, i) => i === hour ? count + 1 : count),
      words: mean(habits.words, message.text.trim().split(/\s+/).length),
      reasks: mean(habits.reasks, reask ? 1 : 0),
      last: [
        ...habits.last.filter(({ session }) => session !== message.session_id),
        { session: message.session_id, message_id: message.message_id, terms },
      ].slice(-SESSIONS),
    },
  };
}

/** What habits ask of the answers. */
export function habitDirectives(habits: Habits): string[] {
  if (habits.turns < ENOUGH || habits.reasks < OFTEN) return [];
  return ["The user often has to ask twice: say first, in one sentence, how the question was understood."];
}

/** Jaccard's coefficient: what two sets share, of all that is in them (Jaccard 1912). */
function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a);
  const shared = new Set(b).intersection(left).size;
  return shared / (left.size + new Set(b).size - shared || 1);
}
