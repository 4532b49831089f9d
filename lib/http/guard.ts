import { hostname, networkInterfaces } from "node:os";
import { MorganError } from "../errors.ts";
import { problemResponse } from "./problem.ts";
import type { Handler } from "./server/answer.ts";

/** Under which names a server is reached. */
export interface GuardOptions {
  /** The address that it listens on. */
  host: string;
  /** Further names, such as the one that a reverse proxy is called by. @default none */
  allowed?: readonly string[] | undefined;
}

/** Calls that change nothing (RFC 9110, section 9.2.1). */
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Answers requests for names of this server alone: a page whose name was pointed here (DNS rebinding) gets nothing, and neither does a page of
 * another site that sends something (its Origin says whose it is). Refused with 403.
 */
export function guard(handler: Handler, options: GuardOptions): Handler {
  const accepts = acceptedHosts(options);
  return function guarded(request) {
    const host = request.headers.get("host");
    if (!accepts(hostOf(host ?? ""))) return problemResponse(wrongHost(host));
    const origin = request.headers.get("origin");
    if (origin === null || SAFE_METHODS.has(request.method) || accepts(hostOfOrigin(origin))) {
      return handler(request);
    }
    return problemResponse(
      new MorganError("forbidden", "A page of another site may not change anything here.", {
        hint: "Call from a page of this server's own name, or add the page's to server.allowed_hosts.",
      }),
    );
  };
}

function wrongHost(host: string | null): MorganError {
  const name = hostOf(host ?? "");
  return new MorganError(
    "forbidden",
    name === null
      ? "The request names no host that could be this one."
      : `This server is not called ${name}.`,
    {
      hint: name === null
        ? "Send one Host header with the address that is called."
        : `If it is: morgan config set server.allowed_hosts ${name}, then restart Morgan.`,
    },
  );
}

/** The name or address in a Host header (RFC 9110, section 7.2), in one spelling; null where there is none, or several. */
export function hostOf(header: string): string | null {
  const found = /^(?:\[([0-9a-f:.]{2,45})\]|([\w.-]{1,253}))(?::\d{0,5})?$/i.exec(header.trim());
  const name = found?.[1] ?? found?.[2];
  if (name === undefined) return null;
  // A name may end in the dot of the root. Addresses have many spellings: a URL has one.
  const url = `http://${found?.[1] === undefined ? name.replace(/\.$/, "") : `[${name}]`}/`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

function hostOfOrigin(origin: string): string | null {
  return /^https?:\/\/[^/?#@]+$/i.test(origin) ? hostOf(origin.slice(origin.indexOf("//") + 2)) : null;
}

/** Tells whether a server that listens there is called so. */
function acceptedHosts({ host, allowed = [] }: GuardOptions): (name: string | null) => boolean {
  const names = new Set(
    [host, ...allowed].map((name) => hostOf(name.includes(":") ? bracketed(name) : name)),
  );
  const everywhere = names.has("0.0.0.0") || names.has("[::]");
  return (name) =>
    name !== null && (isLoopback(name) || names.has(name) || (everywhere && isThisMachine(name)));
}

/** A configured name as a Host header has it: an IPv6 address in brackets. */
function bracketed(name: string): string {
  return name.startsWith("[") || name.split(":").length < 3 ? name : `[${name}]`;
}

/** RFC 6761, section 6.3, and RFC 1122, section 3.2.1.3; no page can have these names pointed elsewhere. */
function isLoopback(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost") || name === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(name) ||
    /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(name);
}

/** The machine's own name, with `.local` in its network too, and its addresses, which may change while it runs. */
function isThisMachine(name: string): boolean {
  const own = hostOf(hostname());
  if (name === own || name === `${own}.local`) return true;
  return Object.values(networkInterfaces()).some((addresses = []) =>
    addresses.some(({ address, family }) =>
      name === hostOf(family === "IPv6" ? `[${address.split("%")[0]}]` : address) ||
      (family === "IPv4" && name === hostOf(`[::ffff:${address}]`))
    )
  );
}
