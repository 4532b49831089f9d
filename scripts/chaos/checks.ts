import type { Collection } from "./collection.ts";

/** What was wrong after a restart; all zero when Morgan kept its word. */
export interface Findings {
  /** Documents that were reported as completed and are not. */
  lost: string[];
  /** Documents of which a search finds some chunks but not all. */
  partly: string[];
  /** Documents of which two versions are found, or none though one was completed before. */
  versions: string[];
  /** Documents that failed. */
  failed: string[];
}

/** Asks the server's API with its token. */
export type Ask = (path: string, body?: unknown) => Promise<Record<string, unknown>>;

/** The API of the server that runs over a home. */
export async function askServer(home: string): Promise<Ask> {
  const { url } = JSON.parse(await Deno.readTextFile(`${home}/server.json`));
  const token = (await Deno.readTextFile(`${home}/token`)).trim();
  return async (path, body) => {
    const response = await fetch(`${url}${path}`, {
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return await response.json();
  };
}

interface Listed {
  id: string;
  path: string;
  status: string;
  chunks: number;
}

/**
 * Compares what was reported with what is listed and found. Ingestion may go on meanwhile: one search looks for both
 * versions of a document, so that it sees one moment.
 * @param reported the newest version of each path that an ingest reported as completed
 */
export async function check(
  ask: Ask,
  collection: Collection,
  reported: ReadonlyMap<string, number>,
): Promise<Findings> {
  const findings: Findings = { lost: [], partly: [], versions: [], failed: [] };
  for (const path of collection.paths) {
    const { results } = await ask("/api/search", {
      query: `${collection.word(path, collection.version - 1)} ${collection.word(path, collection.version)}`,
      leg: "lexical",
      top_k: 100,
    }) as { results: { document_id: string; text: string }[] };
    const ids = [...new Set(results.map(({ document_id }) => document_id))];
    const known = reported.get(path);
    if (ids.length > 1 || (ids.length === 0 && known !== undefined)) findings.versions.push(path);
    const found = results[0]?.text ?? "";
    if (known === collection.version && !found.includes(collection.word(path, known))) {
      findings.lost.push(path);
    }
    const [id] = ids;
    if (id === undefined) continue;
    const detail = await ask(`/api/documents/${id}`).catch(() => undefined) as
      | { content: unknown[] }
      | undefined;
    // Gone: a newer version was published since the search.
    if (detail && detail.content.length !== results.length) findings.partly.push(path);
  }
  const { documents } = await ask("/api/documents?limit=1000") as { documents: Listed[] };
  findings.failed = documents.filter(({ status }) => status === "failed").map(({ path }) => path);
  for (const [path, version] of reported) {
    if (version !== collection.version) continue;
    if (!documents.some((document) => document.path === path && document.status === "completed")) {
      findings.lost.push(path);
    }
  }
  return findings;
}
