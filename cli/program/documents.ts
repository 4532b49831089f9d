import { type Command, Option } from "@commander-js/extra-typings";
import { json, quiet, type Running, TYPES } from "./options.ts";

/** `ingest` and `documents`. */
export function addDocuments(program: Command, { signal, outcome }: Running): void {
  program.commandsGroup("Documents");
  program.command("ingest")
    .description("read files and folders: PDF, DOCX, HTML, Markdown, text, source code")
    .argument("<path...>", "files, folders, or - for standard input")
    .option("--name <path>", "the name of what comes from standard input")
    .option("--force", "read again what is unchanged or failed before")
    .option("--follow-links", "also read what links lead to outside the given folders")
    .option("-w, --watch", "go on, and follow what happens to the files until Ctrl-C; deletions too")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nExamples\n  morgan ingest ~/Documents notes.md\n  morgan ingest --watch ~/Documents\n  pandoc letter.odt -t plain | morgan ingest - --name letter.txt",
    )
    .action(async (paths, options) => {
      outcome.code = await (await import("../commands/ingest.ts")).ingest(paths, options, signal);
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
    .action(async (options) => (await import("../commands/documents.ts")).listDocuments(options, signal));
  documents.command("show")
    .description("one document with its text as Morgan read it")
    .argument("<document>", "its path or id")
    .addOption(json()).addOption(quiet())
    .action(async (name, options) =>
      (await import("../commands/documents.ts")).showDocument(name, options, signal)
    );
  documents.command("rm")
    .description("delete documents with everything of them that could be quoted")
    .argument("<document...>", "paths, folders or ids")
    .option("-y, --yes", "do not ask")
    .addOption(json()).addOption(quiet())
    .action(async (names, options) =>
      (await import("../commands/documents.ts")).removeDocuments(names, options, signal)
    );
}
