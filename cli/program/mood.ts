import type { Command } from "@commander-js/extra-typings";
import { count, json, quiet, type Running } from "./options.ts";

/** How the user felt over time. */
export function addMood(program: Command, { signal }: Running): void {
  program.commandsGroup("Ask");
  program.command("mood")
    .description("how you felt in what you wrote: a line a day, trend, episodes, triggers, what helped")
    .option("--days <n>", "how many days back (default: 30)", count(3650))
    .option("--erase", "delete what was noticed; what you wrote stays")
    .option("--older-than <days>", "with --erase: only what is older than so many days", count(36_500))
    .option("-y, --yes", "do not ask")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nA bar to the left is unpleasant, to the right pleasant. Feelings are told from the words of each message, on this machine, and are\n" +
        "encrypted on the disk; `morgan config set emotion.enabled false` turns it off. A guess from words, no diagnosis.\n" +
        "\nExamples\n  morgan mood\n  morgan mood --days 7\n  morgan mood --json | jq .days\n  morgan mood --erase --older-than 90",
    )
    .action(async (options) => (await import("../commands/mood.ts")).mood(options, signal));
}
