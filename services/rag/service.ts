import type { Config } from "../../lib/config/mod.ts";
import { type Database, holdSole } from "../../lib/db/mod.ts";
import { openLanes } from "../../lib/documents/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { masked } from "../../lib/mask.ts";
import { serviceLogger } from "../../lib/telemetry/mod.ts";
import { SERVICE_NAMES } from "../names.ts";
import type { Clients, Service, StoreDependencies } from "../service.ts";
import { createRagApp } from "./app.ts";
import { loadCatalog } from "./catalog.ts";
import type { RagContext } from "./context.ts";
import { ingestEvents } from "./events.ts";
import { startForgetting } from "./forget.ts";
import { openIndexes } from "./indexes/mod.ts";
import { startIngestion } from "./pipeline.ts";
import { recoverIndex } from "./recover.ts";
import { startReindexing } from "./reindex.ts";
import { openSaid } from "./said/said.ts";
import { startUpkeep } from "./upkeep.ts";

/** What the rag service stands on, opened as an earlier process left it. Disposing it closes what it opened itself. */
export async function fromConfig(
  { ingest }: Pick<Config, "ingest">,
  dependencies: StoreDependencies,
  { embedding }: Pick<Clients, "embedding">,
): Promise<RagContext & AsyncDisposable> {
  const { token, metrics, check, home, database, objects, cache, jobs } = dependencies;
  await using stack = new AsyncDisposableStack();
  const extractor = stack.use(openLanes({
    timeoutMs: ingest.timeout_seconds * 1000,
    memoryBytes: ingest.memory_mb * 1024 ** 2,
    maxFileBytes: ingest.max_file_mb * 1024 ** 2,
    folder: home.root,
    ...(dependencies.extractor ? { spawn: dependencies.extractor } : {}),
  }));
  const [indexes, catalog] = await Promise.all([
    openIndexes({ root: home.index, embedding }).then((opened) => stack.use(opened)),
    loadCatalog(database),
  ]);
  const said = stack.use(openSaid({ folder: home.memory, embedding, database, jobs }));
  const owned = stack.move();
  return {
    token,
    metrics,
    check,
    settings: ingest,
    database,
    objects,
    cache,
    jobs,
    extractor,
    indexes,
    catalog,
    said,
    events: ingestEvents(),
    working: new Set(),
    recovering: new Set(),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Starts the rag service, and goes on with what an earlier process left undone. */
export async function startRag(
  config: Config,
  dependencies: StoreDependencies,
  clients: Pick<Clients, "embedding">,
): Promise<Service> {
  await using stack = new AsyncDisposableStack();
  stack.use(await holdIndex(config, dependencies.database));
  const context = stack.use(await fromConfig(config, dependencies, clients));
  const reindexing = await startReindexing(context);
  startForgetting(context);
  startIngestion(context);
  stack.use(startUpkeep(context));
  const requeued = await recoverIndex(context);
  if (requeued > 0) serviceLogger("rag").info("documents are indexed again", { documents: requeued });
  const owned = stack.move();
  return {
    app: createRagApp(context, reindexing),
    async settled() {
      await context.said.opened();
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Sees to it that one process over a database has rag: the index lies with it, and what another took in would not be found here. */
async function holdIndex({ database: { url } }: Config, database: Database): Promise<Disposable> {
  const held = await holdSole(database, "morgan rag", {
    onTaken: () =>
      serviceLogger("rag").error(
        "another process has taken rag over this database meanwhile; end one of them",
      ),
  });
  if (held) return held;
  throw new MorganError(
    "conflict",
    `Another process has Morgan's documents and their index over ${url ? masked(url) : "this database"}.`,
    {
      hint:
        `End it; or run the others here, and reach its documents by services.rag.url: morgan serve --services ${
          SERVICE_NAMES.filter((name) => name !== "rag").join(",")
        }`,
    },
  );
}
