import { Argument, type Command, Option } from "@commander-js/extra-typings";
import { count, json, quiet, type Running } from "./options.ts";

/** What Morgan has learned about the user. */
export function addMemory(program: Command, { signal }: Running): void {
  program.commandsGroup("Ask");
  const memory = program.command("memory").description(
    "what Morgan has learned about you: list, show, why, forget, undo, set, export",
  ).addHelpText(
    "after",
    "\nHolds what you told of yourself, what your feedback asked for and what you set here; each memory tells where it came from, and all\n" +
      "of it is encrypted on the disk. Answers follow it. `morgan config set learning.enabled false` ends the learning.\n\nExamples\n  morgan memory list\n" +
      "  morgan memory why 3f9a12c4\n  morgan memory forget 3f9a12c4\n  morgan memory set length short",
  );
  memory.command("list")
    .description("memories, newest first; with words, those that hold them")
    .argument("[words...]", "what to look for")
    .option("--all", "also what was forgotten, replaced or undone")
    .addOption(new Option("--kind <kind>", "only these").choices(["fact", "preference"] as const))
    .option("--limit <n>", "how many", count(1000))
    .addOption(json()).addOption(quiet())
    .action(async (words, options) =>
      (await import("../commands/memory.ts")).listMemories(words, options, signal)
    );
  memory.command("show")
    .description("one memory with all that is known of it")
    .argument("<id>", "its id, or the beginning of it")
    .addOption(json()).addOption(quiet())
    .action(async (id, options) => (await import("../commands/memory.ts")).showMemory(id, options, signal));
  memory.command("why")
    .description("the turns that a memory came from, word for word")
    .argument("<id>", "its id, or the beginning of it")
    .addOption(json()).addOption(quiet())
    .action(async (id, options) => (await import("../commands/memory.ts")).whyMemory(id, options, signal));
  memory.command("forget")
    .description("forget memories; for 30 days undo brings them back")
    .argument("[id...]", "their ids, or the beginnings of them")
    .option("--all", "everything that was learned")
    .option("--for-good", "erase at once, without a way back")
    .option("-y, --yes", "do not ask")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nExamples\n  morgan memory forget 3f9a12c4\n  morgan memory forget --all --for-good -y",
    )
    .action(async (ids, options) =>
      (await import("../commands/memory.ts")).forgetMemories(ids, options, signal)
    );
  memory.command("undo")
    .description("take back what was last done: what was forgotten lives again, what was learned is dropped")
    .argument("<id>", "its id, or the beginning of it")
    .addOption(json()).addOption(quiet())
    .action(async (id, options) => (await import("../commands/memory.ts")).undoMemory(id, options, signal));
  memory.command("set")
    .description("set how you want your answers")
    .addArgument(
      new Argument("<type>", "what it is about").choices(
        ["length", "formality", "depth", "format", "language", "topic", "source"] as const,
      ),
    )
    .argument(
      "<value>",
      "short or long; formal or informal; simple or technical; bullets or prose; a language such as de; more or less; trusted or distrusted; none takes it back",
    )
    .option("--about <subject>", "the topic, or the path of the source")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nExamples\n  morgan memory set length short\n  morgan memory set language de\n  morgan memory set source distrusted --about ~/old\n  morgan memory set length none",
    )
    .action(async (type, value, options) =>
      (await import("../commands/memory.ts")).setPreference(type, value, options, signal)
    );
  memory.command("export")
    .description("everything that was learned, as JSON or Markdown")
    .addOption(
      new Option("--format <format>", "how to write it").choices(["json", "markdown"]).default(
        "json" as const,
      ),
    )
    .option("-o, --output <file>", "write a file instead of standard output")
    .addOption(quiet())
    .action(async (options) => (await import("../commands/memory.ts")).exportMemories(options, signal));
}
