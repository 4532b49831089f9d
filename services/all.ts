import type { Config } from "../lib/config/mod.ts";
import type { SpawnCommand } from "../lib/documents/mod.ts";
import type { Home } from "../lib/home/mod.ts";
import { IN_PROCESS, inProcess, listen, overHttp, type Transport } from "../lib/http/mod.ts";
import { createMetrics } from "../lib/telemetry/mod.ts";
import { type CoreClient, coreClient } from "./core/client.ts";
import { startCore } from "./core/service.ts";
import { embeddingClient } from "./embedding/client.ts";
import { startEmbedding } from "./embedding/service.ts";
import { emotionClient } from "./emotion/client.ts";
import { startEmotion } from "./emotion/service.ts";
import { empathyClient } from "./empathy/client.ts";
import { startEmpathy } from "./empathy/service.ts";
import { learningClient } from "./learning/client.ts";
import { startLearning } from "./learning/service.ts";
import { llmClient } from "./llm/client.ts";
import { startLlm } from "./llm/service.ts";
import { ragClient } from "./rag/client.ts";
import { startRag } from "./rag/service.ts";
import type { ProcessDependencies, Service } from "./service.ts";
import { openStores } from "./stores.ts";

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
  client: CoreClient;
  /** Resolves when all that no answer waited for is done: feelings kept, turns learned from, conversations folded. */
  settled(): Promise<void>;
}

/** Opens stores and models, starts the services over them, and goes on with what an earlier process left undone. */
export async function startMorgan(options: MorganOptions): Promise<Morgan> {
  const { config, home, token, signal } = options;
  await using stack = new AsyncDisposableStack();
  const running: Service[] = [];
  const dependencies: ProcessDependencies = {
    ...{ home, token, metrics: createMetrics(), signal },
    extractor: options.extractor,
  };
  const opening = openStores(options, dependencies).then((stores) => stack.use(stores));
  // Where something else fails first, that is what is told.
  opening.catch(() => {});

  /** Keeps a service and tells how it is reached. */
  async function run(starting: Service | Promise<Service>): Promise<[string, Transport]> {
    const service = stack.use(await starting);
    running.push(service);
    if (options.spread !== "ports") return [IN_PROCESS, inProcess(service.app, token)];
    const handler = (request: Request) => service.app.request(request);
    return [stack.use(listen(handler, { host: "127.0.0.1", port: 0 })).url, overHttp(token)];
  }

  const embedding = embeddingClient(...await run(startEmbedding(config, dependencies)));
  const llm = llmClient(...await run(startLlm(config, dependencies)));
  const empathy = empathyClient(...await run(startEmpathy(config, dependencies, { embedding })));
  const stores = await opening;
  const emotion = emotionClient(...await run(startEmotion(stores, { embedding })));
  const learning = learningClient(...await run(startLearning(stores)));
  const rag = ragClient(...await run(startRag(config, stores, { embedding })));
  const core = await startCore(config, stores, { embedding, llm, empathy, emotion, learning, rag });
  const client = coreClient(...await run(core));
  const owned = stack.move();
  return {
    fetch: (request) => core.app.request(request),
    client,
    async settled() {
      for (const service of running.toReversed()) await service.settled?.();
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
