import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { MorganError } from "../../errors.ts";
import { withLock, writePrivate } from "../../home/mod.ts";
import { readModelFolder } from "../embedding/model_folder.ts";
import { PULL_FILE, type PullNote, readPullNote } from "../folders.ts";
import { fileUrl, type HubAccess, readRepository, refused } from "./api.ts";
import { chooseFiles } from "./choose.ts";
import { downloadFile, type DownloadOptions } from "./download.ts";

/** What to pull. */
export interface PullRequest {
  /** `owner/name`. */
  repo: string;
  /** A branch, tag or commit. @default main */
  revision?: string | undefined;
  /** `quantized`, `fp32` or an ONNX file of the repository. @default quantized, or fp32 where there is no other */
  variant?: string | undefined;
}

/** How a pull runs. */
export interface PullOptions extends Pick<DownloadOptions, "signal" | "stallMs" | "patience"> {
  onProgress?: ((progress: PullProgress) => void) | undefined;
  /** Called where another process pulls the same model, which is waited for. */
  onWait?: (() => void) | undefined;
}

/** How far a pull is, in bytes of all files. */
export interface PullProgress {
  file: string;
  done: number;
  total: number;
}

/** What a pull came to. */
export interface Pulled {
  note: PullNote;
  path: string;
  files: number;
  bytes: number;
  /** Bytes that an earlier, interrupted pull had left. */
  resumed: number;
  /** The model of this commit and variant was there already. */
  unchanged: boolean;
}

/** Room that the disk must keep beside the model. */
const SPARE_BYTES = 16 * 2 ** 20;

/** A repository's name and revision as they are written: `ORG/NAME` or `ORG/NAME@REVISION`. Throws `invalid_input`. */
export function parseModelName(text: string): { repo: string; revision?: string } {
  const [, repo, revision] = /^([\w][\w.-]*\/[\w][\w.-]*)(?:@([^\s@]+))?$/.exec(text) ?? [];
  if (repo === undefined || repo.includes("..")) {
    throw new MorganError("invalid_input", `${text} is no model's name of the form ORG/NAME.`, {
      hint:
        "Name it as the hub does, such as sentence-transformers/all-MiniLM-L6-v2, with @REVISION if you like.",
    });
  }
  return { repo, ...(revision === undefined ? {} : { revision }) };
}

/**
 * Fetches an embedding model of the hub to `models/owner/name`, through a hidden folder that is renamed when everything is
 * there and checked; an interrupted pull leaves it, and the next one goes on. A second pull of the same model waits.
 */
export async function pullModel(
  access: HubAccess,
  models: string,
  { repo, revision = "main", variant }: PullRequest,
  options: PullOptions = {},
): Promise<Pulled> {
  const { signal } = options;
  const path = join(models, repo);
  const staging = join(models, ".pull");
  await Deno.mkdir(staging, { recursive: true, mode: 0o700 });
  const own = repo.replace("/", "--");
  return await withLock(join(staging, `${own}.lock`), async () => {
    signal?.throwIfAborted();
    const repository = await readRepository(access, repo, revision, signal);
    const choice = chooseFiles(repository, variant);
    const { commit } = repository;
    const bytes = choice.files.reduce((sum, file) => sum + file.size, 0);
    const shape = { path, files: choice.files.length, bytes };
    const present = await readPullNote(path);
    if (present?.commit === commit && present.variant === choice.variant) {
      return { ...shape, note: present, resumed: 0, unchanged: true };
    }
    const name = `${own}@${commit}`;
    await sweep(staging, own, name);
    const folder = join(staging, name);
    await requireRoom(staging, bytes - await sizeOf(folder));
    let [before, resumed] = [0, 0];
    for (const file of choice.files) {
      const target = join(folder, file.to);
      if (await has(target, file.size)) resumed += file.size;
      else {
        const done = await downloadFile(access, fileUrl(access, repository, file.path), file, target, {
          ...options,
          onProgress: (now) =>
            options.onProgress?.({ file: file.path, done: before + Math.min(now, file.size), total: bytes }),
          refused: (response) => refused(access, repo, revision, response),
        });
        resumed += done.resumed;
      }
      before += file.size;
    }
    // What another variant of the same commit left is not this one's.
    await keepOnly(folder, new Set(choice.files.map(({ to }) => join(folder, to))));
    await readModelFolder(folder);
    const note: PullNote = {
      repo,
      endpoint: access.endpoint,
      revision,
      commit,
      variant: choice.variant,
      pulled_at: new Date().toISOString(),
    };
    await writePrivate(join(folder, PULL_FILE), `${JSON.stringify(note, null, 2)}\n`);
    await replace(folder, path, join(staging, `${own}.old`));
    return { ...shape, note, resumed, unchanged: false };
  }, options.onWait);
}

/** Puts a folder in the place of another. One that a process has open stays whole for it. */
async function replace(from: string, to: string, aside: string): Promise<void> {
  await Deno.mkdir(join(to, ".."), { recursive: true, mode: 0o700 });
  await Deno.remove(aside, { recursive: true }).catch(ignoreMissing);
  await Deno.rename(to, aside).catch(ignoreMissing);
  await Deno.rename(from, to);
  await Deno.remove(aside, { recursive: true }).catch(ignoreMissing);
}

/** Removes what pulls of other commits of the same model left. */
async function sweep(staging: string, own: string, kept: string): Promise<void> {
  for await (const { name } of Deno.readDir(staging)) {
    if (name.startsWith(`${own}@`) && name !== kept) {
      await Deno.remove(join(staging, name), { recursive: true });
    }
  }
}

async function keepOnly(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) await keepOnly(path, kept);
    else if (!kept.has(path)) await Deno.remove(path);
  }
}

async function requireRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes + SPARE_BYTES) return;
  const megabytes = (value: number) => `${Math.ceil(Math.max(0, value) / 1e6)} MB`;
  throw new MorganError(
    "storage_full",
    `The model needs ${megabytes(bytes)}; ${folder} has ${megabytes(free)} free.`,
    {
      hint: "Free some space, or move MORGAN_HOME to a larger disk; what was downloaded is kept.",
    },
  );
}

/** Bytes below a folder, 0 where there is none. */
async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  try {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      const path = join(folder, name);
      bytes += isDirectory ? await sizeOf(path) : (await Deno.stat(path)).size;
    }
  } catch (error) {
    ignoreMissing(error);
  }
  return bytes;
}

/** Only what was checked has its own name. */
async function has(path: string, size: number): Promise<boolean> {
  return await Deno.stat(path).then((info) => info.isFile && info.size === size, () => false);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
