import { MorganError } from "../errors.ts";

/** One server of PostgreSQL. */
export interface Host {
  /** A name, an address, or the folder of a Unix socket. */
  host: string;
  port: number;
}

export const SSL_MODES = ["disable", "prefer", "require", "verify-ca", "verify-full"] as const;
/** How a connection is encrypted, as libpq has it (PostgreSQL manual, 34.19 "SSL Support"). */
export type SslMode = (typeof SSL_MODES)[number];

/** What `database.url` says. */
export interface Address {
  /** Tried in this order. */
  hosts: readonly Host[];
  user: string | undefined;
  password: string | undefined;
  database: string;
  /** Whether a server that only reads will do. Morgan writes: only `any` takes what it finds. */
  target: "primary" | "any";
  sslmode: SslMode;
  sslrootcert: string | undefined;
  sslcert: string | undefined;
  sslkey: string | undefined;
  /** Milliseconds; `undefined` where it does not say. */
  connectTimeoutMs: number | undefined;
  applicationName: string;
}

const SHAPE = /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/;
const PARAMETERS: ReadonlySet<string> = new Set([
  "host",
  "target_session_attrs",
  "sslmode",
  "sslrootcert",
  "sslcert",
  "sslkey",
  "connect_timeout",
  "application_name",
]);
/** Those of libpq that ask for a server which can be written to. */
const WRITABLE: ReadonlySet<string> = new Set(["primary", "read-write"]);

/**
 * Reads an address such as `postgres://user:password@one:5432,two:5432/morgan?target_session_attrs=primary`, which `URL` cannot: it may name
 * several hosts. Throws `invalid_config`, never with the password.
 */
export function parseAddress(url: string): Address {
  const [, login = "", authority = "", path = "", query = ""] = SHAPE.exec(url) ?? [];
  if (!SHAPE.test(url)) throw addressError("is no address of PostgreSQL");
  const [user = "", password] = splitOnce(login, ":");
  const parameters = new URLSearchParams(query);
  for (const name of parameters.keys()) {
    if (!PARAMETERS.has(name)) {
      throw addressError(`has the parameter ${name}; known are ${[...PARAMETERS].join(", ")}`);
    }
  }
  const hosts = (authority || parameters.get("host") || "127.0.0.1").split(",").map(parseHost);
  const database = decode(path);
  if (database === "") throw addressError("names no database");
  const target = parameters.get("target_session_attrs") ?? "primary";
  if (target !== "any" && !WRITABLE.has(target)) {
    throw addressError(
      `has target_session_attrs=${target}, but Morgan writes; give primary, read-write or any`,
    );
  }
  const timeout = parameters.get("connect_timeout");
  if (timeout !== null && !/^[1-9]\d{0,3}$/.test(timeout)) {
    throw addressError("has a connect_timeout that is no number of seconds");
  }
  return {
    hosts,
    user: user === "" ? undefined : decode(user),
    password: password === undefined ? undefined : decode(password),
    database,
    target: target === "any" ? "any" : "primary",
    sslmode: sslMode(parameters.get("sslmode") ?? (hosts.every(isLocal) ? "disable" : "prefer")),
    sslrootcert: parameters.get("sslrootcert") ?? undefined,
    sslcert: parameters.get("sslcert") ?? undefined,
    sslkey: parameters.get("sslkey") ?? undefined,
    connectTimeoutMs: timeout === null ? undefined : Number(timeout) * 1000,
    applicationName: parameters.get("application_name") ?? "morgan",
  };
}

/** A server as messages name it. */
export function hostName({ host, port }: Host): string {
  if (host.startsWith("/")) return host;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

function parseHost(text: string): Host {
  if (text.startsWith("/") || text.startsWith("%2F")) return { host: decode(text), port: 5432 };
  const [, bracketed, plain, port] = /^(?:\[([\da-fA-F:.%]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) throw addressError("names a host that cannot be read");
  return { host: decode(host), port: port === undefined ? 5432 : Number(port) };
}

/** A socket or a loopback address: what is said there stays on this machine. */
function isLocal({ host }: Host): boolean {
  return host.startsWith("/") || host === "localhost" || host === "::1" || host.startsWith("127.");
}

function sslMode(text: string): SslMode {
  const mode = SSL_MODES.find((known) => known === text);
  if (mode === undefined) throw addressError(`has sslmode=${text}; known are ${SSL_MODES.join(", ")}`);
  return mode;
}

function splitOnce(text: string, by: string): [string, string | undefined] {
  const at = text.indexOf(by);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw addressError("has a % that begins no escape");
  }
}

function addressError(what: string): MorganError {
  return new MorganError("invalid_config", `The setting database.url ${what}.`, {
    hint: "Write postgres://USER:PASSWORD@HOST:5432/DATABASE; several hosts are separated by commas.",
    details: { key: "database.url" },
  });
}
