/** A message that a core said it has. */
export interface Sent {
  user: string;
  session: string;
  text: string;
}

/** An answer that came to its end. */
export interface Answered extends Sent {
  /** The user's message. */
  message: string;
  rated: boolean;
  /** Paths of the documents that it could draw on. */
  from: string[];
  /** Earlier messages that it could draw on. */
  recalled: string[];
}

/** A document that an ingest reported as read. */
export interface Held {
  id: string;
  path: string;
  /** Stands in this document and nowhere else, and in no question. */
  word: string;
  /** What a question about it names. */
  about: string;
}

/** What the clients were told, and nothing that they only hope. */
export interface Ledger {
  /** By the id of the message. */
  sent: Map<string, Sent>;
  /** By the id of the answer. */
  answers: Map<string, Answered>;
  /** Points by the id of the answer that they are about. */
  ratings: Map<string, number>;
  /** By path. */
  documents: Map<string, Held>;
  deleted: Map<string, Held>;
  /** The last value of each topic, by user. */
  preferences: Map<string, Map<string, string>>;
  /** Places that users said they live in, with the user. */
  facts: { user: string; place: string }[];
  /** What was acknowledged before a conversation was read, and was not in it. */
  unseen: string[];
  /** Attempts without an answer at the latest moment, and errors that no kill explains. */
  wrong: string[];
  /** Longest time from the first attempt to the acknowledgement, in milliseconds, by what was done. */
  longest: Map<string, number>;
  /** Attempts that a kill made fail, and that were made again. */
  again: number;
}

/** A ledger in which nothing stands yet. */
export function openLedger(): Ledger {
  return {
    sent: new Map(),
    answers: new Map(),
    ratings: new Map(),
    documents: new Map(),
    deleted: new Map(),
    preferences: new Map(),
    facts: [],
    unseen: [],
    wrong: [],
    longest: new Map(),
    again: 0,
  };
}

/** How many things were acknowledged. */
export function acknowledged({ sent, ratings, documents, deleted, preferences, facts }: Ledger): number {
  const stated = preferences.values().reduce((sum, topics) => sum + topics.size, 0);
  return sent.size + ratings.size + documents.size + deleted.size + stated + facts.length;
}
