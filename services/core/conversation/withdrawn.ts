import { sql } from "kysely";
import type { JsonObject, Sql } from "../../../lib/db/mod.ts";
import type { TextResponse } from "../contract.ts";

/** What stands in the history in place of an answer whose documents were deleted. */
export const REMOVED = "(This answer was drawn from a document that has been deleted.)";

/** The code of an answer that was taken back because of that. */
export const SOURCE_DELETED = "source_deleted";

/** The row of an answer of which nothing may be left, because of the documents with these ids. */
export function removedAnswer(documentIds: readonly string[]): { content: string; metadata: JsonObject } {
  return { content: REMOVED, metadata: { removed: true, removed_with: [...documentIds] } };
}

/** What an answer may quote. */
export interface DrawnOn {
  documents: readonly { document_id: string; path: string }[];
  /** Of documents of which no more is known. */
  paths: readonly string[];
  /** Ids of earlier answers. */
  messages: readonly string[];
}

/** What an answer names as what it stands on. */
export function drawnOnBy({ sources, nearest = [], recalled = [] }: TextResponse): DrawnOn {
  return {
    documents: [...sources, ...nearest],
    paths: [],
    messages: recalled.map(({ message_id }) => message_id),
  };
}

/**
 * Ids of the documents that were deleted, with what was quoted of them, while an answer drew on them; by the rule of `forgetQuotes`. What is
 * still there stays until `tx` ends: a deletion that comes later finds what `tx` stored.
 * @param since when the answer was begun: what was deleted of the same path before is another document
 */
export async function findWithdrawn(tx: Sql, drawnOn: DrawnOn, since: Date): Promise<string[]> {
  const { documents, messages } = drawnOn;
  const ids = [...new Set(documents.map(({ document_id }) => document_id))];
  const paths = [...new Set([...documents.map(({ path }) => path), ...drawnOn.paths])];
  const withdrawn = new Set<string>();
  if (paths.length > 0) {
    const rows = await tx.selectFrom("documents").select(["id", "path", "metadata"])
      .where((is) => is.or([...(ids.length > 0 ? [is("id", "in", ids)] : []), is("path", "in", paths)]))
      .orderBy("id").forShare().execute();
    for (const { id, metadata } of rows) {
      if (typeof metadata.withdrawn !== "string") continue;
      if (ids.includes(id) || metadata.withdrawn >= since.toISOString()) withdrawn.add(id);
    }
  }
  if (messages.length > 0) {
    const rows = await tx.selectFrom("messages").select(["id", "metadata"])
      .where("id", "in", messages).where(sql<boolean>`role = 'assistant'`).orderBy("id").forShare().execute();
    for (const { metadata } of rows) {
      if (metadata.removed !== true || !Array.isArray(metadata.removed_with)) continue;
      for (const id of metadata.removed_with) withdrawn.add(String(id));
    }
  }
  return [...withdrawn];
}

/** What is told in place of an answer whose documents were deleted while it was made. */
export function withdrawnResponse(response: TextResponse): TextResponse {
  const { session_id, message_id, user_message_id, degraded, emotion, support } = response;
  return {
    ...{ session_id, message_id, user_message_id },
    ...(emotion ? { emotion } : {}),
    ...(support ? { support } : {}),
    answer: REMOVED,
    answered: false,
    sources: [],
    degraded: [...degraded, SOURCE_DELETED],
    notice:
      "A document that this answer was drawn from was deleted meanwhile, so the answer is not kept. Ask again to be answered from the others.",
  };
}
