import { saveDatabase } from "../lib/backup/mod.ts";
import { memoryCache } from "../lib/cache/mod.ts";
import type { Config } from "../lib/config/mod.ts";
import { brokenKeyring, type Keyring, openKeyring } from "../lib/crypto/mod.ts";
import { configuredDatabase, type Database, openDatabase, usedKeyIds } from "../lib/db/mod.ts";
import { MorganError } from "../lib/errors.ts";
import type { Home } from "../lib/home/mod.ts";
import { openJobs } from "../lib/jobs/mod.ts";
import { holdable, openDiskStore } from "../lib/objects/mod.ts";
import { errorFields, serviceLogger, watchDatabase } from "../lib/telemetry/mod.ts";
import { QUEUES as CORE_QUEUES } from "./core/context.ts";
import { QUEUES as LEARNING_QUEUES } from "./learning/context.ts";
import { QUEUES as RAG_QUEUES } from "./rag/context.ts";
import type { ProcessDependencies, StoreDependencies } from "./service.ts";

/** How the stores are opened. */
export interface StoresOptions {
  config: Pick<Config, "database" | "security">;
  home: Home;
  /** Told when the database has ended by itself. */
  onLost?: (error: Error) => void;
  signal?: AbortSignal;
}

/** Opens what the services of this process keep their state in, once for all of them. */
export async function openStores(
  { config, home, onLost, signal }: StoresOptions,
  dependencies: ProcessDependencies,
): Promise<StoreDependencies & AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  const log = serviceLogger("core");
  const [database, objects] = await Promise.all([
    openDatabase({
      ...configuredDatabase(config.database, home.data),
      onLost(error) {
        log.error("the database has ended", errorFields(error));
        onLost?.(error);
      },
      async beforeMigrate(database, pending) {
        log.info("the database is saved before it is migrated", {
          pending,
          file: await saveDatabase(database, home, "before-migration"),
        });
      },
      ...(signal ? { signal } : {}),
    }).then((opened) => stack.use(opened)),
    openDiskStore(home.objects).then((opened) => stack.use(holdable(opened))),
  ]);
  watchDatabase(dependencies.metrics, database);
  const queues = [...new Set([...CORE_QUEUES, ...LEARNING_QUEUES, ...RAG_QUEUES])];
  const jobs = stack.use(
    await openJobs(database, {
      queues,
      onBackgroundError: (error) => log.warning("the job queue is asked again", errorFields(error)),
    }),
  );
  const keyring = await usableKeyring(home, config, database);
  const owned = stack.move();
  return {
    ...dependencies,
    async check() {
      const { status, reason } = await database.health();
      if (status === "ok") return;
      throw new MorganError(
        "unavailable",
        `The database does not answer: ${reason ?? "no reason is known"}.`,
        {
          hint: "Run `morgan doctor`.",
          details: { dependency: "database" },
        },
      );
    },
    ...{ database, objects, cache: memoryCache(), jobs, keyring },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** The key to what is personal; without it, a ring that fails each use: documents and conversations need no key. */
async function usableKeyring(
  home: Home,
  { security }: Pick<Config, "security">,
  { db }: Database,
): Promise<Keyring> {
  try {
    return await openKeyring(home, { keyFile: security.key_file, used: await usedKeyIds(db) });
  } catch (error) {
    if (!(error instanceof MorganError)) throw error;
    serviceLogger("core").error("what was learned cannot be read", errorFields(error));
    return brokenKeyring(error);
  }
}
