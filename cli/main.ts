import { VERSION } from "../lib/version.ts";

/** The command's entry point: `--version` is answered before anything else is loaded. */
if (import.meta.main) {
  const args = Deno.args;
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) console.log(`morgan ${VERSION}`);
  else {
    const { run } = await import("./run.ts");
    Deno.exit(await run(args));
  }
}
