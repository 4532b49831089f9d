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

/** The day and hour at the user's place. */
export function localTime(at: Date, utcOffsetMinutes: number): { day: string; hour: number } {
  const local = new Date(at.getTime() + utcOffsetMinutes * 60_000);
  return { day: local.toISOString().slice(0, 10), hour: local.getUTCHours() };
}
