import { MorganError } from "../lib/errors.ts";

/** The name of a file holds bytes that are no UTF-8; programs of this kind cannot open it. */
export const NOT_UTF8 = new MorganError("invalid_input", "Cannot read: its name is not valid UTF-8.", {
  hint: "Rename it: convmv -t utf8 --notest -f with the encoding of the name, such as latin1 or shift_jis.",
  details: { reason: "unreadable" },
});

/** Why a file or folder cannot be read, in the system's own words. */
export function readFailure(path: string, cause: unknown): MorganError {
  if (cause instanceof MorganError) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  const hint = cause instanceof Deno.errors.PermissionDenied
    ? "Check its permissions."
    : isMissing(cause)
    ? "It was there a moment ago: run the command again if it is back."
    : "Check the disk it lies on.";
  // The path stands beside the message wherever it is shown; the system adds it, and the call, behind a colon.
  return new MorganError("invalid_input", `Cannot read ${path}: ${shorten(why)}.`, {
    cause,
    hint,
    details: { reason: isMissing(cause) ? "gone" : "unreadable" },
  });
}

/** Whether an error says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory;
}

/** Whether a path holds what stands for bytes that are no UTF-8: where nothing is there, its name was misread. */
export function isMisread(path: string): boolean {
  return path.includes("\ufffd");
}

/** Throws for what can't be read as a file or folder: a pipe that is opened waits for ever, a device has no end. */
export function requireReadable(path: string, info: Deno.FileInfo): Deno.FileInfo {
  if (info.isFile || info.isDirectory) return info;
  const kind = info.isFifo ? "a pipe" : info.isSocket ? "a socket" : "a device";
  throw new MorganError("invalid_input", `${path} is ${kind}, not a file.`, {
    hint: "Pipe what it gives into Morgan: … | morgan ingest - --name notes.md.",
    details: { reason: "special" },
  });
}

function shorten(message: string): string {
  return message.replace(/ \(os error \d+\).*$/s, "");
}
