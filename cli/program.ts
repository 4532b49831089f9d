import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { VERSION } from "../lib/version.ts";

/** What the command line hands to a command. */
interface Running {
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** The exit code, where a command ends well with another one than 0. */
  outcome: { code: number };
}

const EXAMPLES = `Examples
  morgan ingest ~/Documents            read a folder
  morgan query "When is rent due?"     ask; the answer comes with its sources
  morgan search "rent" --top-k 3       the passages themselves
  cat letter.txt | morgan query "What does this ask of me?"
`;
const FOOTER = `
More help: morgan help COMMAND, morgan help environment, morgan help exit-codes`;

const TYPES = ["pdf", "docx", "html", "markdown", "text", "code"] as const;
const json = () => new Option("--json", "print JSON").implies({});
const quiet = () => new Option("-q, --quiet", "print the result alone");

/** The command line of \`morgan\`. Each command's code is loaded when it runs: start-up is a feature. */
export function createProgram({ signal, outcome }: Running) {
  const program = new Command("morgan")
    .description("Answers from your own documents, with sources. Everything stays on this machine.")
    .version(`morgan ${VERSION}`)
    .option("--verbose", "show where an error came from")
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", FOOTER)
    .showSuggestionAfterError()
    .showHelpAfterError("  → See `morgan --help`.")
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, "morgan: ").replace("\n(Did", " (Did")),
    })
    .exitOverride();

  program.commandsGroup("Ask");
  program.command("query")
    .description("answer a question from the documents")
    .argument("[question...]", "the question; text that is piped in joins it")
    .option("-k, --top-k <n>", "passages that the answer may draw on", count(50))
    .option("--under <path>", "only documents below this folder")
    .option("--no-rag", "ask the model without the documents")
    .option("--no-llm", "quote the documents instead of asking a model")
    .option("--explain", "also show what was searched, found, kept, dropped and sent")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      '\nExamples\n  morgan query "Who signed the lease?" --explain\n  morgan query "Summary of the trial?" --json | jq .sources',
    )
    .action(async (words, options) => (await import("./commands/query.ts")).query(words, options, signal));
  program.command("search")
    .description("find passages")
    .argument("[query...]", "what to look for; text that is piped in joins it")
    .option("-k, --top-k <n>", "how many", count(100))
    .addOption(
      new Option("--leg <leg>", "how to search").choices(["fused", "dense", "lexical"]).default(
        "fused" as const,
      ),
    )
    .option("--under <path>", "only documents below this folder")
    .addOption(new Option("--type <type>", "only documents of this type").choices(TYPES))
    .option("--since <date>", "only documents ingested since this date (2026-01-31)")
    .addOption(json()).addOption(quiet())
    .action(async (words, options) => (await import("./commands/search.ts")).search(words, options, signal));

  program.commandsGroup("Documents");
  program.command("ingest")
    .description("read files and folders: PDF, DOCX, HTML, Markdown, text, source code")
    .argument("<path...>", "files, folders, or - for standard input")
    .option("--name <path>", "the name of what comes from standard input")
    .option("--force", "read again what is unchanged or failed before")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nExamples\n  morgan ingest ~/Documents notes.md\n  pandoc letter.odt -t plain | morgan ingest - --name letter.txt",
    )
    .action(async (paths, options) => {
      outcome.code = await (await import("./commands/ingest.ts")).ingest(paths, options, signal);
    });
  const documents = program.command("documents").description("list, show and delete documents");
  documents.command("list")
    .description("the documents in the order of their paths")
    .option("--under <path>", "only those below this folder")
    .addOption(new Option("--type <type>", "only this type").choices(TYPES))
    .addOption(
      new Option("--status <status>", "only this status").choices([
        "pending",
        "processing",
        "completed",
        "failed",
      ]),
    )
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("./commands/documents.ts")).listDocuments(options, signal));
  documents.command("show")
    .description("one document with its text as Morgan read it")
    .argument("<document>", "its path or id")
    .addOption(json()).addOption(quiet())
    .action(async (name, options) =>
      (await import("./commands/documents.ts")).showDocument(name, options, signal)
    );
  documents.command("rm")
    .description("delete documents with everything of them that could be quoted")
    .argument("<document...>", "paths, folders or ids")
    .option("-y, --yes", "do not ask")
    .addOption(json()).addOption(quiet())
    .action(async (names, options) =>
      (await import("./commands/documents.ts")).removeDocuments(names, options, signal)
    );

  program.commandsGroup("Server");
  program.command("status")
    .description("hosts, services, stores and documents")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("./commands/status.ts")).showStatus(options, signal));
  program.command("serve")
    .description("run Morgan on this machine until it is stopped")
    .option("--host <address>", "address to listen on (default: 127.0.0.1)")
    .option("--port <port>", "port to listen on; 0 takes any free one (default: 7373)")
    .addOption(new Option("--background").hideHelp())
    .addOption(new Option("--reindex").hideHelp())
    .action(async (options) => (await import("./commands/serve.ts")).serve(options));
  program.command("stop")
    .description("end the server on this machine")
    .addOption(json())
    .action(async (options) => (await import("./commands/stop.ts")).stop(options));
  program.command("reindex")
    .description("make the search indexes anew, for example with another embedding model")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("./commands/reindex.ts")).reindex(options, signal));
  program.command("read-documents", { hidden: true })
    .action(async () => (await import("./commands/read_documents.ts")).readDocuments());
  return program;
}

/** A parser of whole numbers from 1 to `most`. */
function count(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}
