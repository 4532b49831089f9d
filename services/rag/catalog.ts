import { type Database, type DocumentRow, listDocuments } from "../../lib/db/mod.ts";
import { isUnder } from "../../lib/documents/paths.ts";
import type { SearchFilter } from "./contract.ts";

/** What is known in memory of a document that may be found. */
export interface CatalogEntry {
  id: string;
  path: string;
  title: string | null;
  type: string;
  contentKey: string;
  chunks: number;
  /** When this version became searchable. */
  since: Date;
}

/**
 * The documents that searches may return. It follows the database: a document enters when its row is committed as
 * completed, and replaces the version before it in the same instant.
 */
export interface Catalog {
  /** Enters a document and removes those it replaces, at once. */
  publish(entry: CatalogEntry, replaced: readonly string[]): void;
  remove(ids: readonly string[]): void;
  get(id: string): CatalogEntry | undefined;
  /** The live documents with this content, in the order of their paths. */
  withContent(contentKey: string): readonly CatalogEntry[];
  /** Those of `withContent` that a filter lets through. */
  matching(contentKey: string, filter?: SearchFilter): readonly CatalogEntry[];
  contentKeys(): IterableIterator<string>;
  readonly size: number;
  /** Grows with each change: results that were computed before are stale. */
  readonly generation: number;
}

/** Reads the completed documents into a catalog. */
export async function loadCatalog(database: Database): Promise<Catalog> {
  const catalog = emptyCatalog();
  let cursor: string | undefined;
  do {
    const page = await listDocuments(database.db, { status: "completed", limit: 1000, cursor });
    for (const row of page.rows) catalog.publish(entryOf(row), []);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return catalog;
}

/** The entry of a completed document's row. */
export function entryOf(row: DocumentRow): CatalogEntry {
  return {
    id: row.id,
    path: row.path,
    title: row.title,
    type: row.file_type,
    contentKey: row.content_key,
    chunks: row.chunk_count,
    since: row.updated_at,
  };
}

function emptyCatalog(): Catalog {
  const byId = new Map<string, CatalogEntry>();
  const byContent = new Map<string, CatalogEntry[]>();
  let generation = 0;

  function drop(id: string): void {
    const entry = byId.get(id);
    if (!entry) return;
    byId.delete(id);
    const rest = byContent.get(entry.contentKey)?.filter((other) => other.id !== id) ?? [];
    if (rest.length > 0) byContent.set(entry.contentKey, rest);
    else byContent.delete(entry.contentKey);
  }
  return {
    publish(entry, replaced) {
      generation++;
      for (const id of [...replaced, entry.id]) drop(id);
      byId.set(entry.id, entry);
      const same = [...byContent.get(entry.contentKey) ?? [], entry];
      byContent.set(entry.contentKey, same.sort((a, b) => a.path < b.path ? -1 : 1));
    },
    remove(ids) {
      generation++;
      ids.forEach(drop);
    },
    get: (id) => byId.get(id),
    withContent: (key) => byContent.get(key) ?? [],
    matching(key, filter) {
      const entries = byContent.get(key) ?? [];
      return filter ? entries.filter((entry) => passes(entry, filter)) : entries;
    },
    contentKeys: () => byContent.keys(),
    get size() {
      return byId.size;
    },
    get generation() {
      return generation;
    },
  };
}

function passes(entry: CatalogEntry, { path_prefix, type, since, until }: SearchFilter): boolean {
  return (!path_prefix || isUnder(entry.path, path_prefix)) &&
    (!type || entry.type === type) &&
    (!since || entry.since >= new Date(since)) &&
    (!until || entry.since < new Date(until));
}
