import type { Command } from "@commander-js/extra-typings";
import { json, quiet, type Running } from "./options.ts";

/** The key to what Morgan has learned. */
export function addKeys(program: Command, { signal }: Running): void {
  program.commandsGroup("Upkeep");
  const keys = program.command("keys").description(
    "the key to what Morgan has learned and to your feelings: status, rotate, reset",
  )
    .addHelpText(
      "after",
      "\nPreferences, memories and the history of feelings are encrypted (AES-256-GCM) with the key in ~/.morgan/keys/data.key, or in the\n" +
        "file that MORGAN_DATA_KEY_FILE or the setting security.key_file names. Documents and conversations are not.\n" +
        "\nExamples\n  morgan keys status\n  morgan keys rotate",
    );
  keys.command("status")
    .description("which keys there are, and how much each has sealed")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("../commands/keys.ts")).keyStatus(options, signal));
  keys.command("rotate")
    .description("make a new key and seal everything with it; goes on where one broke off")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("../commands/keys.ts")).rotateKeys(options, signal));
  keys.command("reset")
    .description("after the key is lost: delete what it sealed, so that Morgan can learn anew")
    .option("-y, --yes", "do not ask")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("../commands/keys.ts")).resetKeys(options));
}
