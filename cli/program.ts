import { Command } from "@commander-js/extra-typings";
import { VERSION } from "../lib/version.ts";
import { addAsk } from "./program/ask.ts";
import { addDocuments } from "./program/documents.ts";
import { addKeys } from "./program/keys.ts";
import { addMemory } from "./program/memory.ts";
import { addModels } from "./program/models.ts";
import { addMood } from "./program/mood.ts";
import type { Running } from "./program/options.ts";
import { addServer } from "./program/server.ts";
import { addSessions } from "./program/sessions.ts";
import { addUpkeep } from "./program/upkeep.ts";
import { write, writeError } from "./terminal/output.ts";

const EXAMPLES = `Examples
  morgan ingest ~/Documents            read a folder
  morgan query "When is rent due?"     ask; the answer comes with its sources
  morgan chat                          talk, with what you said before in mind
  morgan search "rent" --top-k 3       the passages themselves
  cat letter.txt | morgan query "What does this ask of me?"
`;
const FOOTER = `
More help: morgan help COMMAND, morgan help environment, morgan help exit-codes`;

/** The command line of \`morgan\`. Each command's code is loaded when it runs: start-up is a feature. */
export function createProgram(running: Running): Command {
  const program = new Command("morgan")
    .description("Answers from your own documents, with sources. Everything stays on this machine.")
    .version(`morgan ${VERSION}`)
    .option("--verbose", "show where an error came from")
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", FOOTER)
    .showSuggestionAfterError()
    .showHelpAfterError("  → See `morgan --help`.")
    .configureOutput({
      writeOut: write,
      writeErr: writeError,
      outputError: (text, write) => write(text.replace(/^error: /, "morgan: ").replace("\n(Did", " (Did")),
    })
    .exitOverride();

  addAsk(program, running);
  addSessions(program, running);
  addMemory(program, running);
  addMood(program, running);
  addDocuments(program, running);
  addModels(program, running);
  addServer(program, running);
  addUpkeep(program, running);
  addKeys(program, running);
  for (const group of program.commands) {
    if (group.commands.length === 0) continue;
    const verbs = group.commands.map((command) => command.name()).join(", ");
    group.showHelpAfterError(
      `  → morgan ${group.name()} knows ${verbs}. See \`morgan ${group.name()} --help\`.`,
    );
  }
  return program;
}
