import { minuteIn } from "../../lib/zone.ts";

/** A feeling at a time, as the statistics read it from the history. */
export interface State {
  at: Date;
  conversationId: string;
  messageId: string;
  emotion: string;
  /** 0 to 1. */
  confidence: number;
  /** 0 to 1. */
  intensity: number;
  /** -1 to 1. */
  valence: number;
  /** -1 to 1. */
  arousal: number;
  /** -1 to 1. */
  dominance: number;
  /** What the user wrote. */
  text: string;
}

/** Valence below which a state counts as unpleasant, and above whose opposite as pleasant. */
export const LEANS = 0.2;

const HOUR = 3_600_000;

/** Hours since 1970. */
export function hoursOf({ at }: Pick<State, "at">): number {
  return at.getTime() / HOUR;
}

/** The day and hour by the clocks of the user's zone at that time. */
export function localTime(at: Date, zone: string): { day: string; hour: number } {
  const [day = "", time = ""] = minuteIn(at, zone).split(" ");
  return { day, hour: Number(time.slice(0, 2)) };
}
