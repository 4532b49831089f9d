import { memoryCache } from "../../lib/cache/mod.ts";
import { configSchema } from "../../lib/config/schema.ts";
import { newId, repositories } from "../../lib/db/mod.ts";
import { openTestDatabase } from "../../lib/db/testing.ts";
import { openExtractor } from "../../lib/documents/mod.ts";
import { IN_PROCESS, inProcess } from "../../lib/http/mod.ts";
import { openJobs } from "../../lib/jobs/mod.ts";
import { DOCUMENTS_BUCKET, holdable, openDiskStore } from "../../lib/objects/mod.ts";
import { createMetrics } from "../../lib/telemetry/mod.ts";
import { createEmbeddingApp } from "../embedding/app.ts";
import { embeddingClient } from "../embedding/client.ts";
import { fromConfig as embeddingContext } from "../embedding/context.ts";
import { loadCatalog } from "./catalog.ts";
import { QUEUES, type RagContext } from "./context.ts";
import { ingestEvents } from "./events.ts";
import { openIndexes } from "./indexes/mod.ts";
import { openSaid } from "./said/said.ts";

/** What the rag service stands on, over a folder of its own, without vectors; nobody works on its queue. For tests. @param retryDelay as openJobs has it */
export async function testContext(
  { retryDelay = 0 } = {},
): Promise<{ context: RagContext; folder: string } & AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: "morgan-rag-" });
  stack.defer(() => Deno.remove(folder, { recursive: true }));
  const database = stack.use(await openTestDatabase());
  const jobs = stack.use(
    await openJobs(database, { queues: QUEUES, retryDelay }),
  );
  const said = `${folder}/said`;
  await Deno.mkdir(said);
  const context: RagContext = {
    token: "token-of-the-tests",
    metrics: createMetrics(),
    settings: configSchema.parse({}).ingest,
    database,
    objects: holdable(await openDiskStore(`${folder}/objects`)),
    cache: memoryCache(),
    jobs,
    extractor: stack.use(openExtractor({ timeoutMs: 60_000, memoryBytes: 2 ** 29, maxFileBytes: 2 ** 27 })),
    indexes: stack.use(
      await openIndexes({
        root: `${folder}/index`,
        embedding: NO_MODEL,
      }),
    ),
    catalog: await loadCatalog(database),
    said: stack.use(openSaid({ folder: said, embedding: NO_MODEL, database, jobs })),
    events: ingestEvents(),
    working: new Set(),
    recovering: new Set(),
  };
  const owned = stack.move();
  return { context, folder, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** An embedding service for which no model is configured. */
const NO_MODEL = embeddingClient(
  IN_PROCESS,
  inProcess(
    createEmbeddingApp(
      embeddingContext(configSchema.parse({ embedding: { provider: "none" } }), {
        ...{ token: "token-of-the-tests", metrics: createMetrics(), home: { models: "" } },
      }),
    ),
    "token-of-the-tests",
  ),
);

/** Stores bytes and a row of a document in a given state, without a job. Returns its id and its object's key. */
export async function addDocument(
  { database, objects }: RagContext,
  path: string,
  text: string,
  status: "pending" | "completed" = "completed",
): Promise<{ id: string; key: string }> {
  const { key, size } = await objects.putContent(DOCUMENTS_BUCKET, new TextEncoder().encode(text));
  const id = newId();
  await repositories(database.db).documents.insert({
    id,
    filename: path,
    path,
    file_type: "text",
    file_size: size,
    object_key: key,
    content_key: `${key}:text`,
    ingestion_status: status,
    chunk_count: 0,
  });
  return { id, key };
}
