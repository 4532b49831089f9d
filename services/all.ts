import { join } from "node:path";
import { availableParallelism } from "node:os";
import { memoryCache } from "../lib/cache/mod.ts";
import type { Config } from "../lib/config/mod.ts";
import { openDatabase } from "../lib/db/mod.ts";
import { openExtractor, type SpawnCommand } from "../lib/documents/mod.ts";
import type { Home } from "../lib/home/mod.ts";
import { IN_PROCESS, inProcess, listen, type Listener, overHttp, type Transport } from "../lib/http/mod.ts";
import { openJobs } from "../lib/jobs/mod.ts";
import { openLexicalIndex } from "../lib/lexical/mod.ts";
import { type Embedder, openEmbedder } from "../lib/models/embedding.ts";
import { estimateTokens, openLanguageModel } from "../lib/models/llm.ts";
import { openLater } from "../lib/later.ts";
import { openDiskStore } from "../lib/objects/mod.ts";
import { createMetrics, errorFields, serviceLogger } from "../lib/telemetry/mod.ts";
import { openLocalVectorIndex } from "../lib/vectors/mod.ts";
import { createCoreApp } from "./core/app.ts";
import { coreClient } from "./core/client.ts";
import type { CoreContext } from "./core/context.ts";
import { openMessageIndex } from "./core/memory/index.ts";
import { recoverMemory } from "./core/memory/recall.ts";
import { createEmbeddingApp } from "./embedding/app.ts";
import { embeddingClient } from "./embedding/client.ts";
import { embedderSpec } from "./embedding/spec.ts";
import { createEmotionApp } from "./emotion/app.ts";
import { emotionClient } from "./emotion/client.ts";
import { openEmotion } from "./emotion/service_context.ts";
import { createLlmApp } from "./llm/app.ts";
import { llmClient } from "./llm/client.ts";
import { createRagApp } from "./rag/app.ts";
import { loadCatalog } from "./rag/catalog.ts";
import { ragClient } from "./rag/client.ts";
import { type ChunkTokens, INGEST_QUEUE, type RagContext } from "./rag/context.ts";
import { ingestEvents } from "./rag/events.ts";
import { startIngestion } from "./rag/pipeline.ts";
import { recoverIndex } from "./rag/recover.ts";

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
  signal?: AbortSignal;
}

/** A whole Morgan on this machine, ready to answer. The caller holds the lock of `home`. */
export interface Morgan extends AsyncDisposable {
  /** The handler of the core service. */
  fetch(request: Request): Response | Promise<Response>;
  /** A client of the core service. */
  client: ReturnType<typeof coreClient>;
}

type App = { request(input: Request): Response | Promise<Response> };

/** Opens stores and models, starts the services over them, and goes on with what an earlier process left undone. */
export async function startMorgan(options: MorganOptions): Promise<Morgan> {
  const { config, home, token, spread = "process", signal } = options;
  await using stack = new AsyncDisposableStack();
  const metrics = createMetrics();
  const service = { token, metrics };
  const log = serviceLogger("core");

  const [database, embedder, model] = await Promise.all([
    openDatabase({ dataDir: home.data, ...(signal ? { signal } : {}) }).then((opened) => stack.use(opened)),
    openConfiguredEmbedder(config, home, signal).then((opened) => opened && stack.use(opened)),
    openLanguageModel(config.llm, signal),
  ]);
  const [objects, lexical, index, catalog] = await Promise.all([
    openDiskStore(home.objects),
    openLexicalIndex(join(home.index, "lexical.log")).then((opened) => stack.use(opened)),
    embedder &&
    openLocalVectorIndex(join(home.index, "vectors.log"), embedder).then((opened) => stack.use(opened)),
    loadCatalog(database),
  ]);
  const cache = memoryCache();
  const extractor = stack.use(openExtractor({
    timeoutMs: config.ingest.timeout_seconds * 1000,
    memoryBytes: config.ingest.memory_mb * 1024 ** 2,
    maxFileBytes: config.ingest.max_file_mb * 1024 ** 2,
    ...(options.extractor ? { spawn: options.extractor } : {}),
  }));

  /** The base address and transport by which other services reach an app. */
  function reach(app: App): [string, Transport] {
    if (spread === "process") return [IN_PROCESS, inProcess(app, token)];
    const listener: Listener = stack.use(
      listen((request) => app.request(request), { host: "127.0.0.1", port: 0 }),
    );
    return [listener.url, overHttp(token)];
  }

  const embedding = embedder && embeddingClient(...reach(createEmbeddingApp({ ...service, embedder })));
  const llm = llmClient(...reach(createLlmApp({ ...service, settings: config.llm, model })));
  const emotion = emotionClient(
    ...reach(createEmotionApp(
      openEmotion({
        ...service,
        cache,
        database,
        embedding: embedding && embedder ? { client: embedding, model: embedder } : undefined,
      }),
    )),
  );
  const jobs = stack.use(await openJobs(database, { queues: [INGEST_QUEUE] }));
  const ragContext: RagContext = {
    ...service,
    settings: config.ingest,
    database,
    objects,
    cache,
    jobs,
    extractor,
    lexical,
    dense: embedding && index ? { embedding, index } : null,
    tokens: chunkTokens(embedder),
    catalog,
    events: ingestEvents(),
  };
  const rag = ragClient(...reach(createRagApp(ragContext)));
  const memory = stack.use(
    await openMessageIndex(home.memory, embedding && embedder ? { embedding, model: embedder } : null),
  );
  const later = stack.use(
    openLater((what, error) => log.error("work in the background failed", { what, ...errorFields(error) })),
  );
  const coreContext: CoreContext = {
    ...service,
    settings: config.query,
    home: home.root,
    database,
    objects,
    cache,
    rag,
    llm,
    emotion,
    embedding: embedding ?? undefined,
    memory,
    conversations: home.conversations,
    later,
  };
  const core = createCoreApp(coreContext);
  later.do("index what was said", () => recoverMemory(coreContext));
  startIngestion(ragContext);
  const requeued = await recoverIndex(ragContext);
  if (requeued > 0) log.info("documents are indexed again", { documents: requeued });

  const client = coreClient(...reach(core));
  const owned = stack.move();
  return {
    fetch: (request) => core.fetch(request),
    client,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function openConfiguredEmbedder(
  config: Config,
  home: Home,
  signal: AbortSignal | undefined,
): Promise<Embedder | null> {
  const spec = await embedderSpec(config.embedding, home.models);
  return spec &&
    await openEmbedder(spec, { threads: availableParallelism(), lazy: true, ...(signal ? { signal } : {}) });
}

/** The model's own tokenizer; with no model, chunks of the same size by estimate. */
function chunkTokens(embedder: Embedder | null): ChunkTokens {
  if (!embedder) return { max: 512, count: estimateTokens, files: null };
  return {
    max: embedder.maxTokens,
    count: (text) => embedder.countTokens(text),
    files: embedder.tokenizerFiles,
  };
}
