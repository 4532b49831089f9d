import { saveBeforeMigration } from "../lib/backup/mod.ts";
import { memoryCache } from "../lib/cache/mod.ts";
import type { Config } from "../lib/config/mod.ts";
import { brokenKeyring, openKeyring } from "../lib/crypto/mod.ts";
import { openDatabase, usedKeyIds } from "../lib/db/mod.ts";
import { openExtractor, type SpawnCommand } from "../lib/documents/mod.ts";
import { MorganError } from "../lib/errors.ts";
import type { Home } from "../lib/home/mod.ts";
import { IN_PROCESS, inProcess, listen, type Listener, overHttp, type Transport } from "../lib/http/mod.ts";
import { openJobs } from "../lib/jobs/mod.ts";
import { openLater } from "../lib/later.ts";
import { openLanguageModel } from "../lib/models/llm.ts";
import { holdable, openDiskStore } from "../lib/objects/mod.ts";
import { createMetrics, errorFields, serviceLogger } from "../lib/telemetry/mod.ts";
import { AFTER_QUEUE, afterIdle, REFINE_QUEUE, startAfter } from "./core/answer/after.ts";
import { createCoreApp } from "./core/app.ts";
import { coreClient } from "./core/client.ts";
import type { CoreContext } from "./core/context.ts";
import { startForgettingQuotes } from "./core/conversation/forget.ts";
import { recoverMirrors } from "./core/conversation/mirror.ts";
import { openMessageIndex } from "./core/memory/index.ts";
import { recoverMemory } from "./core/memory/recall.ts";
import { createEmbeddingApp } from "./embedding/app.ts";
import { embeddingClient, textEmbedding } from "./embedding/client.ts";
import { fromConfig as embeddingContext } from "./embedding/context.ts";
import { createEmotionApp } from "./emotion/app.ts";
import { emotionClient } from "./emotion/client.ts";
import { openEmotion } from "./emotion/service_context.ts";
import { createEmpathyApp } from "./empathy/app.ts";
import { empathyClient } from "./empathy/client.ts";
import { openEmpathyContext } from "./empathy/context.ts";
import { createLearningApp } from "./learning/app.ts";
import { learningClient } from "./learning/client.ts";
import { LEARN_QUEUE, type LearningContext } from "./learning/context.ts";
import { startLearning } from "./learning/engine.ts";
import { createLlmApp } from "./llm/app.ts";
import { llmClient } from "./llm/client.ts";
import { createRagApp } from "./rag/app.ts";
import { loadCatalog } from "./rag/catalog.ts";
import { ragClient } from "./rag/client.ts";
import { FORGET_QUEUE, INGEST_QUEUE, type RagContext, REINDEX_QUEUE } from "./rag/context.ts";
import { QUOTES_QUEUE } from "./rag/contract.ts";
import { ingestEvents } from "./rag/events.ts";
import { startForgetting } from "./rag/forget.ts";
import { openIndexes } from "./rag/indexes/mod.ts";
import { startIngestion } from "./rag/pipeline.ts";
import { recoverIndex } from "./rag/recover.ts";
import { startReindexing } from "./rag/reindex.ts";
import { startUpkeep } from "./rag/upkeep.ts";

/** How the services of one Morgan are put together. */
export interface MorganOptions {
  config: Config;
  home: Home;
  /** The bearer token of every service. */
  token: string;
  /** `process`: clients call the services directly; `ports`: each service listens on a loopback port of its own. @default "process" */
  spread?: "process" | "ports";
  /** How to start the process that reads documents. @default this Deno */
  extractor?: (heapMiB: number) => SpawnCommand;
  /** Told when the database has ended by itself; Morgan had better end then too. */
  onLost?: (error: Error) => void;
  signal?: AbortSignal;
}

/** A whole Morgan on this machine, ready to answer. The caller holds the lock of `home`. */
export interface Morgan extends AsyncDisposable {
  /** The handler of the core service. */
  fetch(request: Request): Response | Promise<Response>;
  /** A client of the core service. */
  client: ReturnType<typeof coreClient>;
  /** Resolves when all that no answer waited for is done: feelings kept, turns learned from, conversations folded. */
  settled(): Promise<void>;
}

type App = { request(input: Request): Response | Promise<Response> };

