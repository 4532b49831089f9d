/** What a message says about feelings in so many words: rules beside the classifier, each of which can be pointed at. */
import { clausesOf } from "./clauses.ts";
import { emojiReports } from "./emoji.ts";
import { irony } from "./irony.ts";
import { othersReports } from "./others.ts";
import { isPlain } from "./plain.ts";
import { isPolite, type Report, selfReports } from "./reports.ts";

export type { Report } from "./reports.ts";

/** Everything that the rules found in a message. */
export interface Reading {
  /** Feelings of the user. */
  own: Report[];
  /** Feelings of other people. */
  others: Report[];
  /** How likely the message means the opposite of what it says, 0 to 1. */
  ironic: number;
  /** Asks or tells something and shows no feeling. */
  plain: boolean;
}

/** Characters that are read; a message that is longer is a document rather than a mood. */
const MAX_CHARACTERS = 4000;

/** Reads a message by the rules. */
export function read(message: string): Reading {
  const text = message.slice(0, MAX_CHARACTERS);
  const clauses = clausesOf(text);
  const others = othersReports(clauses);
  // "My mother is lonely" is about her, even where "this is lonely" would be about oneself.
  const stated = selfReports(clauses).filter(({ quote, kind }) =>
    !others.some((other) => other.quote === quote || (kind === "cause" && endsAlike(other.quote, quote)))
  );
  const own = [...stated, ...emojiReports(text)];
  const ironic = irony(text);
  return {
    own,
    others,
    ironic,
    plain: own.length === 0 && ironic === 0 && (isPolite(clauses) || isPlain(text)),
  };
}

function endsAlike(one: string, other: string): boolean {
  return one.trim().split(" ").at(-1) === other.trim().split(" ").at(-1);
}
