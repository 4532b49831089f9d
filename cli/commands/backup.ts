import { join } from "node:path";
import {
  checkArchive,
  hasData,
  leftOut,
  type Manifest,
  restoreArchive,
  writeArchive,
} from "../../lib/backup/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { minuteIn, secondIn } from "../../lib/zone.ts";
import { findDatabase } from "../configured_database.ts";
import { connect } from "../local_server.ts";
import { confirm } from "../terminal/confirm.ts";
import { note, pipeOut, writeJson, writeLine } from "../terminal/output.ts";
import { displayPath } from "../terminal/paths.ts";
import { startProgress } from "../terminal/progress.ts";
import { startSpinner } from "../terminal/spinner.ts";

interface Shared {
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Flags of `morgan backup`. */
export interface BackupOptions extends Shared {
  models: boolean;
  withSecrets?: true | undefined;
  force?: true | undefined;
  verify?: true | undefined;
}

/** Flags of `morgan restore`. */
export interface RestoreOptions extends Shared {
  into?: string | undefined;
  force?: true | undefined;
  yes?: true | undefined;
}

/** Writes everything that Morgan keeps into one file, `-` for stdout, or checks such a file. */
export async function backup(file: string, options: BackupOptions, signal: AbortSignal): Promise<void> {
  if (options.verify) return await verify(file, options, signal);
  if (options.withSecrets) {
    note("The backup holds Morgan's token and the keys of other services: keep it as you keep passwords.");
  }
  if (file === "-") return await toStdout(options, signal);
  const path = await target(file, options);
  const { client } = await connect(signal, options);
  let size = 0;
  {
    using _spinner = startSpinner("Writing the backup…", !options.quiet && !options.json);
    size = await writeArchive(await client.backup(request(options), signal), path);
  }
  // A backup that was never read is none.
  const manifest = await read(path, options, signal);
  tell("Saved", path, size, manifest, options);
}

function request(options: BackupOptions) {
  return { models: options.models, secrets: options.withSecrets ?? false };
}

async function toStdout(options: BackupOptions, signal: AbortSignal): Promise<void> {
  if (Deno.stdout.isTerminal()) {
    throw new MorganError("usage", "A backup is no text for a terminal.", {
      hint: "Give a file, or pipe it: morgan backup - | ssh host 'cat > morgan.tar.gz'",
    });
  }
  const { client } = await connect(signal, options);
  const bytes = await client.backup(request(options), signal);
  await pipeOut(bytes, signal);
}

async function target(file: string, options: BackupOptions): Promise<string> {
  const info = await Deno.stat(file).catch(() => null);
  if (info?.isDirectory) {
    return join(file, `morgan-${secondIn(new Date()).replaceAll(":", "-").replace(" ", "T")}.tar.gz`);
  }
  if (info && !options.force) {
    throw new MorganError("conflict", `There is already a file ${displayPath(file)}.`, {
      hint: "Give another name, or --force to replace it.",
    });
  }
  return file;
}

async function verify(file: string, options: BackupOptions, signal: AbortSignal): Promise<void> {
  const manifest = await read(file, options, signal);
  tell("Whole:", file, (await Deno.stat(file).catch(() => null))?.size ?? 0, manifest, options);
}

/** Checks every byte of an archive. */
async function read(path: string, options: Shared, signal: AbortSignal): Promise<Manifest> {
  using watched = await openArchive(path, options, signal);
  return await checkArchive(watched.bytes, watched.label);
}

/** Puts the content of an archive in place of what a folder holds. */
export async function restore(file: string, options: RestoreOptions, signal: AbortSignal): Promise<void> {
  const { root } = homePaths({
    ...Deno.env.toObject(),
    ...(options.into ? { MORGAN_HOME: options.into } : {}),
  });
  const replaces = options.force && await Deno.stat(root).then(() => hasData(root), () => false);
  if (replaces && !options.yes) {
    await confirm(`Move what is in ${root} aside and put ${displayPath(file)} in its place?`);
  }
  using watched = await openArchive(file, options, signal);
  const place = await findDatabase(homePaths({ MORGAN_HOME: root }));
  const { manifest, aside, saved } = await restoreArchive(watched.bytes, watched.label, {
    root,
    force: options.force ?? false,
    ...("url" in place ? { postgres: place } : {}),
  });
  watched[Symbol.dispose]();
  if (options.json) {
    const former = { ...(aside ? { aside } : {}), ...(saved ? { saved } : {}) };
    return writeJson({ restored: root, ...former, ...summary(manifest) });
  }
  writeLine(`Restored ${figures(manifest)} of ${minuteIn(new Date(manifest.created_at))} to ${root}.`);
  if (aside) writeLine(`What was there before lies in ${aside}.`);
  if (saved) writeLine(`What was in PostgreSQL before lies in ${saved}.`);
  if (options.quiet) return;
  if (manifest.scope === "database") {
    note(
      "It is the database alone, as it was saved before a migration or a restore; documents' files stay as they are.",
    );
  }
  if (!manifest.index) note("The search indexes are made anew at the next start.");
  tellGaps(manifest);
}

interface OpenArchive extends Disposable {
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>;
  label: string;
}

/** The archive's bytes, with progress as they are read. */
async function openArchive(path: string, options: Shared, signal: AbortSignal): Promise<OpenArchive> {
  const progress = startProgress(!options.quiet && !options.json);
  const label = path === "-" ? "standard input" : displayPath(path);
  const source = path === "-" ? { bytes: Deno.stdin.readable, size: Infinity } : await openFile(path);
  let done = 0;
  const counted = source.bytes.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        done += chunk.length;
        if (source.size < Infinity) progress.update(done / source.size, `checking ${label}`);
        controller.enqueue(chunk);
      },
    }),
    { signal },
  );
  return { bytes: counted, label, [Symbol.dispose]: () => progress[Symbol.dispose]() };
}

