import type { Config } from "../lib/config/mod.ts";
import type { SpawnCommand } from "../lib/documents/mod.ts";
import { MorganError } from "../lib/errors.ts";
import { type Home, newToken } from "../lib/home/mod.ts";
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
import { createFront } from "./front.ts";
import { llmClient } from "./llm/client.ts";
import { startLlm } from "./llm/service.ts";
import { ragClient } from "./rag/client.ts";
import { startRag } from "./rag/service.ts";
import { OPENS_MODELS, SERVICE_NAMES, type ServiceName, WITH_STORES } from "./names.ts";
import { comesUp, reachOthers } from "./others.ts";
import type { ProcessDependencies, Service } from "./service.ts";
import { openStores } from "./stores.ts";
import { readServiceToken } from "./token.ts";

/** How the services of one process are put together. */
export interface MorganOptions {
  config: Config;
  home: Home;
  /** The bearer token of people and programs. */
  token: string;
  /** What runs in this process; what is missing is reached at `services.<name>.url`. @default all */
  services?: readonly ServiceName[] | undefined;
  /** `process`: clients call the services directly; `ports`: each service listens on a loopback port of its own. @default "process" */
  spread?: "process" | "ports";
  /** How to start the process that reads documents. @default this Deno */
  extractor?: (heapMiB: number) => SpawnCommand;
  /** Told when the database has ended by itself; Morgan had better end then too. */
  onLost?: (error: Error) => void;
  signal?: AbortSignal;
}

/** Services on this machine, ready to answer. The caller holds the lock of `home`. */
export interface Morgan extends AsyncDisposable {
  /** The handler of the process: core at its root, where core runs in it. */
  fetch(request: Request): Response | Promise<Response>;
  /** A client of the core service. Its calls fail where core does not run in this process. */
  client: CoreClient;
  /** Resolves when all that no answer waited for is done: feelings kept, turns learned from, conversations folded. */
  settled(): Promise<void>;
}

/** Opens stores and models, starts the services over them, and goes on with what an earlier process left undone. */
export async function startMorgan(options: MorganOptions): Promise<Morgan> {
  const { config, home, token, signal, services = SERVICE_NAMES } = options;
  await using stack = new AsyncDisposableStack();
  const between = await readServiceToken(config);
  const dependencies: ProcessDependencies = {
    // Without a token of its own nobody else may call a service.
    ...{ home, token: between ?? newToken(), metrics: createMetrics(), signal },
    extractor: options.extractor,
  };
  requireSharedKey(config, services, between !== null);
  const others = reachOthers(config, services, between);
  const opening = services.some((name) => WITH_STORES.has(name))
    ? openStores(options, dependencies).then((stores) => stack.use(stores))
    : null;
  // Where something else fails first, that is what is told.
  opening?.catch(() => {});
  const running = new Map<ServiceName, Service>();

  /** Starts a service, where it is to run in this process, and tells how it is reached. */
  async function run(
    name: ServiceName,
    start: () => Service | Promise<Service>,
    bearer = dependencies.token,
  ): Promise<[string, Transport]> {
    if (!services.includes(name)) return others(name);
    const service = stack.use(await start());
    running.set(name, service);
    if (options.spread !== "ports") return [IN_PROCESS, inProcess(service.app, bearer)];
    const handler = (request: Request) => service.app.request(request);
    return [stack.use(listen(handler, { host: "127.0.0.1", port: 0 })).url, overHttp(bearer)];
  }
  const stores = async () => await opening ?? unopened();

  const embedding = embeddingClient(...await run("embedding", () => startEmbedding(config, dependencies)));
  if (!services.includes("embedding") && services.some((name) => OPENS_MODELS.has(name))) {
    await comesUp("embedding", () => embedding.open({}, signal), signal);
  }
  const llm = llmClient(...await run("llm", () => startLlm(config, dependencies)));
  const empathy = empathyClient(
    ...await run("empathy", () => startEmpathy(config, dependencies, { embedding })),
  );
  const emotion = emotionClient(
    ...await run("emotion", async () => startEmotion(await stores(), { embedding })),
  );
  const learning = learningClient(...await run("learning", async () => startLearning(await stores())));
  const rag = ragClient(...await run("rag", async () => startRag(config, await stores(), { embedding })));
  const clients = { embedding, llm, empathy, emotion, learning, rag };
  const client = coreClient(
    ...await run("core", async () => startCore(config, { ...await stores(), token }, clients), token),
  );
  const owned = stack.move();
  return {
    fetch: createFront(running, { ...dependencies, token }, { toOthers: between !== null }),
    client,
    async settled() {
      for (const service of [...running.values()].toReversed()) await service.settled?.();
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Throws `invalid_config` where several processes would each make a key of their own to what they share. */
function requireSharedKey(
  { database, security }: Config,
  services: readonly ServiceName[],
  several: boolean,
): void {
  if (!several || database.url === undefined || security.key_file !== undefined) return;
  if (!services.some((name) => WITH_STORES.has(name))) return;
  throw new MorganError(
    "invalid_config",
    "security.key_file is not set, so each process would have a key of its own.",
    {
      hint: "Make one (openssl rand -base64 32 > FILE) and give every process of this Morgan the same.",
      details: { key: "security.key_file" },
    },
  );
}

function unopened(): never {
  throw new MorganError("internal", "The stores of a process that needs none were asked for.");
}
