import { fileURLToPath } from "node:url";
import { MorganError } from "../lib/errors.ts";
import {
  type Home,
  homePaths,
  openHome,
  readServerFile,
  readToken,
  type ServerFile,
} from "../lib/home/mod.ts";
import { overHttp } from "../lib/http/transport.ts";
import { problemError } from "../lib/http/response.ts";
import { type CoreClient, coreClient } from "../services/core/client.ts";
import { startSpinner } from "./terminal/spinner.ts";

/** A server that a command can talk to. */
export interface Connection {
  client: CoreClient;
  url: string;
  token: string;
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

/** The server to talk to: the one that MORGAN_URL names, the one that runs on this machine, or one that is started now. */
export async function connect(
  signal: AbortSignal,
  options: { quiet?: boolean | undefined } = {},
): Promise<Connection> {
  const env = Deno.env.toObject();
  const home = homePaths(env);
  if (env.MORGAN_URL) {
    return connection(env.MORGAN_URL.replace(/\/+$/, ""), env.MORGAN_TOKEN ?? await readToken(home) ?? "");
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
  if (!server || !token || !await answers(server.url)) return null;
  return { ...connection(server.url, token), server };
}

function connection(url: string, token: string): Connection {
  return { client: coreClient(url, overHttp(token)), url, token };
}

/** Whether a Morgan answers at `url`. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    const { service } = await response.json();
    return service === "morgan-core";
  } catch {
    return false;
  }
}

/** What Morgan may do, as in the tasks of deno.json: no code from elsewhere is loaded, no registry asked. */
const PERMISSIONS = [
  "--cached-only",
  "--no-remote",
  ...["read", "write", "env", "net", "run", "ffi", "sys"].map((name) => `--allow-${name}`),
];

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
