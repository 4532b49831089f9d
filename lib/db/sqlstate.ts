import { MorganError } from "../errors.ts";

/**
 * What may be done after a failure:
 * `never`: the statement itself is wrong; `undone`: PostgreSQL undid the transaction, which can run again as a whole;
 * `lost`: the connection is gone, and with it the transaction, unless its COMMIT was on the way.
 */
export type Aftermath = "never" | "undone" | "lost";

/** Where something failed, as messages name it: never with the password. */
export interface Place {
  /** Such as `db.example.org:5432`; several are separated by commas. */
  host: string;
  database: string;
  user: string;
}

/** A failure of PostgreSQL that is no fault of the statement. */
export class DatabaseError extends MorganError {
  readonly aftermath: Aftermath;

  constructor(aftermath: Aftermath, ...given: ConstructorParameters<typeof MorganError>) {
    super(...given);
    this.aftermath = aftermath;
  }
}

type Verdict = [aftermath: Aftermath, code: MorganError["code"], what: string, next: string];

const AGAIN = "Try again in a moment.";
const LOOK = "Look whether it runs, and at its log; `morgan doctor` tells when it answers again.";
const ADDRESS = "Correct database.url: `morgan config set database.url`, or MORGAN_DATABASE_URL.";

/** By SQLSTATE, or its class of two characters (PostgreSQL manual, appendix A). What is not here is told as it came. */
const VERDICTS: Readonly<Record<string, (place: Place) => Verdict>> = {
  // Two transactions that can't both have been first; one that waits for the other.
  "40001": () => ["undone", "conflict", "Two changes met at the same place.", AGAIN],
  "40P01": () => ["undone", "conflict", "Two changes waited for each other.", AGAIN],
  "55P03": () => ["undone", "conflict", "Somebody else holds what was to be changed.", AGAIN],
  "08": ({ host }) => ["lost", "unavailable", `The connection to PostgreSQL at ${host} broke.`, LOOK],
  "57P01": ({ host }) => ["lost", "unavailable", `PostgreSQL at ${host} ended the connection.`, LOOK],
  "57P02": ({ host }) => ["lost", "unavailable", `PostgreSQL at ${host} has crashed.`, LOOK],
  "57P03": ({ host }) => ["lost", "unavailable", `PostgreSQL at ${host} is starting or stopping.`, AGAIN],
  "57P05": ({ host }) => ["lost", "unavailable", `PostgreSQL at ${host} ended the idle connection.`, AGAIN],
  "25P03": ({ host }) => ["lost", "unavailable", `PostgreSQL at ${host} ended the idle transaction.`, AGAIN],
  "25P04": ({ host }) => ["lost", "unavailable", `PostgreSQL at ${host} ended the long transaction.`, AGAIN],
  // A primary that became a standby under an open connection.
  "25006": ({ host }) => [
    "lost",
    "unavailable",
    `PostgreSQL at ${host} only reads: it is a standby.`,
    "Give all hosts in database.url, so that the primary among them is found.",
  ],
  "53300": ({ host }) => [
    "lost",
    "unavailable",
    `PostgreSQL at ${host} takes no further connections.`,
    "Lower database.pool_max, or raise max_connections there.",
  ],
  "53100": ({ host }) => [
    "undone",
    "storage_full",
    `The disk of PostgreSQL at ${host} is full.`,
    "Free some space there, then try again.",
  ],
  "53200": ({ host }) => ["undone", "unavailable", `PostgreSQL at ${host} is out of memory.`, LOOK],
  "28": ({ host, user }) => [
    "never",
    "invalid_config",
    `PostgreSQL at ${host} refuses the user ${user}: the password or its pg_hba.conf says so.`,
    ADDRESS,
  ],
  "3D000": ({ host, database, user }) => [
    "never",
    "invalid_config",
    `PostgreSQL at ${host} has no database ${database}.`,
    `Make it: CREATE DATABASE ${database} OWNER ${user}; or correct database.url.`,
  ],
  "42501": ({ host, database, user }) => [
    "never",
    "invalid_config",
    `The user ${user} lacks rights in the database ${database} of PostgreSQL at ${host}.`,
    `Make it the owner: ALTER DATABASE ${database} OWNER TO ${user}.`,
  ],
};

/** The SQLSTATE of an error that PostgreSQL or PGlite sent. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return "severity" in error && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined;
}

/** What an error of a statement means; one that is the statement's own fault comes back as it is. */
export function statementError(error: unknown, place: Place): unknown {
  if (error instanceof MorganError) return error;
  const state = sqlState(error);
  if (state === undefined) return lostError(error, place);
  const verdict = VERDICTS[state] ?? VERDICTS[state.slice(0, 2)];
  if (verdict === undefined) return error;
  const [aftermath, code, what, hint] = verdict(place);
  return new DatabaseError(aftermath, code, what, { hint, cause: error, details: { sqlstate: state } });
}

/** What an error of opening a connection means. */
export function connectError(error: unknown, place: Place): unknown {
  if (error instanceof MorganError || sqlState(error) !== undefined) return statementError(error, place);
  const { host } = place;
  const why = error instanceof Error ? error.message : String(error);
  if (/certificate|self[- ]signed|unable to verify|UnknownIssuer|NotValidForName/i.test(why)) {
    return new DatabaseError("never", "invalid_config", `PostgreSQL at ${host} is not trusted: ${why}`, {
      cause: error,
      hint:
        "Give the certificate that signed its own as sslrootcert in database.url, or correct its name there.",
    });
  }
  if (/does not support SSL/i.test(why)) {
    return new DatabaseError(
      "never",
      "invalid_config",
      `PostgreSQL at ${host} does not encrypt connections.`,
      {
        cause: error,
        hint: "Turn ssl on there, or set sslmode=disable in database.url where nobody can listen in.",
      },
    );
  }
  return new DatabaseError("lost", "unavailable", `PostgreSQL at ${host} does not answer: ${why}`, {
    cause: error,
    hint: "Start it, or correct database.url; `morgan doctor` tells when it answers.",
  });
}

function lostError(error: unknown, { host }: Place): unknown {
  const why = error instanceof Error ? error.message : String(error);
  return new DatabaseError("lost", "unavailable", `The connection to PostgreSQL at ${host} is gone: ${why}`, {
    cause: error,
    hint: LOOK,
  });
}
