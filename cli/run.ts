import { CommanderError } from "commander";
import { MorganError, toMorganError } from "../lib/errors.ts";
import { keepLoopbackOffProxy } from "../lib/http/no_proxy.ts";
import { handleUnexpected } from "../lib/unexpected.ts";
import { EXIT, exitCode } from "./exit.ts";
import { createProgram } from "./program.ts";
import { type Ending, endingCode, endLater, onEnding } from "./signals.ts";
import { note, printError, writeLine } from "./terminal/output.ts";
import { topicText } from "./topics.ts";

/**
 * Runs one command line and returns its exit code: the one place where errors become codes. The first Ctrl-C aborts
 * what runs, the second leaves at once; so do SIGTERM and a terminal that is closed, after which nobody has to ask twice.
 */
export async function run(args: readonly string[]): Promise<number> {
  const topic = args[0] === "help" ? topicText(args[1]) : undefined;
  if (topic !== undefined) {
    writeLine(topic);
    return EXIT.ok;
  }
  keepLoopbackOffProxy();
  const abort = new AbortController();
  let ended: Ending | undefined;
  const verbose = args.includes("--verbose");
  const outcome = { code: EXIT.ok as number, endsItself: false };
  using _signals = onEnding((signal) => {
    // A closed terminal may be told of by its shell and by the system.
    if (ended && signal !== "SIGHUP") Deno.exit(endingCode(signal));
    ended ??= signal;
    abort.abort(new MorganError("cancelled", "Stopped."));
    if (signal !== "SIGINT" && !outcome.endsItself) endLater(signal);
  });
  /** Tells an error, and returns its exit code. */
  const fail = async (error: unknown): Promise<number> => {
    // Whoever read our output has closed it (`morgan documents list | head`): nothing is wrong.
    if (error instanceof Deno.errors.BrokenPipe) return EXIT.ok;
    // Nobody sees what is written to a terminal that is gone.
    if (ended === "SIGHUP") return endingCode(ended);
    const known = abort.signal.aborted
      ? new MorganError("cancelled", "Stopped.")
      : await named(toMorganError(error));
    await (await import("./cli_log.ts")).logError(args, known);
    printError(known, verbose);
    return ended ? endingCode(ended) : exitCode(known.code);
  };
  const leave = async (error: unknown) => {
    if (Deno.stdin.isTerminal()) Deno.stdin.setRaw(false);
    Deno.exit(await fail(error).catch(() => EXIT.error));
  };
  using _unexpected = handleUnexpected({ rejected: leave, thrown: leave });
  await remarkVariables(args);
  try {
    await createProgram({ signal: abort.signal, outcome }).parseAsync([...args], { from: "user" });
    return ended && outcome.code === EXIT.interrupted ? endingCode(ended) : outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return await fail(error);
  }
}

/** Says which `MORGAN_…` variable is probably a typing mistake. The configuration's modules are loaded only if there is one to look at. */
async function remarkVariables(args: readonly string[]): Promise<void> {
  const env = Deno.env.toObject();
  const usual = ["MORGAN_HOME", "MORGAN_URL", "MORGAN_TOKEN"];
  // Whoever started a server in the background has said it.
  if (args.includes("--background") || !Object.keys(env).some(isUnusual)) return;
  const { mistypedVariables } = await import("../lib/config/mod.ts");
  for (const { name, meant } of mistypedVariables(env)) note(`${name} is no setting: did you mean ${meant}?`);

  function isUnusual(name: string): boolean {
    return name.startsWith("MORGAN_") && !usual.includes(name);
  }
}

/** A full disk is told with the folder that lies on it. */
async function named(error: MorganError): Promise<MorganError> {
  if (error.code !== "storage_full" || Deno.env.get("MORGAN_URL")) return error;
  const { homePaths, nameFullDisk } = await import("../lib/home/mod.ts");
  return toMorganError(await nameFullDisk(error, homePaths(Deno.env.toObject()).root));
}
