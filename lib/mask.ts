/** What stands in place of a secret. */
export const MASK = "********";

/** Shorter values would be found in every other word. */
const LEAST = 5;

const known = new Set<string>();
let knownPattern: RegExp | undefined;

/** Lets `masked` hide this value wherever it stands, also as it is written within an address. */
export function keepSecret(value: string): void {
  const before = known.size;
  for (const spelling of [value, encodeURIComponent(value), decoded(value)]) {
    if (spelling.length >= LEAST) known.add(spelling);
  }
  if (known.size > before) knownPattern = undefined;
}

/** Lets `masked` hide what is secret in an address: its name and password, and keys among its parameters. */
export function keepAddress(address: string): void {
  if (!URL.canParse(address)) return;
  const { username, password, searchParams } = new URL(address);
  if (password !== "") keepSecret(password);
  else if (username !== "") keepSecret(username);
  for (const [name, value] of searchParams) if (isSecretParameter(name)) keepSecret(value);
}

/**
 * Lets `masked` hide the password in an address of a database, which may name several hosts and then is no URL. User and database are no
 * secrets, and neither hides a password that is the user's own name.
 */
export function keepDatabasePassword(address: string): void {
  const [, user = "", password = ""] = LOGIN.exec(address) ?? [];
  if (password !== user) keepSecret(password);
  const [, query = ""] = address.split("?");
  for (const [name, value] of new URLSearchParams(query)) if (isSecretParameter(name)) keepSecret(value);
}

/** Whether a parameter of an address is a key, by its name. */
export function isSecretParameter(name: string): boolean {
  return new RegExp(`^${PARAMETER}$`, "i").test(name);
}

const PARAMETER =
  String.raw`(?:[\w-]{0,40}(?:api[_-]?key|token|secret|passw(?:or)?d|pwd|credentials?|signature)|` +
  String.raw`(?:access[_-]?)?key|auth|sig|code)`;

/** Name and password before a host; a port is no password. */
const USER = new RegExp(
  String
    .raw`\b([a-z][a-z0-9+.-]{0,30}:\/\/)(?:([^\s/?#"'<>@:]{0,200})(:(?!\d+[/?#])[^\s"'<>]{0,500})|[^\s/?#"'<>]{1,500})@`,
  "gi",
);
const LOGIN = /^postgres(?:ql)?:\/\/([^:@/?#]*):([^@/?#]*)@/;
const QUERY = new RegExp(String.raw`([?&;]${PARAMETER}=)[^\s&#"'<>]+`, "gi");
/** As in a connection string of libpq. */
const PAIR = /\b(password|passwd|pwd|secret|api[_-]?key|access[_-]?token)(=)("[^"]*"|'[^']*'|[^\s,;&"']+)/gi;
const BEARER = /\b(Bearer |Basic )[\w.~+/-]{16,}=*/g;

/**
 * A text as it may be printed, logged or sent to a client: without names and passwords in addresses, keys among their parameters, bearer tokens,
 * and without what `keepSecret` was told. The one place where secrets are hidden.
 */
export function masked(text: string): string {
  return maskKnown(text)
    .replace(
      USER,
      (_, scheme: string, user: string | undefined, password: string | undefined) =>
        password === undefined ? `${scheme}${MASK}@` : `${scheme}${user}:${MASK}@`,
    )
    .replace(QUERY, `$1${MASK}`)
    .replace(PAIR, `$1$2${MASK}`)
    .replace(BEARER, `$1${MASK}`);
}

/** A value as JSON, each text in it masked. */
export function maskedJson(value: unknown): string {
  return JSON.stringify(value, (_, part) => typeof part === "string" ? masked(part) : part);
}

/** The same value, each text in it masked; what is not JSON's is left out. */
export function maskedDeep<T>(value: T): T {
  return JSON.parse(maskedJson(value));
}

function maskKnown(text: string): string {
  if (known.size === 0) return text;
  // The longest first: one may hold another.
  knownPattern ??= new RegExp(
    [...known].sort((a, b) => b.length - a.length).map((value) =>
      value.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
    )
      .join("|"),
    "g",
  );
  return text.replace(knownPattern, MASK);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
