import { MorganError } from "../lib/errors.ts";

/** Writes a file that is not there yet, for its owner alone. Throws `invalid_input` where it is there or can't be written. */
export async function writeNewFile(path: string, text: string): Promise<void> {
  try {
    await Deno.writeTextFile(path, text, { createNew: true, mode: 0o600 });
  } catch (error) {
    const exists = error instanceof Deno.errors.AlreadyExists;
    throw new MorganError(
      "invalid_input",
      `Cannot write ${path}${exists ? ": it exists already" : ""}.`,
      {
        cause: error,
        hint: exists ? "Give another name, or remove the file." : "Check the folder and its permissions.",
      },
    );
  }
}
