import { MorganError } from "../../lib/errors.ts";
import { minuteIn } from "../../lib/zone.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { Document } from "../../services/rag/contract.ts";
import { confirm } from "../terminal/confirm.ts";
import { allDocuments, findPlace } from "../documents.ts";
import { connect } from "../local_server.ts";
import { note, paint, writeJson, writeLine } from "../terminal/output.ts";
import { displayPath, documentPath, oneLine } from "../terminal/paths.ts";
import { table } from "../terminal/table.ts";

interface Shared {
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Flags of `morgan documents list`. */
export interface ListOptions extends Shared {
  under?: string | undefined;
  type?: "pdf" | "docx" | "html" | "markdown" | "text" | "code" | undefined;
  status?: "pending" | "processing" | "completed" | "failed" | undefined;
}

/** Prints the documents in the order of their paths. */
export async function listDocuments(options: ListOptions, signal: AbortSignal): Promise<void> {
  const { client } = await connect(signal, options);
  const under = options.under &&
    (await findPlace(client, options.under, signal) ?? documentPath(options.under));
  const documents = await allDocuments(client, {
    ...(under ? { path_prefix: under } : {}),
    ...(options.type ? { type: options.type } : {}),
    ...(options.status ? { status: options.status } : {}),
  }, signal);
  if (options.json) return writeJson({ documents });
  if (documents.length === 0) return note(noneListed(options, under));
  const rows = documents.map(({ path, type, size, chunks, status, reason, updated_at }) => [
    displayPath(path),
    type,
    fileSize(size),
    String(chunks),
    standing(status, reason),
    minuteIn(new Date(updated_at)),
  ]);
  writeLine(table(["path", "type", "size", "chunks", "status", "updated"], rows));
}

function noneListed({ type, status }: ListOptions, under: string | undefined): string {
  const asked = [
    type ? ` of type ${type}` : "",
    status ? ` with the status ${status}` : "",
    under ? ` under ${displayPath(under)}` : "",
  ].join("");
  if (asked) return `There is no document${asked}.`;
  return "There are no documents. Add some with `morgan ingest PATH`.";
}

/** A document's status with its reason: why it failed, or what it waits for beside its turn. */
function standing(status: Document["status"], reason: string | undefined): string {
  if (status === "failed") return paint("red", `failed: ${reason}`);
  return reason ? paint("yellow", `${status}: ${reason}`) : status;
}

/** Prints one document with its text. */
export async function showDocument(name: string, options: Shared, signal: AbortSignal): Promise<void> {
  const { client } = await connect(signal, options);
  const [found] = await matching(client, name, signal);
  if (!found) throw noSuch(name);
  const detail = await client.document(found.id, signal);
  if (options.json) return writeJson(detail);
  const { content, warnings = [], ...fields } = detail;
  for (const [field, value] of Object.entries(fields)) {
    const shown = field.endsWith("_at")
      ? minuteIn(new Date(String(value)))
      : typeof value === "string"
      ? oneLine(value)
      : value;
    writeLine(`${paint("bold", field.padEnd(11))} ${shown}`);
  }
  for (const warning of warnings) writeLine(`${paint("yellow", "warning".padEnd(11))} ${warning}`);
  for (const { index, page, heading, tokens, text } of content) {
    const place = [page === undefined ? "" : `page ${page}`, heading ?? ""].filter(Boolean).join(", ");
    writeLine(
      `\n${paint("dim", `── chunk ${index}, ${tokens} tokens${place ? `, ${place}` : ""}`)}\n${text}`,
    );
  }
}

/** Deletes documents by path, folder or id, after asking. */
export async function removeDocuments(
  names: string[],
  options: Shared & { yes?: true | undefined },
  signal: AbortSignal,
): Promise<void> {
  const { client } = await connect(signal, options);
  const found = new Map<string, Document>();
  for (const name of names) {
    const matches = await matching(client, name, signal);
    if (matches.length === 0) throw noSuch(name);
    for (const document of matches) found.set(document.id, document);
  }
  if (!options.yes) await ask([...found.values()]);
  const deleted: string[] = [];
  for (const id of found.keys()) deleted.push(...await client.deleteDocument(id, signal));
  if (options.json) return writeJson({ deleted });
  for (const { path } of found.values()) writeLine(`Deleted ${displayPath(path)}`);
}

/** Much is deleted only by somebody who types how much it is. */
const MUCH = 20;

async function ask(documents: readonly Document[]): Promise<void> {
  const first = documents.slice(0, 5).map((document) => displayPath(document.path)).join("\n  ");
  const rest = documents.length > 5 ? `\n  and ${documents.length - 5} more` : "";
  const expected = documents.length > MUCH ? `delete ${documents.length}` : undefined;
  await confirm(
    `  ${first}${rest}\nDelete ${
      documents.length === 1 ? "this document" : `these ${documents.length} documents`
    }?`,
    expected,
  );
}

/** The documents that an id, a path or a folder names. */
async function matching(client: CoreClient, name: string, signal: AbortSignal): Promise<Document[]> {
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(name)) return [await client.document(name, signal)];
  for (const path of new Set([documentPath(name), name])) {
    const below = await allDocuments(client, { path_prefix: path }, signal);
    const exact = below.filter((document) => document.path === path);
    if (exact.length > 0) return exact;
    if (below.length > 0) return below;
  }
  return [];
}

function noSuch(name: string): MorganError {
  return new MorganError("not_found", `No document is known as ${oneLine(name)}.`, {
    hint: "List them with `morgan documents list`; give a path, a folder or an id.",
  });
}

function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
