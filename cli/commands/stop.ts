import { MorganError } from "../../lib/errors.ts";
import { type Home, homePaths, isAlive, isLocked, readServerFile } from "../../lib/home/mod.ts";
import { appears, findRunning } from "../local_server.ts";
import { note, writeJson, writeLine } from "../terminal/output.ts";

/** Longest wait for running requests and jobs to end. */
const STOP_TIMEOUT_MS = 30_000;

/** Ends the server on this machine. */
export async function stop(options: { json?: true | undefined }): Promise<void> {
  const pid = await stopServer(homePaths(Deno.env.toObject()));
  if (options.json) writeJson(pid === undefined ? { stopped: false } : { stopped: true, pid });
  else if (pid === undefined) note("Morgan is not running.");
  else writeLine(`Morgan (process ${pid}) has stopped.`);
}

/**
 * Ends the server on this machine and waits until it is gone. Documents that wait are read by the next one.
 * Returns its process id, or `undefined` where none runs. Throws `timeout` when it does not end.
 */
export async function stopServer(home: Home): Promise<number | undefined> {
  const running = await findRunning(home) ?? (await isHeld(home) ? await appears(home) : null);
  if (!running) return undefined;
  // That the token, and so the server, is ours was proven: its process may be signalled.
  const { pid } = running.server;
  Deno.kill(pid, "SIGTERM");
  const deadline = performance.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid)) {
    if (performance.now() > deadline) {
      throw new MorganError(
        "timeout",
        `Morgan (process ${pid}) did not end within ${STOP_TIMEOUT_MS / 1000} s.`,
        {
          hint: `End it with \`kill -9 ${pid}\`; nothing that was acknowledged is lost.`,
        },
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return pid;
}

/** Whether some server holds Morgan's folder, though it may be too busy to answer. */
async function isHeld(home: Home): Promise<boolean> {
  if (!await readServerFile(home)) return false;
  return await isLocked(home);
}
