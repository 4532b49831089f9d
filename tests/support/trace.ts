import { resolve } from "node:path";

/** What a program did that somebody outside of it can notice. */
export interface Traces {
  /** Names that it had looked up. */
  names: string[];
  /** Addresses outside this machine that it connected to, sent to or listened at: `192.0.2.1:443`. */
  addresses: string[];
  /** Files and folders that it created, wrote, moved or removed. */
  written: string[];
}

/** True where programs can be watched by strace. */
export async function canTrace(): Promise<boolean> {
  if (Deno.build.os !== "linux") return false;
  try {
    const { success } = await new Deno.Command("strace", {
      args: ["-f", "-o", "/dev/null", "true"],
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch {
    return false;
  }
}

const OPENED = ["open", "openat", "openat2", "creat"];
const CHANGED = [
  ...["mkdir", "mkdirat", "mknod", "mknodat", "truncate", "unlink", "unlinkat", "rmdir"],
  ...["rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"],
];
const SENT = ["sendto", "sendmsg", "sendmmsg"];
const CALLS = [...OPENED, ...CHANGED, ...SENT, "connect", "bind"];

/** Runs a script of the shell to its end, with every process that it starts, and tells what they left. Throws what it said where it fails. */
export async function trace(
  script: string,
  options: { cwd: string; env: Record<string, string> },
): Promise<Traces & { stdout: string }> {
  const log = await Deno.makeTempFile({ prefix: "morgan-trace-" });
  try {
    const { success, stdout, stderr } = await new Deno.Command("strace", {
      args: [
        ...["-f", "-qq", "--seccomp-bpf", "-y", "-xx", "-s", "4096", "-o", log],
        ...["-e", `trace=${CALLS.map((call) => `?${call}`).join(",")}`, "sh", "-c", script],
      ],
      ...options,
      clearEnv: true,
      stdin: "null",
    }).output();
    const decoder = new TextDecoder();
    if (!success) throw new Error(decoder.decode(stderr));
    return { ...readTrace(await Deno.readTextFile(log), options.cwd), stdout: decoder.decode(stdout) };
  } finally {
    await Deno.remove(log);
  }
}

/** What strace's lines tell. @param cwd the folder that paths without one are below, where strace names none */
export function readTrace(log: string, cwd: string): Traces {
  const names = new Set<string>();
  const addresses = new Set<string>();
  const written = new Set<string>();
  /** Threads that have a name server's attention: what they send next holds the name. */
  const asking = new Set<string>();
  for (const { thread, call, args } of calls(log)) {
    const address = addressIn(args);
    if (address?.port === 53) asking.add(thread);
    if (address && !isLoopback(address.host)) addresses.add(`${address.host}:${address.port}`);
    if (SENT.includes(call) && (address?.port === 53 || asking.has(thread))) {
      for (const name of questions(args)) names.add(name);
      asking.delete(thread);
    }
    if (CHANGED.includes(call) || call === "creat" || OPENED.includes(call) && WRITES.test(args)) {
      for (const path of paths(args, cwd)) written.add(path);
    }
  }
  return { names: [...names].sort(), addresses: [...addresses].sort(), written: [...written].sort() };
}

const WRITES = /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/;

/** The calls that did not fail, those that another one interrupted joined. */
function* calls(log: string): Generator<{ thread: string; call: string; args: string }> {
  const open = new Map<string, string>();
  for (const line of log.split("\n")) {
    const [, thread, rest] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (thread === undefined || rest === undefined) continue;
    const begun = /^(.*) <unfinished \.\.\.>$/.exec(rest)?.[1];
    if (begun !== undefined) {
      open.set(thread, begun);
      continue;
    }
    const end = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1];
    const whole = end === undefined ? rest : `${open.get(thread) ?? ""}${end}`;
    const [, call, args, result] = /^(\w+)\((.*)\) += (.*)$/.exec(whole) ?? [];
    if (call === undefined || args === undefined) continue;
    // A connection that is refused or still being made has left the process all the same.
    if (result?.startsWith("-1") && (OPENED.includes(call) || CHANGED.includes(call))) continue;
    yield { thread, call, args };
  }
}

function addressIn(args: string): { host: string; port: number } | undefined {
  const port = /sin6?_port=htons\((\d+)\)/.exec(args)?.[1];
  const host = /(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/.exec(args)?.[1];
  return port === undefined || host === undefined ? undefined : { host: text(host), port: Number(port) };
}

function isLoopback(host: string): boolean {
  return /^(::ffff:)?127\./.test(host) || host === "::1";
}

/** The names in requests to a name server (RFC 1035): labels with their lengths, after a head of twelve bytes. */
function questions(args: string): string[] {
  return [...args.matchAll(/"((?:\\x[0-9a-f]{2}){13,})"/g)].map(([, hex = ""]) => {
    const bytes = unhex(hex);
    const labels: string[] = [];
    for (let at = 12; bytes[at]; at += bytes[at]! + 1) {
      labels.push(new TextDecoder().decode(bytes.subarray(at + 1, at + 1 + bytes[at]!)));
    }
    return labels.join(".");
  });
}

/** The paths in a call, each below the folder that strace names before it. */
function paths(args: string, cwd: string): string[] {
  const found = args.matchAll(/(?:<((?:\\x[0-9a-f]{2})+)>, )?"((?:\\x[0-9a-f]{2})*)"/g);
  return [...found].map(([, folder, path = ""]) => resolve(folder ? text(folder) : cwd, text(path)));
}

function text(hex: string): string {
  return hex.includes("\\x") ? new TextDecoder().decode(unhex(hex)) : hex;
}

function unhex(hex: string): Uint8Array {
  return Uint8Array.from(hex.split("\\x").slice(1), (byte) => parseInt(byte, 16));
}
