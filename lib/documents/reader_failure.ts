import { MorganError } from "../errors.ts";

/** What went wrong with the process that reads documents. It lies in Morgan's own installation or its machine, never in a document. */
const HINTS: readonly [RegExp, string][] = [
  [
    /out of memory|cannot allocate|ENOMEM|EAGAIN|resource temporarily unavailable/i,
    "Close other programs or give the machine more memory, then ingest again.",
  ],
  [
    /shared librar|cannot open shared object|\bdyld\b|library not loaded/i,
    "Install the library that it names, then ingest again.",
  ],
  [
    /not found in cache|cached-only|not cached|could not find (npm )?package|module not found|cannot find module|lockfile|import map/i,
    "Run `deno install --frozen` in Morgan's folder, which fetches what is missing, then ingest again.",
  ],
  [
    /permission denied|EACCES|EPERM|requires \w+ access|NotCapable|not permitted/i,
    "Give the user that runs Morgan the right to read Morgan's folder and Deno's cache and to run Deno, then ingest again.",
  ],
  [
    /no such file|ENOENT|os error 2|failed to spawn/i,
    "Install Morgan again, or put back what it names, then ingest again.",
  ],
];

const ANY_HINT =
  "Run `morgan doctor`, which tries it with documents of its own; where it names nothing else, install Morgan again.";

/** The reason by which a document fails then. It is remembered against no file: the next ingest tries it again. */
export const READER = "reader";

/** The process that reads documents did not start. @param said what it, or the system, said about that */
export function readerNotStarted(said: string, cause?: unknown): MorganError {
  return readerError("The process that reads documents does not start", said, cause);
}

/** The process was ended from outside while it read. */
export function readerKilled(): MorganError {
  return new MorganError("internal", "The process that reads documents was killed while it read this one.", {
    hint:
      "The system does so when memory runs short: close other programs, or lower ingest.memory_mb, then ingest again.",
    details: { reason: READER },
  });
}

/** Something of Morgan itself failed while a document was read. */
export function readerBroken(said: string, cause?: unknown): MorganError {
  return readerError("Morgan's own reader failed", said, cause);
}

function readerError(what: string, said: string, cause: unknown): MorganError {
  const reason = firstLine(said);
  const hint = HINTS.find(([pattern]) => pattern.test(said))?.[1] ?? ANY_HINT;
  return new MorganError(
    "internal",
    `${what}: ${reason || "it ended without a word"}${/[.!?]$/.test(reason) ? "" : "."}`,
    {
      cause,
      hint,
      details: { reason: READER },
    },
  );
}

/** Longest reason, in characters. */
const LONGEST = 300;

function firstLine(said: string): string {
  const line = said.split("\n").map((text) => text.trim()).find(Boolean) ?? "";
  return line.replace(/^error: /i, "").slice(0, LONGEST);
}
