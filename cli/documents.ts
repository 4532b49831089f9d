import type { CoreClient } from "../services/core/client.ts";
import { note } from "./terminal/output.ts";
import { displayPath, documentPath } from "./terminal/paths.ts";
import type { Document, DocumentsQuery } from "../services/rag/contract.ts";

/**
 * What `--under` and its kin name: the file or folder at that path, seen from the current folder; where there are no documents, the path as it
 * was typed, which is how programs may have named what they sent; undefined where there are none under either.
 */
export async function findPlace(
  client: Pick<CoreClient, "documents">,
  typed: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  for (const path_prefix of [documentPath(typed), typed]) {
    if ((await client.documents({ path_prefix, limit: 1 }, signal)).documents.length > 0) return path_prefix;
  }
  return undefined;
}

/** What `findPlace` finds; where that is nothing, says so and returns the whole path. */
export async function placeNamed(
  client: Pick<CoreClient, "documents">,
  typed: string,
  signal: AbortSignal,
): Promise<string> {
  const found = await findPlace(client, typed, signal);
  if (found !== undefined) return found;
  note(`There is no document under ${displayPath(documentPath(typed))}.`);
  return documentPath(typed);
}

/** All documents that a query names, page by page, in the order of their paths. */
export async function allDocuments(
  client: Pick<CoreClient, "documents">,
  query: DocumentsQuery,
  signal: AbortSignal,
): Promise<Document[]> {
  const documents: Document[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.documents({ ...query, limit: 1000, ...(cursor ? { cursor } : {}) }, signal);
    documents.push(...page.documents);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return documents;
}
