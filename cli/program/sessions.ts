import { type Command, Option } from "@commander-js/extra-typings";
import { count, json, quiet, type Running } from "./options.ts";

/** `chat`, `sessions` and `feedback`: talking, and what was said. */
export function addSessions(program: Command, { signal, outcome }: Running): void {
  program.commandsGroup("Ask");
  program.command("chat")
    .description("talk: questions that follow on each other, what you told is remembered")
    .argument("[message...]", "the first message")
    .option(
      "-r, --resume [session]",
      "go on with a conversation: its id, the beginning or end of it; without one you choose (the last one in a pipe)",
    )
    .option("-c, --continue", "go on with the last conversation")
    .option("-k, --top-k <n>", "passages that an answer may draw on", count(50))
    .option("--under <path>", "only documents below this folder")
    .option("--no-rag", "talk to the model without the documents")
    .option("--no-llm", "quote the documents instead of asking a model")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nElsewhere than on a terminal each line of standard input is a message.\n\nExamples\n  morgan chat\n  morgan chat -c\n  printf 'When is the rent due?\\nAnd how much is it?\\n' | morgan chat",
    )
    .action(async (words, options) => {
      outcome.code = await (await import("../chat/chat.ts")).chat(words, options, signal);
    });

  const sessions = program.command("sessions").description(
    "conversations: list, show, go on, delete, export",
  );
  sessions.command("list")
    .description("conversations, newest first; with words, those in which something like them was said")
    .argument("[query...]", "what to look for in them")
    .option("--all", "one-time questions as well")
    .option("--limit <n>", "how many", count(1000))
    .addOption(json()).addOption(quiet())
    .action(async (words, options) =>
      (await import("../commands/sessions.ts")).listSessions(words, options, signal)
    );
  sessions.command("show")
    .description("a conversation, whole")
    .argument("<session>", "its id, the beginning or end of it, or last")
    .addOption(json()).addOption(quiet())
    .action(async (name, options) =>
      (await import("../commands/sessions.ts")).showSession(name, options, signal)
    );
  sessions.command("resume")
    .description("go on with a conversation (as `morgan chat --resume`)")
    .argument("<session>", "its id, the beginning or end of it, or last")
    .action(async (name) => {
      outcome.code = await (await import("../commands/sessions.ts")).resumeSession(name, signal);
    });
  sessions.command("rm")
    .description("delete conversations for good")
    .argument("<session...>", "ids, their beginnings or ends, or last")
    .option("-y, --yes", "do not ask")
    .addOption(json()).addOption(quiet())
    .action(async (names, options) =>
      (await import("../commands/sessions.ts")).removeSessions(names, options, signal)
    );
  sessions.command("export")
    .description("a conversation as Markdown or JSON")
    .argument("<session>", "its id, the beginning or end of it, or last")
    .addOption(
      new Option("--format <format>", "how to write it").choices(["markdown", "json"]).default(
        "markdown" as const,
      ),
    )
    .option("-o, --output <file>", "write a file instead of standard output")
    .addOption(quiet())
    .action(async (name, options) =>
      (await import("../commands/sessions.ts")).exportSession(name, options, signal)
    );

  program.command("feedback")
    .description("rate the last answer")
    .requiredOption("--rating <n>", "from 1 (bad) to 5 (good)", count(5))
    .option("--comment <text>", "what was good or bad; - reads standard input")
    .option("--session <session>", "the last answer of this conversation instead")
    .option("--message <id>", "this answer instead")
    .addOption(json()).addOption(quiet())
    .addHelpText("after", '\nExample\n  morgan feedback --rating 2 --comment "too long"')
    .action(async (options) => (await import("../commands/feedback.ts")).feedback(options, signal));
}