/** Opens stores and models, starts the services over them, and goes on with what an earlier process left undone. */
export async function startMorgan(options: MorganOptions): Promise<Morgan> {
  const { config, home, token, spread = "process", signal } = options;
  await using stack = new AsyncDisposableStack();
  const metrics = createMetrics();
  const service = { token, metrics };
  const log = serviceLogger("core");

  /** The base address and transport by which other services reach an app. */
  function reach(app: App): [string, Transport] {
    if (spread === "process") return [IN_PROCESS, inProcess(app, token)];
    const listener: Listener = stack.use(
      listen((request) => app.request(request), { host: "127.0.0.1", port: 0 }),
    );
    return [listener.url, overHttp(token)];
  }

  const models = stack.use(embeddingContext(config, { ...service, home, signal }));
  const embedding = embeddingClient(...reach(createEmbeddingApp(models)));
  const [database, indexes, model] = await Promise.all([
    openDatabase({
      dataDir: home.data,
      onLost(error) {
        log.error("the database has ended", errorFields(error));
        options.onLost?.(error);
      },
      async beforeMigrate(database, pending) {
        log.info("the database is saved before it is migrated", {
          pending,
          file: await saveBeforeMigration(database, home),
        });
      },
      ...(signal ? { signal } : {}),
    }).then((opened) => stack.use(opened)),
    openIndexes({ root: home.index, embedding }).then((opened) => stack.use(opened)),
    openLanguageModel(config.llm, signal),
  ]);
  const [objects, catalog] = await Promise.all([
    openDiskStore(home.objects).then(holdable),
    loadCatalog(database),
  ]);
  const cache = memoryCache();
  const extractor = stack.use(openExtractor({
    timeoutMs: config.ingest.timeout_seconds * 1000,
    memoryBytes: config.ingest.memory_mb * 1024 ** 2,
    maxFileBytes: config.ingest.max_file_mb * 1024 ** 2,
    ...(options.extractor ? { spawn: options.extractor } : {}),
  }));

  const said = await embedding.open().catch((error) => {
    log.warning("what was said is searched by words alone", errorFields(error));
    return null;
  });
  const memory = stack.use(await openMessageIndex(home.memory, said && textEmbedding(embedding, said)));
  const llm = llmClient(...reach(createLlmApp({ ...service, settings: config.llm, model })));
  const keyring = await openKeyring(home, {
    keyFile: config.security.key_file,
    used: await usedKeyIds(database.db),
  }).catch((error) => {
    if (!(error instanceof MorganError)) throw error;
    // Documents and conversations need no key.
    log.error("what was learned cannot be read", errorFields(error));
    return brokenKeyring(error);
  });
  const emotion = emotionClient(
    ...reach(createEmotionApp(
      openEmotion({
        ...service,
        cache,
        database,
        keyring,
        embedding,
      }),
    )),
  );
  const empathy = empathyClient(
    ...reach(createEmpathyApp(
      stack.use(openEmpathyContext(service, config.support, embedding)),
    )),
  );
  const jobs = stack.use(
    await openJobs(database, {
      queues: [
        INGEST_QUEUE,
        REINDEX_QUEUE,
        FORGET_QUEUE,
        QUOTES_QUEUE,
        LEARN_QUEUE,
        AFTER_QUEUE,
        REFINE_QUEUE,
      ],
    }),
  );
  const ragContext: RagContext = {
    ...service,
    settings: config.ingest,
    database,
    objects,
    cache,
    jobs,
    extractor,
    indexes,
    catalog,
    events: ingestEvents(),
    working: new Set(),
    recovering: new Set(),
  };
  const reindexing = await startReindexing(ragContext);
  const rag = ragClient(...reach(createRagApp(ragContext, reindexing)));
  const learningContext: LearningContext = { ...service, database, keyring, jobs };
  const learning = stack.use(startLearning(learningContext));
  const later = stack.use(
    openLater((what, error) => log.error("work in the background failed", { what, ...errorFields(error) })),
  );
  const coreContext: CoreContext = {
    ...service,
    maxJsonBytes: config.server.max_json_mb * 1024 ** 2,
    settings: config.query,
    personal: { emotion: config.emotion, learning: config.learning },
    home,
    database,
    objects,
    cache,
    rag,
    llm,
    emotion,
    empathy,
    embedding,
    learning: learningClient(...reach(createLearningApp(learningContext, learning))),
    memory,
    conversations: home.conversations,
    later,
    jobs,
  };
  const core = createCoreApp(coreContext);
  // What is forgotten would else be indexed once more.
  later.do(
    "index what was said",
    () => recoverMemory(coreContext).finally(() => startForgettingQuotes(coreContext, jobs)),
  );
  later.do("copy conversations", () => recoverMirrors(database.db, home.conversations));
  startAfter(coreContext);
  startForgetting(ragContext);
  startIngestion(ragContext);
  stack.use(startUpkeep(ragContext, { erase: () => memory.compact() }));
  const requeued = await recoverIndex(ragContext);
  if (requeued > 0) log.info("documents are indexed again", { documents: requeued });

  const client = coreClient(...reach(core));
  const owned = stack.move();
  return {
    fetch: (request) => core.fetch(request),
    client,
    async settled() {
      await later.idle();
      await afterIdle(jobs);
      await learning.idle();
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
