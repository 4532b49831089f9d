import { type Command, Option } from "@commander-js/extra-typings";
import { count, json, quiet, type Running } from "./options.ts";

/** The server and what it keeps. */
export function addServer(program: Command, { signal, outcome }: Running): void {
  program.commandsGroup("Server");
  program.command("status")
    .description("hosts, services, stores and documents")
    .option("-w, --watch", "show it again and again, until Ctrl-C")
    .option("--interval <seconds>", "time between two looks of --watch", count(3600), 5)
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("../commands/status.ts")).showStatus(options, signal));
  program.command("serve")
    .description("run Morgan on this machine until it is stopped")
    .option("--host <address>", "address to listen on (default: 127.0.0.1)")
    .option("--port <port>", "port to listen on; 0 takes any free one (default: 7373)")
    .option("--services <names>", "run these alone, separated by commas (default: all)")
    .addOption(new Option("--background").hideHelp())
    .action(async (options) => {
      outcome.endsItself = true;
      await (await import("../commands/serve.ts")).serve(options);
    });
  program.command("stop")
    .description("end the server on this machine")
    .addOption(json())
    .action(async (options) => (await import("../commands/stop.ts")).stop(options));
  program.command("mcp")
    .description("serve the Model Context Protocol on stdin and stdout, for assistants and editors")
    .addHelpText(
      "after",
      '\nTools: search, ask, ingest, list.\n\nExample (in a client\'s configuration)\n  { "mcpServers": { "morgan": { "command": "morgan", "args": ["mcp"] } } }',
    )
    .action(async () => (await import("../commands/mcp.ts")).mcp(signal));
  program.command("read-documents", { hidden: true })
    .action(async () => (await import("../commands/read_documents.ts")).readDocuments());
}
