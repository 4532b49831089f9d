import { join } from "node:path";
import process from "node:process";
import { loadConfig, nearest } from "../../lib/config/mod.ts";
import { removeStaging } from "../../lib/backup/mod.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import {
  ensureToken,
  openHome,
  readServerFile,
  removeLeftovers,
  removeServerFile,
  tryLockData,
  writeServerFile,
} from "../../lib/home/mod.ts";
import { INSTANCE, listen, type Listener, toProblem } from "../../lib/http/mod.ts";
import { errorFields, openLogFile, serviceLogger, startLogging } from "../../lib/telemetry/mod.ts";
import { handleUnexpected } from "../../lib/unexpected.ts";
import { VERSION } from "../../lib/version.ts";
import { SERVICE_NAMES, type ServiceName } from "../../services/names.ts";
import { type Morgan, startMorgan } from "../../services/all.ts";
import { onEnding } from "../signals.ts";
import { toSafeJson } from "../terminal/clean.ts";
import { paint, writeErrorLine, writeLine } from "../terminal/output.ts";

/** Flags of `morgan serve`. */
export interface ServeOptions {
  host?: string | undefined;
  port?: string | undefined;
  /** Names of services, separated by commas. */
  services?: string | undefined;
  /** Started by a command: any free port, one line on stdout when ready, a problem on stderr if not, ends when idle. */
  background?: true | undefined;
}

/** Runs the whole of Morgan in this process until it is stopped. */
export async function serve(options: ServeOptions): Promise<void> {
  // The database and the models make files of their own, with whatever rights the system gives.
  if (Deno.build.os !== "windows") Deno.umask(0o077);
  try {
    await runServer(options);
  } catch (error) {
    if (!options.background) throw error;
    try {
      writeErrorLine(toSafeJson(toProblem(toMorganError(error))));
    } finally {
      // Also where nobody reads stderr any more.
      Deno.exit(1);
    }
  }
}

async function runServer(options: ServeOptions): Promise<void> {
  const env = Deno.env.toObject();
  const services = serviceNames(options.services);
  const home = await openHome(env);
  const { config } = await loadConfig({
    home: home.root,
    env,
    ...(options.background ? {} : { project: Deno.cwd() }),
    flags: {
      "server.host": options.host,
      "server.port": options.port ?? (options.background ? 0 : undefined),
    },
  });
  await using stack = new AsyncDisposableStack();
  const lock = await tryLockData(home);
  if (!lock) throw await alreadyRunning(home);
  stack.use(lock);
  await removeLeftovers(home);
  await removeStaging(home);
  const log = stack.use(openLogFile(join(home.logs, "server.log")));
  await startLogging({ level: config.log.level, write: log });
  const logger = serviceLogger("core");
  // Nobody reads the stderr of a server in the background: a warning that is written there would end it.
  if (options.background) {
    process.removeAllListeners("warning");
    process.on("warning", (warning) => logger.warning("the runtime warns", errorFields(warning)));
  }

  const token = await ensureToken(home);
  const stop = stopSignal();
  stack.use(handleUnexpected({
    rejected: (error) => logger.error("a failure was not handled", errorFields(error)),
    thrown(error) {
      // Nothing vouches any more for what was interrupted: the next command starts a fresh server over what is stored.
      logger.error("an error was not caught, so the server ends", errorFields(error));
      stop.fail(toMorganError(error));
    },
  }));
  const morgan = stack.use(
    await startMorgan({
      config,
      home,
      token,
      services,
      onLost: (error) => stop.fail(toMorganError(error)),
      // A compiled Morgan has no Deno to run another file: it starts itself with a hidden command.
      ...(Deno.build.standalone ? { extractor: readItself } : {}),
    }),
  );
  const { host, port, allowed_hosts, max_connections, request_seconds, connection_seconds } = config.server;
  const listener = stack.use(listen(morgan.fetch, {
    host,
    port,
    maxConnections: max_connections,
    allowedHosts: allowed_hosts,
    requestTimeoutMs: request_seconds * 1000,
    idleTimeoutMs: connection_seconds * 1000,
  }));
  const { url } = listener;
  await writeServerFile(home, {
    url,
    pid: Deno.pid,
    version: VERSION,
    instance: INSTANCE,
    started_at: new Date().toISOString(),
    background: options.background === true,
  });
  stack.defer(() => removeServerFile(home));
  logger.info("listening", { url, home: home.root, version: VERSION });
  if (options.background) writeLine(url);
  else announce(url, host, home.root, services);
  await Promise.race([
    stop.requested,
    ...(options.background ? [idle(morgan, listener, config.server.idle_minutes)] : []),
  ]);
  logger.info("stopping");
}

