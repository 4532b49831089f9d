/**
 * What was done for it, in one language, as lists of words (regular expressions on normalised text): what was swallowed, tied, climbed, saved up, bought,
 * written. Verbs stand in all forms in which somebody tells it, "I" said or not.
 */
export interface Acts {
  /** Taking in; the forms of a past. */
  took: string;
  /** So much of it. */
  much: string;
  /** Small numbers, which are too many only of somebody else's medicine. */
  few: string;
  /** Somebody else's, as it stands before or behind the medicine. */
  whose: string;
  /** Medicines, and what they come in. */
  drug: string;
  /** What nobody swallows on purpose otherwise. */
  poison: string;
  /** "All of them", after the medicine was named. */
  all: string;
  /** What one hangs oneself with, and how it hangs. */
  rope: string;
  hangs: string;
  /** Standing, and the places: on the brink. */
  stands: string;
  brink: string;
  /** Putting aside. */
  saved: string;
  /** Getting hold of a means, and what shows what for. */
  bought: string;
  means: string;
  purpose: string;
  /** Whole wordings: letters of farewell, and what else was done. */
  done: string;
  /** Whole wordings of a question about doses; of eating too little; of despair without an act. */
  doses: string;
  eating: string;
  despair: string;
}
