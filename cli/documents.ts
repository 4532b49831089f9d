import type { CoreClient } from "../services/core/client.ts";
import type { Document, DocumentsQuery } from "../services/rag/contract.ts";

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
