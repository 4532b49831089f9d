import { Argument, type Command } from "@commander-js/extra-typings";
import { json, quiet, type Running } from "./options.ts";

/** What keeps a Morgan well: backups, migrations, checks. */
export function addUpkeep(program: Command, { signal, outcome }: Running): void {
  program.commandsGroup("Upkeep");
  program.command("doctor")
    .description("check everything, and tell what to do about what is wrong")
    .option("--repair", "mend what can be mended without losing anything")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nEnds with 1 where a problem is found (with --repair: is left). Every original is read and compared with its hash, which\n" +
        "takes as long as reading them.\n\nExamples\n  morgan doctor\n  morgan doctor --repair --quiet",
    )
    .action(async (options) => {
      outcome.code = await (await import("../commands/doctor.ts")).doctor(options, signal);
    });
  program.command("backup")
    .description("save everything that Morgan keeps in one file, while it runs")
    .argument("<file>", "file to write, a folder to write it into, or - for standard output")
    .option("--no-models", "leave out the models that were pulled")
    .option(
      "--with-secrets",
      "also save Morgan's token, the key to what it learned and the keys of other services, readable for whoever has the file",
    )
    .option("--force", "replace the file if it is there")
    .option("--verify", "only check that the file is whole and unaltered")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nThe file holds documents and conversations unencrypted: keep it as you keep them.\n" +
        "\nExamples\n  morgan backup ~/backups/\n  morgan backup - | gpg -c > morgan.tar.gz.gpg\n  morgan backup --verify morgan.tar.gz",
    )
    .action(async (file, options) => (await import("../commands/backup.ts")).backup(file, options, signal));
  program.command("restore")
    .description("put a backup in place, on this machine or a new one")
    .argument("<file>", "a file that `morgan backup` wrote, or - for standard input")
    .option("--into <folder>", "folder to restore to (default: Morgan's own, MORGAN_HOME or ~/.morgan)")
    .option("--force", "where there is data, move it aside (to replaced/DATE in the folder)")
    .option("-y, --yes", "do not ask")
    .addOption(json()).addOption(quiet())
    .addHelpText(
      "after",
      "\nExamples\n  morgan restore morgan.tar.gz\n  morgan restore morgan.tar.gz --force -y",
    )
    .action(async (file, options) => (await import("../commands/backup.ts")).restore(file, options, signal));
  const migrate = program.command("migrate").description("bring the database's schema up or down");
  migrate.command("status")
    .description("the migrations and whether the database has them")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("../commands/migrate.ts")).showMigrations(options));
  migrate.command("up")
    .description("apply what is pending, as every start does; the database is saved before")
    .option("--no-backup", "do not save the database before")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("../commands/migrate.ts")).runMigrations("up", options));
  migrate.command("down")
    .description("revert the last migration; the database is saved before")
    .option("--no-backup", "do not save the database before")
    .option("-y, --yes", "do not ask")
    .addOption(json()).addOption(quiet())
    .action(async (options) => (await import("../commands/migrate.ts")).runMigrations("down", options));
  program.command("completions")
    .description("print the script by which a shell completes commands, flags and values")
    .addArgument(
      new Argument("<shell>", "your shell").choices(["bash", "zsh", "fish", "powershell"] as const),
    )
    .addHelpText(
      "after",
      "\nExamples\n  echo 'source <(morgan completions bash)' >> ~/.bashrc\n  morgan completions zsh > \"${fpath[1]}/_morgan\"\n" +
        "  morgan completions fish > ~/.config/fish/completions/morgan.fish\n" +
        "  morgan completions powershell | Out-String | Invoke-Expression",
    )
    .action(async (shell) => (await import("../commands/completions.ts")).printCompletions(shell, program));
}
