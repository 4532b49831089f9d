import type { Command } from "@commander-js/extra-typings";
import { json, quiet, type Running } from "./options.ts";

/** `config`, `models` and `reindex`: how Morgan is set up. */
export function addModels(program: Command, running: Running): void {
  program.commandsGroup("Settings and models");
  addConfig(program, running);
  addCatalog(program, running);
  addReindex(program, running);
}

function addCatalog(program: Command, { signal }: Running): void {
  const models = program.command("models")
    .description("list, fetch, remove and choose embedding models and Ollama's language models")
    .addHelpText(
      "after",
      `
Examples
  morgan models pull sentence-transformers/all-MiniLM-L6-v2
  morgan models use sentence-transformers/all-MiniLM-L6-v2
  morgan models pull llama3.2:3b
  morgan models list

HF_ENDPOINT names another hub or a mirror, HF_TOKEN who you are there. HTTPS_PROXY, HTTP_PROXY and NO_PROXY are heeded.`,
    );
  models.command("list")
    .description("the models that there are, and which are in use")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("../commands/models.ts")).listModels(options, signal));
  models.command("pull")
    .description("fetch an embedding model from Hugging Face's hub, or a language model through Ollama")
    .argument("<name>", "ORG/NAME[@REVISION] of the hub, or a name of Ollama's library")
    .option("--variant <variant>", "quantized (8 bit), fp32, or the path of an ONNX file of the repository")
    .option("--ollama", "the name is one of Ollama's, though it looks like ORG/NAME")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nAn interrupted pull goes on where it stopped. Sizes and checksums are checked before the model can be used.",
    )
    .action(async (name, options) =>
      (await import("../commands/models_pull.ts")).pullNamed(name, options, signal)
    );
  models.command("rm")
    .description("remove a model that was pulled")
    .argument("<name>")
    .option("--force", "also one that is in use")
    .option("-y, --yes", "do not ask")
    .addOption(json()).addOption(quiet())
    .action(async (name, options) =>
      (await import("../commands/models.ts")).removeModel(name, options, signal)
    );
  models.command("use")
    .description("choose a model; for an embedding model the documents are indexed anew")
    .argument("<name>", "as `morgan models list` names it")
    .option("--no-reindex", "only set it; `morgan reindex` follows later")
    .addOption(json()).addOption(quiet())
    .action(async (name, options) => (await import("../commands/models.ts")).useModel(name, options, signal));
}

function addReindex(program: Command, { signal }: Running): void {
  program.command("reindex")
    .description("make the search indexes anew, for example with another embedding model")
    .option("--detach", "do not wait for the end")
    .option("--status", "tell how far it is")
    .option("--cancel", "stop it and drop what it made")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      `
The index that there is answers until the new one is whole. Interrupted, also by a power cut, it goes on at the next
start. Ctrl-C ends the waiting alone.

Examples
  morgan config set embedding.model sentence-transformers/all-MiniLM-L6-v2 && morgan reindex
  morgan reindex --detach; morgan reindex --status`,
    )
    .action(async (options) => (await import("../commands/reindex.ts")).reindex(options, signal));
}

function addConfig(program: Command, { signal }: Running): void {
  const config = program.command("config")
    .description("read and change the settings")
    .addHelpText(
      "after",
      `
Examples
  morgan config list
  morgan config set llm.base_url http://127.0.0.1:11434
  morgan config set ingest.exclude archive,drafts.md
  morgan config set llm.api_key - < key.txt        a secret, past the shell's history
  morgan config unset llm.model

A running server keeps the settings that it was started with.`,
    );
  config.command("get")
    .description("the value of one setting; secrets are masked")
    .argument("<key>", "such as llm.model")
    .addOption(json()).addOption(quiet())
    .action(async (key, options) => (await import("../commands/config.ts")).getSetting(key, options));
  config.command("set")
    .description("change a setting in your own config.json")
    .argument("<key>", "such as llm.model")
    .argument("<value>", "the value; - reads it from standard input; lists are separated by commas")
    .addOption(json()).addOption(quiet())
    .action(async (key, value, options) =>
      (await import("../commands/config.ts")).setSetting(key, value, options, signal)
    );
  config.command("unset")
    .description("remove a setting from your own config.json, so that the default holds")
    .argument("<key>", "such as llm.model")
    .addOption(json()).addOption(quiet())
    .action(async (key, options) => (await import("../commands/config.ts")).unsetSetting(key, options));
  config.command("list")
    .description("all settings, and where each comes from")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("../commands/config.ts")).listSettings(options));
  config.command("path")
    .description("where your own config.json lies")
    .addOption(json())
    .action(async (options) => (await import("../commands/config.ts")).configPath(options));
}