async function openFile(
  path: string,
): Promise<{ bytes: ReadableStream<Uint8Array<ArrayBuffer>>; size: number }> {
  try {
    const file = await Deno.open(path);
    const { size, isDirectory } = await file.stat();
    if (!isDirectory) return { bytes: file.readable, size };
    file.close();
  } catch (error) {
    const missing = error instanceof Deno.errors.NotFound;
    throw new MorganError(missing ? "not_found" : "invalid_input", `Cannot read ${displayPath(path)}.`, {
      cause: error,
      hint: missing ? "Check the path." : "Check its permissions.",
    });
  }
  throw new MorganError("invalid_input", `${displayPath(path)} is a folder.`, {
    hint: "Give the file that `morgan backup` wrote.",
  });
}

function tell(what: string, path: string, size: number, manifest: Manifest, options: Shared): void {
  if (options.json) return writeJson({ file: path, size, ...summary(manifest) });
  writeLine(`${what} ${displayPath(path)} (${(size / 1e6).toFixed(1)} MB): ${figures(manifest)}.`);
  if (options.quiet) return;
  tellGaps(manifest);
  note(`It leaves out ${listed(leftOut(manifest))}.`);
  if (!manifest.members.some(({ name }) => name === "keys/data.key")) {
    note(
      "What was learned can be read with its key alone: keep a copy of the file that `morgan keys status` names.",
    );
  }
}

function listed(things: readonly string[]): string {
  return `${things.slice(0, -1).join(", ")} and ${things.at(-1)}`;
}

/** What `morgan status` and `morgan sessions list` show too. */
function figures({ tables }: Manifest): string {
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;
  return `${count(tables.documents ?? 0, "document")}, ${count(tables.conversations ?? 0, "conversation")}, ${
    count(tables.messages ?? 0, "message")
  }`;
}

function tellGaps({ missing, damaged }: Manifest): void {
  if (missing.length + damaged.length === 0) return;
  note(
    `${missing.length} documents' originals were missing and ${damaged.length} damaged when it was made. ` +
      "`morgan doctor` tells which.",
  );
}

function summary(manifest: Manifest) {
  return { ...manifest, members: manifest.members.length, left_out: leftOut(manifest) };
}
