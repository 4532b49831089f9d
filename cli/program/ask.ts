import { type Command, Option } from "@commander-js/extra-typings";
import { count, date, json, quiet, type Running, TYPES } from "./options.ts";

/** `query` and `search`: what people come for. */
export function addAsk(program: Command, { signal }: Running): void {
  program.commandsGroup("Ask");
  program.command("query")
    .description("answer a question from the documents")
    .argument("[question...]", "the question; text that is piped in joins it")
    .option("-k, --top-k <n>", "passages that the answer may draw on", count(50))
    .option("--under <path>", "only documents below this folder")
    .option("--no-rag", "ask the model without the documents")
    .option("--no-llm", "quote the documents instead of asking a model")
    .option("--emotion", "also show how the question sounds: the feeling, how sure and how strong it is")
    .option("--explain", "also show what was searched, found, kept, dropped and sent")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      '\nExamples\n  morgan query "Who signed the lease?" --explain\n  morgan query "Summary of the trial?" --json | jq .sources',
    )
    .action(async (words, options) => (await import("../commands/query.ts")).query(words, options, signal));
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
    .option("--since <date>", "only documents ingested since this day (2026-01-31)", date)
    .option("--until <date>", "only documents ingested up to this day", date)
    .addOption(json()).addOption(quiet())
    .action(async (words, options) => (await import("../commands/search.ts")).search(words, options, signal));
}
