import { MorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { answers, findRunning } from "../local_server.ts";
import { note, writeJson, writeLine } from "../terminal/output.ts";

/** Longest wait for running requests and jobs to end. */
const STOP_TIMEOUT_MS = 30_000;

/** Ends the server on this machine and waits until it is gone. Documents that wait are read by the next one. */
export async function stop(options: { json?: true | undefined }): Promise<void> {
  const home = homePaths(Deno.env.toObject());
  const running = await findRunning(home);
  if (!running) {
    if (options.json) return writeJson({ stopped: false });
    return note("Morgan is not running.");
  }
  const { pid, url } = running.server;
  await running.client.status(); // Proves that the token, and so the server, is ours before its process is signalled.
  Deno.kill(pid, "SIGTERM");
  const deadline = performance.now() + STOP_TIMEOUT_MS;
  while (await answers(url) || isAlive(pid)) {
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
  if (options.json) writeJson({ stopped: true, pid });
  else writeLine(`Morgan (process ${pid}) has stopped.`);
}

function isAlive(pid: number): boolean {
  try {
    Deno.kill(pid, "SIGCONT");
    return true;
  } catch {
    return false;
  }
}
