import type { Config } from "../../lib/config/mod.ts";
import { startDaily } from "../../lib/daily.ts";
import { openLater } from "../../lib/later.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import { textEmbedding } from "../embedding/client.ts";
import type { Clients, Service, StoreDependencies } from "../service.ts";
import { afterIdle, startAfter } from "./answer/after.ts";
import { createCoreApp } from "./app.ts";
import type { CoreContext } from "./context.ts";
import { startForgettingQuotes } from "./conversation/forget.ts";
import { openMirror } from "./conversation/mirror.ts";
import { openMessageIndex } from "./memory/index.ts";
import { recoverMemory } from "./memory/recall.ts";

/** What the core service stands on, opened as an earlier process left it. Disposing it closes what it opened itself. */
export async function fromConfig(
  config: Config,
  dependencies: StoreDependencies,
  clients: Clients,
): Promise<CoreContext & AsyncDisposable> {
  const { token, metrics, check, home, database, objects, cache, jobs } = dependencies;
  const log = serviceLogger("core");
  await using stack = new AsyncDisposableStack();
  const model = await clients.embedding.open().catch((error) => {
    log.warning("what was said is searched by words alone", errorFields(error));
    return null;
  });
  const memory = stack.use(
    await openMessageIndex(home.memory, model && textEmbedding(clients.embedding, model)),
  );
  const later = stack.use(
    openLater((what, error) => log.error("work in the background failed", { what, ...errorFields(error) })),
  );
  const owned = stack.move();
  return {
    token,
    metrics,
    check,
    ...clients,
    maxJsonBytes: config.server.max_json_mb * 1024 ** 2,
    settings: config.query,
    personal: { emotion: config.emotion, learning: config.learning },
    home,
    database,
    objects,
    cache,
    memory,
    mirror: openMirror(database.db, home.conversations),
    later,
    jobs,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Starts the core service, and goes on with what an earlier process left undone. */
export async function startCore(
  config: Config,
  dependencies: StoreDependencies,
  clients: Clients,
): Promise<Service> {
  await using stack = new AsyncDisposableStack();
  const context = stack.use(await fromConfig(config, dependencies, clients));
  const { later, mirror, objects, jobs, memory } = context;
  // What is forgotten would else be indexed once more.
  later.do(
    "index what was said",
    () => recoverMemory(context).finally(() => startForgettingQuotes(context, jobs)),
  );
  later.do("copy conversations", () => mirror.recover());
  startAfter(context);
  stack.use(startDaily({
    objects,
    name: "upkeep/memory.json",
    log: serviceLogger("core"),
    work: () => memory.compact(),
  }));
  const owned = stack.move();
  return {
    app: createCoreApp(context),
    async settled() {
      await later.idle();
      await afterIdle(jobs);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
