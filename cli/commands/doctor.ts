import { type Check, problem, well } from "../../lib/doctor.ts";
import { toMorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { EXIT } from "../exit.ts";
import { checkClock, checkConfig, checkRights, checkRuntime, checkToken } from "../doctor/folder.ts";
import { checkStopped } from "../doctor/stopped.ts";
import { connect } from "../local_server.ts";
import { paint, writeJson, writeLine } from "../terminal/output.ts";
import { startSpinner } from "../terminal/spinner.ts";

/** Flags of `morgan doctor`. */
export interface DoctorOptions {
  repair?: true | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Checks this machine, Morgan's folder and, through the server, what it keeps. Returns the exit code: 1 where a problem is left. */
export async function doctor(options: DoctorOptions, signal: AbortSignal): Promise<number> {
  const repair = options.repair ?? false;
  const env = Deno.env.toObject();
  const home = homePaths(env);
  const checks: Check[] = [checkRuntime()];
  // A server elsewhere looks after its own folder.
  if (!env.MORGAN_URL) {
    checks.push(await checkClock(home), await checkRights(home, repair), await checkToken(home));
  }
  checks.push(await checkConfig(home));
  {
    using _spinner = startSpinner("Checking…", !options.quiet && !options.json);
    checks.push(...await checkServer(repair, signal));
  }
  const isWell = checks.every(({ status }) => status !== "problem");
  if (options.json) writeJson({ well: isWell, checks });
  else print(checks, options, repair);
  return isWell ? EXIT.ok : EXIT.error;
}

/** What the server says of itself; where none can be started, what can be seen without one. */
async function checkServer(repair: boolean, signal: AbortSignal): Promise<Check[]> {
  try {
    const { client, url } = await connect(signal, { quiet: true });
    const { checks } = await client.doctor(repair, signal);
    return [well("server", `It answers at ${url}.`), ...checks];
  } catch (error) {
    signal.throwIfAborted();
    const { message, hint } = toMorganError(error);
    const server = problem("server", message, hint ?? "Run `morgan serve` to see why.");
    return [server, ...Deno.env.get("MORGAN_URL") ? [] : await checkStopped()];
  }
}

const SIGNS = {
  ok: ["green", "ok"],
  problem: ["red", "problem"],
  repaired: ["cyan", "repaired"],
  absent: ["dim", "-"],
} as const;

function print(checks: readonly Check[], options: DoctorOptions, repair: boolean): void {
  const width = Math.max(...checks.map(({ name }) => name.length));
  for (const { name, status, message, remedy, items = [] } of checks) {
    if (options.quiet && (status === "ok" || status === "absent")) continue;
    const [colour, sign] = SIGNS[status];
    writeLine(`${paint(colour, sign.padEnd(8))}  ${name.padEnd(width)}  ${message}`);
    for (const item of items) writeLine(paint("dim", `${" ".repeat(width + 12)}${item}`));
    if (remedy) writeLine(`${" ".repeat(10)}${paint("bold", "→")} ${remedy}`);
  }
  const problems = checks.filter(({ status }) => status === "problem").length;
  if (options.quiet) return;
  if (problems === 0) writeLine("\nMorgan is well.");
  else writeLine(`\n${problems} problem${problems === 1 ? "" : "s"}${repair ? " left" : ""}.`);
}
