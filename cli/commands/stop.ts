import { MorganError } from "../../lib/errors.ts";
import { hasOpen, type Home, homePaths, isAlive, isLocked, readServerFile } from "../../lib/home/mod.ts";
import { appears, findRunning } from "../local_server.ts";
import { note, writeJson, writeLine } from "../terminal/output.ts";

/** Longest wait for running requests and jobs to end; a server that hangs is killed then. */
const GRACE_MS = 30_000;
/** Longest wait for the system to end a process that was killed. */
const KILL_MS = 10_000;

/** A server that was ended. */
export interface Stopped {
  pid: number;
  /** It did not end by itself. Nothing that was acknowledged is lost by that. */
  killed: boolean;
}

/** Ends the server on this machine. */
export async function stop(options: { json?: true | undefined }): Promise<void> {
  const stopped = await stopServer(homePaths(Deno.env.toObject()));
  if (!stopped) return options.json ? writeJson({ stopped: false }) : note("Morgan is not running.");
  const { pid, killed } = stopped;
  if (options.json) return writeJson({ stopped: true, pid, ...(killed ? { killed } : {}) });
  writeLine(`Morgan (process ${pid}) has stopped.`);
  if (killed) note(`It did not end by itself and was killed; nothing that was acknowledged is lost.`);
}

/**
 * Ends the server on this machine and waits until it is gone; one that hangs is killed. Documents that wait are read by the next one. Returns
 * `undefined` where none runs. Throws `timeout` where the system cannot end it, `conflict` where what holds the folder cannot be told.
 *
 * @param graceMs wait before it is killed
 */
export async function stopServer(home: Home, graceMs = GRACE_MS): Promise<Stopped | undefined> {
  const running = await findRunning(home) ?? (await isHeld(home) ? await appears(home) : null);
  // That the token, and so the server, is ours was proven: its process may be signalled.
  const pid = running?.server.pid ?? await holderOf(home);
  if (pid === undefined) return undefined;
  Deno.kill(pid, "SIGTERM");
  if (await ends(pid, graceMs)) return { pid, killed: false };
  // It was watched all the while: its id cannot be another's by now.
  Deno.kill(pid, "SIGKILL");
  if (await ends(pid, KILL_MS)) return { pid, killed: true };
  throw new MorganError("timeout", `Morgan (process ${pid}) could not be ended.`, {
    hint:
      "The system holds it, mostly for a disk that does not answer: see to that, then run `morgan stop` again.",
  });
}

/** The process that holds Morgan's folder without answering: the one that server.json names, if it has the lock's file open. */
async function holderOf(home: Home): Promise<number | undefined> {
  const server = await readServerFile(home);
  if (!server || !isAlive(server.pid) || !await isLocked(home)) return undefined;
  if (await hasOpen(server.pid, home.lockFile)) return server.pid;
  throw new MorganError(
    "conflict",
    `Morgan does not answer, and whether it is process ${server.pid} cannot be told.`,
    {
      hint: `See what process ${server.pid} is; if it is Morgan, end it: kill -9 ${server.pid}`,
      details: { path: home.root },
    },
  );
}

/** Whether a process is gone within so many milliseconds. */
async function ends(pid: number, ms: number): Promise<boolean> {
  const deadline = performance.now() + ms;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/** Whether some server holds Morgan's folder, though it may be too busy to answer. */
async function isHeld(home: Home): Promise<boolean> {
  if (!await readServerFile(home)) return false;
  return await isLocked(home);
}
