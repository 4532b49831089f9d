import { MorganError } from "../../lib/errors.ts";
import { connect } from "../local_server.ts";
import { moodOf, showMood } from "../mood/show.ts";
import { confirm } from "../terminal/confirm.ts";
import { note, writeJson, writeLine } from "../terminal/output.ts";

/** Flags of `morgan mood`. */
export interface MoodOptions {
  days?: number | undefined;
  erase?: true | undefined;
  olderThan?: number | undefined;
  yes?: true | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Days that are shown if no other number is given. */
const DAYS = 30;

/** Shows how the user felt over time, or erases what was noticed of it. */
export async function mood(options: MoodOptions, signal: AbortSignal): Promise<void> {
  if (options.erase) return await erase(options, signal);
  for (const [flag, value] of [["--older-than", options.olderThan], ["--yes", options.yes]]) {
    if (value !== undefined) {
      throw new MorganError("usage", `${flag} goes with --erase.`, {
        hint: "Add --erase to delete what was noticed, or leave the flag out.",
      });
    }
  }
  const days = options.days ?? DAYS;
  const found = await moodOf((await connect(signal, options)).client, days, signal);
  if (options.json) return writeJson(found);
  await showMood(found, { days, quiet: options.quiet });
}

async function erase(options: MoodOptions, signal: AbortSignal): Promise<void> {
  if (options.days !== undefined) {
    throw new MorganError("usage", "--days says what is shown, not what is erased.", {
      hint: "Use --older-than DAYS with --erase.",
    });
  }
  const { olderThan } = options;
  if (!options.yes) {
    const which = olderThan === undefined
      ? "everything that Morgan noticed of your feelings"
      : `what Morgan noticed of your feelings in messages older than ${olderThan} ${
        olderThan === 1 ? "day" : "days"
      }`;
    await confirm(`Erase ${which} for good? What you wrote stays.`);
  }
  const { client } = await connect(signal, options);
  const erased = await client.eraseEmotions(
    olderThan === undefined ? {} : { older_than_days: olderThan },
    signal,
  );
  if (options.json) return writeJson({ erased });
  if (erased === 0) {
    if (!options.quiet) note("There was nothing to erase.");
    return;
  }
  writeLine(`Erased what was noticed in ${erased} ${erased === 1 ? "message" : "messages"}.`);
}
