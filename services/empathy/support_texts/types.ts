/** What is said to a person in danger, by what the danger is. At most one question each, and nothing that promises or lectures. `{place}` is filled in. */
export interface SupportTexts {
  /** Suicide, self-harm, an eating disorder, despair. */
  self: string;
  /** The same, where the means are at hand or something was done already. */
  now: string;
  /** Something was swallowed. */
  taken: string;
  /** Danger from others. */
  abuse: string;
  /** A wish to harm others. */
  violence: string;
  /** An accident or illness. */
  medical: string;
  /** Somebody else is in danger. */
  other: string;
  /** A faint sign. */
  low: string;
  /** A faint sign of an eating disorder. */
  eating: string;
  /** A question about doses and poison. */
  health: string;
  /** To what is said next, in turn: nothing of the first answer is said again. */
  after: readonly string[];
  /** `{place}` is the emergency number. */
  emergency: string;
  /** Goes before the list of places. */
  places: string;
  /** The one place that is named beside a faint sign. */
  place: string;
  /** The one line beside a question about doses and poison; `{place}` is the emergency number. */
  poison: string;
}
