import type { MorganError } from "../lib/errors.ts";
import { homePaths } from "../lib/home/mod.ts";
import { maskedJson } from "../lib/mask.ts";
import { errorFields, openLogFile } from "../lib/telemetry/mod.ts";

/** A megabyte of failures, and three times as many older ones. */
const KEPT = { maxBytes: 1024 * 1024, generations: 3 };

/** Adds a failed command to `cli.log` in Morgan's folder. Where that cannot be written, the screen has to do. */
export async function logError(args: readonly string[], error: MorganError): Promise<void> {
  const home = homePaths(Deno.env.toObject());
  try {
    if (!(await Deno.stat(home.root)).isDirectory) return;
    using write = openLogFile(home.cliLog, { ...KEPT, onFailure() {} });
    const stack = error.cause instanceof Error ? error.cause.stack : error.stack;
    const record = {
      timestamp: new Date().toISOString(),
      level: "error",
      service: "cli",
      host: Deno.hostname(),
    };
    write(
      maskedJson({ ...record, message: error.message, command: args[0], ...errorFields(error), stack }) +
        "\n",
    );
  } catch {
    // No folder, no right to write, a full disk: the error that is being told must not be hidden by another.
  }
}
