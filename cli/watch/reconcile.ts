import { MorganError } from "../../lib/errors.ts";
import type { Document } from "../../services/rag/contract.ts";
import { allDocuments } from "../documents.ts";
import { failedToRead, sendFiles } from "../upload.ts";
import { type Found, type FoundFile, isWithin, type WalkRules } from "../walk.ts";
import type { WatchClient, WatchEvent } from "./mod.ts";
import type { Root } from "./root.ts";
import { isGone, outermost, scan } from "./scan.ts";

/** One look. */
export interface Look {
  client: WatchClient;
  roots: readonly Root[];
  rules: WalkRules;
  /** The mark of each file that Morgan has, by path; kept up to date. */
  known: Map<string, string>;
  /** What could not be read and was told; kept up to date. */
  refused: Set<string>;
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
  "incomplete",
  "internal",
  "storage",
  "storage_full",
  "timeout",
  "unavailable",
  "withdrawn",
]);

/** Sends what changed at the targets and deletes what is gone. New paths come first: a renamed file is not read again. */
export async function reconcile(look: Look): Promise<void> {
  const { roots, rules, known } = look;
  const within = look.targets.filter((path) => roots.some((root) => isWithin(path, root.path)));
  // A file that was named is looked at though a walk of the folder around it would pass it over.
  const named = within.filter((path) => roots.some((root) => root.path === path));
  const targets = [...new Set([...outermost(within), ...named])];
  if (targets.length === 0) return;
  const found = await scan(targets, roots, rules);
  const { files } = found;
  const unreadable = [...found.unreadable.keys()];
  if (look.first) { for (const passed of found.passed) look.tell({ event: "passed_over", ...passed }); }
  // A file that was touched is sent though it looks the same: Morgan compares its bytes.
  const touched = new Set(look.targets);
  const changed = [...files.values()].filter(({ path, mark }) =>
    touched.has(path) || known.get(path) !== mark
  );
  if (look.first) look.tell({ event: "found", files: changed.length });
  tellUnreadable(look, targets, found);
  await send(look, changed);
  for (const target of targets) if (!files.has(target)) await deleteGone(look, target, files, unreadable);
}

async function send(look: Look, changed: readonly FoundFile[]): Promise<void> {
  const { client, known, first, force, tell, signal } = look;
  const marks = new Map(changed.map(({ path, mark }) => [path, mark]));
  await sendFiles(client, changed, { force, signal }, (event) => {
    if (event.event !== "document") return first ? tell(event) : undefined;
    const { path, status, chunks, reason, message } = event;
    // It went after the look: the next one deletes its document.
    if (reason === "gone") return;
    if (first) tell(event);
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

/** Tells once of what cannot be read, until it can be again. */
function tellUnreadable(
  { first, refused, tell }: Look,
  targets: readonly string[],
  { unreadable }: Found,
): void {
  for (const path of refused) {
    if (!unreadable.has(path) && targets.some((target) => isWithin(path, target))) refused.delete(path);
  }
  for (const [path, error] of unreadable) {
    if (refused.has(path)) continue;
    refused.add(path);
    const event = failedToRead(path, error);
    const { reason = "unreadable", message = "" } = event;
    tell(first ? event : { event: "change", change: "failed", path, chunks: 0, reason, message });
  }
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
