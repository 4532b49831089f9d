import {
  type Database,
  type DocumentRow,
  type NewRow,
  type Publication,
  publish,
  repositories,
  type Sql,
} from "./mod.ts";
import type { Backend } from "./testing.ts";

/** Registers tests that each get a database of one backend. */
export function testerOver({ name, ignore, open }: Backend) {
  return (sentence: string, body: (database: Database) => Promise<void>) =>
    Deno.test({
      name: `${name}: ${sentence}`,
      ignore,
      async fn() {
        await using database = await open();
        await body(database);
      },
    });
}

/** A pending document under `path`. */
export function newDocument(path: string, changes: Partial<NewRow<DocumentRow>> = {}): NewRow<DocumentRow> {
  const filename = path.split("/").at(-1) ?? path;
  const file_type = filename.split(".").at(-1) ?? "txt";
  return {
    filename,
    file_type,
    file_size: 1,
    object_key: "0".repeat(64),
    content_key: `${"0".repeat(64)}:${file_type}`,
    ingestion_status: "pending",
    chunk_count: 0,
    path,
    ...changes,
  };
}

/** Chunks of these texts, numbered from 0. */
export function chunksOf(texts: string[]) {
  return texts.map((chunk_text, chunk_index) => ({
    chunk_text,
    chunk_index,
    token_count: 2,
    metadata: { heading: "H" },
  }));
}

/** A completed document with these chunks. */
export async function published(
  database: Database,
  path: string,
  texts: string[],
  changes: { title?: string } = {},
) {
  const db: Sql = database.db;
  const document = await repositories(db).documents.insert(newDocument(path));
  await publishWhole(database, document.id, { chunks: chunksOf(texts), changes });
  return document;
}

/** Publishes in a transaction of its own. */
export async function publishWhole(
  database: Database,
  id: string,
  publication: Publication,
): Promise<string[]> {
  return await database.transaction((tx) => publish(tx, id, publication));
}
