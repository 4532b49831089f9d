import { join } from "node:path";
import { makeTestPostgres } from "../../lib/db/testing.ts";
import { openDatabase } from "../../lib/db/mod.ts";
import { homePaths, newToken } from "../../lib/home/mod.ts";
import { overHttp, type Transport } from "../../lib/http/mod.ts";
import { liveJobs } from "../../lib/jobs/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { coreClient } from "../../services/core/client.ts";
import { startFakeLlm } from "./fake_llm.ts";
import { ingestWith, type Running, type RunningOptions } from "./running.ts";
import { serve, type Serving } from "./serving.ts";

/** A Morgan of which every service runs in a process of its own, core in two, over one PostgreSQL and one folder of objects. */
export interface Processes extends Running {
  /** The cores' addresses. */
  cores: [string, string];
}

/** Folders of a home that a Morgan of several hosts has once. */
const SHARED = ["objects", "conversations"] as const;

/** Starts one. Each request of its client goes to the other core than the one before. */
export async function startProcesses(
  { config = {} }: Pick<RunningOptions, "config"> = {},
): Promise<Processes> {
  await using stack = new AsyncDisposableStack();
  const shared = await Deno.makeTempDir({ prefix: "morgan-shared-" });
  stack.defer(() => Deno.remove(shared, { recursive: true }));
  const { url } = stack.use(await makeTestPostgres());
  const llm = stack.use(startFakeLlm());
  const [token, between] = [newToken(), newToken()];
  const key_file = join(shared, "data.key");
  await Deno.writeTextFile(key_file, crypto.getRandomValues(new Uint8Array(32)).toBase64(), { mode: 0o600 });
  const addresses: Record<string, { url: string }> = {};

  async function start(services: string): Promise<Serving> {
    const serving = await serve(services, {}, async ({ root }) => {
      await Deno.mkdir(root, { recursive: true });
      for (const name of SHARED) {
        await Deno.mkdir(join(shared, name), { recursive: true });
        await Deno.symlink(join(shared, name), join(root, name));
      }
      await Deno.writeTextFile(join(root, "token"), `${token}\n`, { mode: 0o600 });
      const settings = {
        llm: { base_url: llm.url, provider: "openai" },
        database: { url, pool_min: 0, pool_max: 10 },
        services: { token: between, ...addresses },
        security: { key_file },
        ...config,
      };
      await Deno.writeTextFile(join(root, "config.json"), JSON.stringify(settings), { mode: 0o600 });
    });
    stack.use(serving);
    for (const name of services.split(",")) if (name !== "core") addresses[name] = { url: serving.url };
    return serving;
  }
  await start("embedding");
  await Promise.all(["llm", "empathy", "emotion", "learning", "rag"].map(start));
  const cores = await Promise.all([start("core"), start("core")]);
  const database = stack.use(
    await openDatabase({ url, pool: { min: 0, max: 2, connectTimeoutMs: 20_000 }, migrate: false }),
  );

  let turn = 0;
  const send = overHttp(token);
  const either: Transport = (input, init) => {
    const { url: to } = cores[turn++ % 2]!;
    const asked = new URL(input instanceof Request ? input.url : input);
    const target = `${to}${asked.pathname}${asked.search}`;
    return send(input instanceof Request ? new Request(target, input) : target, init);
  };
  const client = coreClient("http://either.core", either);
  const owned = stack.move();
  return {
    client,
    llm,
    token,
    backend: "postgres",
    several: true,
    cores: [cores[0].url, cores[1].url],
    home: homePaths({ MORGAN_HOME: cores[0].home.root }),
    settled: () => eventually("no job is left", async () => (await liveJobs(database.db)).length === 0),
    call: (path, { token: bearer = token, ...init } = {}) => {
      const headers = new Headers(init.headers);
      if (bearer !== null) headers.set("authorization", `Bearer ${bearer}`);
      return fetch(`${cores[turn++ % 2]!.url}${path}`, { ...init, headers });
    },
    ingest: (files, options) => ingestWith(client, files, options),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
