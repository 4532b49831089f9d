import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** What the command line hands to a command. */
export interface Running {
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** The exit code, where a command ends well with another one than 0. */
  outcome: {
    code: number;
    /** It may take its time to end when it is asked to. */
    endsItself: boolean;
  };
}

/** The types of documents that can be asked for. */
export const TYPES = ["pdf", "docx", "html", "markdown", "text", "code"] as const;

export const json = () => new Option("--json", "print JSON").implies({});
export const quiet = () => new Option("-q, --quiet", "print the result alone");

/** A parser of whole numbers from 1 to `most`. */
export function count(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}

/** A day such as 2026-01-31, or a moment with its offset, such as 2026-01-31T09:00:00+13:00; gives it back as it is. */
export function date(text: string): string {
  const day = /^\d{4}-\d\d-\d\d(?=$|T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$)/.exec(text)?.[0];
  const midnight = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${day}T`);
  if (exists && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError("It must be a day such as 2026-01-31.");
}
