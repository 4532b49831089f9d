import type { Config } from "../../lib/config/mod.ts";
import { openLater } from "../../lib/later.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import { SAID_QUEUE } from "../rag/said/contract.ts";
import type { Clients, Service, StoreDependencies } from "../service.ts";
import { afterIdle, startAfter } from "./answer/after.ts";
import { createCoreApp } from "./app.ts";
import type { CoreContext } from "./context.ts";
import { startForgettingQuotes } from "./conversation/forget.ts";
import { openMirror } from "./conversation/mirror.ts";
import { startSaid, storeInterrupted } from "./said/jobs.ts";

/** What the core service stands on, opened as an earlier process left it. Disposing it closes what it opened itself. */
export async function fromConfig(
  config: Config,
  dependencies: StoreDependencies,
  clients: Clients,
): Promise<CoreContext & AsyncDisposable> {
  const { token, metrics, check, home, database, objects, cache, jobs } = dependencies;
  const log = serviceLogger("core");
  await using stack = new AsyncDisposableStack();
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
  const { later, mirror, jobs } = context;
  later.do("index what was said before a kill", () => storeInterrupted(context));
  later.do("copy conversations", () => mirror.recover());
  startForgettingQuotes(context, jobs);
  startSaid(context);
  startAfter(context);
  const owned = stack.move();
  return {
    app: createCoreApp(context),
    async settled() {
      await later.idle();
      await afterIdle(jobs);
      await jobs.idle(SAID_QUEUE);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
