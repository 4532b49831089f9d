import { VERSION } from "../lib/version.ts";

/** The command's entry point: `--version` is answered before anything else is loaded. */
if (import.meta.main) {
  // Deno asks its maker for a newer version now and then: no process that this one starts does.
  Deno.env.set("DENO_NO_UPDATE_CHECK", "1");
  const args = Deno.args;
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) console.log(`morgan ${VERSION}`);
  else {
    const { run } = await import("./run.ts");
    Deno.exit(await run(args));
  }
}
