import { CommanderError } from "commander";
import { MorganError, toMorganError } from "../lib/errors.ts";
import { keepLoopbackOffProxy } from "../lib/http/no_proxy.ts";
import { EXIT, exitCode } from "./exit.ts";
import { createProgram } from "./program.ts";
import { note, printError, writeLine } from "./terminal/output.ts";
import { topicText } from "./topics.ts";

/**
 * Runs one command line and returns its exit code: the one place where errors become codes. The first Ctrl-C aborts
 * what runs, the second leaves at once.
 */
export async function run(args: readonly string[]): Promise<number> {
  const topic = args[0] === "help" ? topicText(args[1]) : undefined;
  if (topic !== undefined) {
    writeLine(topic);
    return EXIT.ok;
  }
  keepLoopbackOffProxy();
  const abort = new AbortController();
  const interrupt = () => {
    if (abort.signal.aborted) Deno.exit(EXIT.interrupted);
    abort.abort(new MorganError("cancelled", "Stopped."));
  };
  Deno.addSignalListener("SIGINT", interrupt);
  const verbose = args.includes("--verbose");
  await remarkVariables(args);
  const outcome = { code: EXIT.ok as number };
  try {
    await createProgram({ signal: abort.signal, outcome }).parseAsync([...args], { from: "user" });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    // Whoever read our output has closed it (`morgan documents list | head`): nothing is wrong.
    if (error instanceof Deno.errors.BrokenPipe) return EXIT.ok;
    const known = abort.signal.aborted ? new MorganError("cancelled", "Stopped.") : toMorganError(error);
    await (await import("./cli_log.ts")).logError(args, known);
    printError(known, verbose);
    return exitCode(known.code);
  } finally {
    Deno.removeSignalListener("SIGINT", interrupt);
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
