import { fileURLToPath } from "node:url";
import { MorganError } from "../lib/errors.ts";
import {
  type Home,
  homePaths,
  isAlive,
  isLocked,
  openHome,
  readServerFile,
  readToken,
  type ServerFile,
} from "../lib/home/mod.ts";
import { instanceToken, isProven, newNonce, PROOF_PATH } from "../lib/http/proof.ts";
import { overHttp, type Transport } from "../lib/http/transport.ts";
import { problemError } from "../lib/http/response.ts";
import { type CoreClient, coreClient } from "../services/core/client.ts";
import { startSpinner } from "./terminal/spinner.ts";

/** A server that a command can talk to. */
export interface Connection {
  client: CoreClient;
  url: string;
}

/** A server on this machine. */
export interface Running extends Connection {
  server: ServerFile;
}

/** Longest wait for a server that another command is starting. */
const START_TIMEOUT_MS = 60_000;
/** Wait for another command's server between two attempts to start one. */
const APPEARANCE_MS = 1_000;
const PROBE_TIMEOUT_MS = 1_000;
/** Longest wait for the proof of a server that was there a moment ago, and may be busy. */
const PROOF_TIMEOUT_MS = 20_000;

/** The server to talk to: the one that MORGAN_URL names, the one that runs on this machine, or one that is started now. */
export async function connect(
  signal: AbortSignal,
  options: { quiet?: boolean | undefined } = {},
): Promise<Connection> {
  const env = Deno.env.toObject();
  const home = homePaths(env);
  if (env.MORGAN_URL) {
    const url = env.MORGAN_URL.replace(/\/+$/, "");
    return { client: coreClient(url, overHttp(env.MORGAN_TOKEN ?? await readToken(home) ?? "")), url };
  }
  const running = await findRunning(home);
  if (running) return running;
  await openHome(env);
  using _spinner = startSpinner("Starting Morgan…", !options.quiet);
  return await start(home, signal);
}

/** The server that runs on this machine, if one does. */
export async function findRunning(home: Home): Promise<Running | null> {
  const server = await readServerFile(home);
  const token = server && await readToken(home);
  if (!server || !token || !await answers(home, server, token, AbortSignal.timeout(PROBE_TIMEOUT_MS))) {
    return null;
  }
  return { client: coreClient(server.url, proven(home, server, token)), url: server.url, server };
}

/**
 * Whether the server that wrote the file still answers. A file that outlived its server says where anybody may listen by now: it counts only
 * while the folder is locked and the process lives, and the server proves that it is this process and knows the token.
 * Throws `unauthorized` where it says that it is this process, but has another token.
 */
async function answers(
  home: Home,
  server: ServerFile,
  token: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!isAlive(server.pid) || !await isLocked(home)) return false;
  const nonce = newNonce();
  let claimed = false;
  try {
    const response = await fetch(`${server.url}${PROOF_PATH}?nonce=${nonce}`, {
      redirect: "error",
      signal,
    });
    const answer = await response.json();
    if (isProven(answer, { token, instance: server.instance, nonce })) return true;
    claimed = answer?.instance === server.instance;
  } catch {
    // Nobody, or somebody else: in no case the server that is looked for.
    return false;
  }
  if (!claimed) return false;
  throw new MorganError(
    "unauthorized",
    `The server at ${server.url} (process ${server.pid}) was started with another token.`,
    { hint: `Put the token that it was started with back into ${home.token}, or end that process.` },
  );
}

/** What Morgan may do, as in the tasks of deno.json: no code from elsewhere is loaded, no registry asked. */
const PERMISSIONS = [
  "--cached-only",
  "--no-remote",
  ...["read", "write", "env", "net", "run", "ffi", "sys"].map((name) => `--allow-${name}`),
];

/**
 * Reaches a server that proves itself anew before each request, so that none goes to whoever took the port meanwhile. It brings no token but
 * what this one instance accepts in its place.
 */
function proven(home: Home, server: ServerFile, token: string): Transport {
  const send = overHttp(instanceToken(token, server.instance));
  return async (input, init) => {
    const late = AbortSignal.timeout(PROOF_TIMEOUT_MS);
    const waiting = init?.signal ? AbortSignal.any([init.signal, late]) : late;
    if (await answers(home, server, token, waiting)) return await send(input, init);
    init?.signal?.throwIfAborted();
    throw new MorganError("unavailable", `Cannot reach Morgan at ${server.url}.`, {
      hint: "Check that it runs (`morgan status`) and that the address is right.",
    });
  };
}

/** The command line that runs `morgan` again: this Deno with its entry point, or the compiled binary itself. */
export function selfCommand(): string[] {
  return Deno.build.standalone
    ? []
    : ["run", "--no-prompt", ...PERMISSIONS, fileURLToPath(new URL("./main.ts", import.meta.url))];
}

/** Starts a server, or finds the one that another command is starting. */
async function start(home: Home, signal: AbortSignal): Promise<Connection> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      return await startOnce(home, signal);
    } catch (error) {
      if (!(error instanceof MorganError) || error.code !== "conflict" || error.details?.path !== home.root) {
        throw error;
      }
      // The lock is held: by a server that comes up, which is waited for, or by one that is ending, which leaves it.
      const running = await appears(home, signal);
      if (running) return running;
      if (performance.now() > deadline) throw error;
    }
  }
}

async function startOnce(home: Home, signal: AbortSignal): Promise<Connection> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...selfCommand(), "serve", "--background"],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    detached: true,
    cwd: home.root,
  }).spawn();
  child.unref();
  // The child says one line when it is ready, or one problem when it cannot start.
  const line = await firstLine(child.stdout, signal);
  if (line === "") throw parseProblem(await new Response(child.stderr).text());
  await child.stderr.cancel();
  // A machine under load may not answer the first probe in time.
  const running = await appears(home, signal);
  if (running) return running;
  throw parseProblem("It ended as soon as it had started.");
}

async function firstLine(stream: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<string> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  const cancel = () => void reader.cancel().catch(() => {});
  signal.addEventListener("abort", cancel, { once: true });
  let text = "";
  while (!text.includes("\n")) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  signal.removeEventListener("abort", cancel);
  signal.throwIfAborted();
  await reader.cancel();
  return text.split("\n")[0] ?? "";
}

/** The problem that a server wrote before it ended; other lines, such as the runtime's remarks, may stand around it. */
function parseProblem(text: string): MorganError {
  for (const line of text.trim().split("\n").reverse()) {
    if (!line.startsWith("{")) continue;
    try {
      return problemError(JSON.parse(line));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return new MorganError("unavailable", "Morgan's server could not be started.", {
    cause: new Error(text),
    hint: "Run `morgan serve` to see why.",
  });
}

/** Waits a while for a server that is starting, or too busy to answer a probe. */
export async function appears(home: Home, signal?: AbortSignal): Promise<Running | null> {
  const deadline = performance.now() + APPEARANCE_MS;
  while (performance.now() < deadline) {
    const running = await findRunning(home);
    if (running) return running;
    signal?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}
