import { MorganError } from "../../lib/errors.ts";
import type { Document } from "../../services/rag/contract.ts";
import { allDocuments } from "../documents.ts";
import { sendFiles, type Upload } from "../upload.ts";
import type { FoundFile } from "../walk.ts";
import type { WatchClient, WatchEvent } from "./mod.ts";
import type { Root } from "./root.ts";
import { isGone, isWithin, outermost, scan } from "./scan.ts";

/** One look. */
export interface Look {
  client: WatchClient;
  roots: readonly Root[];
  skipped: ReadonlySet<string>;
  /** The mark of each file that Morgan has, by path; kept up to date. */
  known: Map<string, string>;
  /** Where to look: files, folders, or what is there no more. */
  targets: readonly string[];
  force: boolean;
  /** The first look, whose events are told as those of an ordinary ingest. */
  first: boolean;
  tell: (event: WatchEvent) => void;
  signal: AbortSignal;
}

/** Reasons of failures that lie not with the file. */
const PASSING: ReadonlySet<string> = new Set([
  "cancelled",
  "internal",
  "storage",
  "storage_full",
  "timeout",
  "unavailable",
  "withdrawn",
]);

/** Sends what changed at the targets and deletes what is gone. New paths come first: a renamed file is not read again. */
export async function reconcile(look: Look): Promise<void> {
  const { roots, skipped, known } = look;
  const within = look.targets.filter((path) => roots.some((root) => isWithin(path, root.path)));
  // A file that was named is looked at though a walk of the folder around it would pass it over.
  const named = within.filter((path) => roots.some((root) => root.path === path));
  const targets = [...new Set([...outermost(within), ...named])];
  if (targets.length === 0) return;
  const { files, unreadable } = await scan(targets, roots, skipped);
  // A file that was touched is sent though it looks the same: Morgan compares its bytes.
  const touched = new Set(look.targets);
  const changed = [...files.values()].filter(({ path, mark }) =>
    touched.has(path) || known.get(path) !== mark
  );
  if (look.first) look.tell({ event: "found", files: changed.length });
  await send(look, changed);
  for (const target of targets) if (!files.has(target)) await deleteGone(look, target, files, unreadable);
}

async function send(look: Look, changed: readonly FoundFile[]): Promise<void> {
  const { client, known, first, force, tell, signal } = look;
  const marks = new Map(changed.map(({ path, mark }) => [path, mark]));
  const uploads = changed.map(({ path, size }): Upload => ({
    path,
    size,
    open: () => Promise.reject(new MorganError("internal", `${path} was not opened.`)),
  }));
  const prepare = (uploads: readonly Upload[]) => openAll(uploads, (path) => fail(path));
  function fail(path: string): void {
    known.set(path, marks.get(path) ?? "");
    const message = "It cannot be read: check its permissions.";
    tell({ event: "change", change: "failed", path, chunks: 0, reason: "unreadable", message });
  }
  await sendFiles(client, uploads, { force, signal, prepare }, (event) => {
    if (first) tell(event);
    if (event.event !== "document") return;
    const { path, status, chunks, reason, message } = event;
    const before = known.has(path);
    // What failed for want of space or of a service is sent again at the next look at everything.
    if (status === "failed" && PASSING.has(reason ?? "")) known.delete(path);
    else known.set(path, marks.get(path) ?? "");
    if (first || status === "unchanged") return;
    const change = status === "failed" ? status : before ? "changed" : "added";
    tell({
      event: "change",
      change,
      path,
      chunks,
      ...(reason ? { reason } : {}),
      ...(message ? { message } : {}),
    });
  });
}

/** Opened before they are announced: a file that is gone by now can still be left out. */
async function openAll(uploads: readonly Upload[], onUnreadable: (path: string) => void): Promise<Upload[]> {
  const ready: Upload[] = [];
  for (const { path, size } of uploads) {
    try {
      const file = await Deno.open(path);
      ready.push({ path, size, open: () => file.readable });
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) onUnreadable(path);
    }
  }
  return ready;
}

async function deleteGone(
  { client, known, tell, signal }: Look,
  target: string,
  files: ReadonlyMap<string, FoundFile>,
  unreadable: readonly string[],
): Promise<void> {
  const below = await allDocuments(client, { path_prefix: target }, signal);
  const gone = new Map<string, Document[]>();
  for (const document of below) {
    const { path } = document;
    if (!isWithin(path, target) || files.has(path)) continue;
    if (unreadable.some((folder) => isWithin(path, folder)) || !await isGone(path)) continue;
    gone.set(path, [...gone.get(path) ?? [], document]);
  }
  for (const [path, documents] of gone) {
    for (const { id } of documents) await client.deleteDocument(id, signal).catch(ignoreMissing);
    tell({ event: "change", change: "deleted", path });
  }
  for (const path of known.keys()) {
    if (isWithin(path, target) && !files.has(path) && await isGone(path)) known.delete(path);
  }
}

/** Somebody else deleted it, or a newer version took its place. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof MorganError) || error.code !== "not_found") throw error;
}