/** The services of `--services`; all where it is not given. Throws `invalid_input` for a name that is none. */
function serviceNames(given: string | undefined): readonly ServiceName[] {
  if (given === undefined) return SERVICE_NAMES;
  const names = given.split(",").map((name) => name.trim()).filter(Boolean);
  const unknown = names.find((name) => !SERVICE_NAMES.some((known) => known === name));
  if (unknown !== undefined || names.length === 0) {
    const near = unknown === undefined ? undefined : nearest(unknown, SERVICE_NAMES);
    throw new MorganError("invalid_input", `There is no service ${unknown ?? "in an empty list"}.`, {
      hint: near ? `Did you mean ${near}?` : `There are ${SERVICE_NAMES.join(", ")}.`,
      details: { field: "--services" },
    });
  }
  return SERVICE_NAMES.filter((name) => names.includes(name));
}

function readItself(heapMiB: number) {
  return {
    command: Deno.execPath(),
    args: ["read-documents"],
    env: { DENO_V8_FLAGS: `--max-old-space-size=${heapMiB}` },
  };
}

function announce(url: string, host: string, home: string, services: readonly ServiceName[]): void {
  if (services.length < SERVICE_NAMES.length) writeLine(`Services: ${services.join(", ")}.`);
  writeLine(`Morgan ${VERSION} listens on ${paint("cyan", url)}, data in ${home}. Ctrl-C stops it.`);
  if (!["127.0.0.1", "localhost", "::1"].includes(host)) {
    writeErrorLine("Anyone who reaches this address can try tokens, and what is said travels unencrypted.");
  }
}

async function alreadyRunning(home: Awaited<ReturnType<typeof openHome>>): Promise<MorganError> {
  const server = await readServerFile(home);
  const where = server ? ` at ${server.url} (process ${server.pid})` : "";
  return new MorganError("conflict", `Morgan already runs on ${home.root}${where}.`, {
    hint: "Use it as it is, end it with `morgan stop`, or set MORGAN_HOME to another folder.",
    details: { path: home.root },
  });
}

/** How long an orderly end may take after an error that nobody caught. */
const LAST_MS = 10_000;

/**
 * `requested` resolves at the first signal that ends; what the second one does is the same for every command. `fail` rejects
 * it, and bounds the end.
 */
function stopSignal(): { requested: Promise<void>; fail(error: MorganError): void } {
  const stop = Promise.withResolvers<void>();
  // It may fail before anybody waits for it.
  stop.promise.catch(() => {});
  onEnding(() => stop.resolve());
  return {
    requested: stop.promise,
    fail(error) {
      stop.reject(error);
      Deno.unrefTimer(setTimeout(() => Deno.exit(1), LAST_MS));
    },
  };
}

/** Resolves once there was no request for so long, none is open and no document waits to be read. */
async function idle(morgan: Morgan, listener: Listener, minutes: number): Promise<void> {
  const limit = minutes * 60_000;
  for (;;) {
    const quiet = performance.now() - listener.activity().last;
    await new Promise((resolve) => setTimeout(resolve, Math.max(100, limit - quiet)));
    const { open, last } = listener.activity();
    if (open > 0 || performance.now() - last < limit) continue;
    try {
      const { jobs } = await morgan.client.status();
      if (jobs.waiting + jobs.active === 0) return;
    } catch (error) {
      serviceLogger("core").warning("cannot tell whether there is work left", errorFields(error));
    }
  }
}
