/** Something that the user stated about themselves. */
export interface Fact {
  /** What it is about, such as `lives_in`, or `name_of` with the subject `dog`. */
  attribute: string;
  /** Whom or what it is about where that is not the user, in English: `dog`, `wife`, `favourite colour`. */
  subject?: string | undefined;
  /** As the user wrote it. */
  value: string;
  /** A new value takes the place of the old one. */
  single: boolean;
  /** False: the user says that it is no longer so. */
  holds: boolean;
  /** The sentence, word for word. */
  sentence: string;
}

/** A way to state a fact in one language. */
export interface Pattern {
  attribute: string;
  /** @default false */
  single?: boolean;
  /** The value is the group `value`, the subject the group `subject`. The flags `u` and `y` are set by whoever runs it. */
  form: string;
  /** The value, where the words themselves do not say it. */
  value?: string;
  subject?: string;
  /** It may stand in the midst of a clause: "we met my daughter Sara". @default false */
  anywhere?: boolean;
  /** Upper and lower case are the same. @default false */
  loose?: boolean;
  /** @default true */
  holds?: boolean;
}
