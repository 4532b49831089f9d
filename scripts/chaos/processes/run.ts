import { openDatabase } from "../../../lib/db/mod.ts";
import { overHttp } from "../../../lib/http/mod.ts";
import { coreClient } from "../../../services/core/client.ts";
import type { ServiceName } from "../../../services/names.ts";
import { startFakeLlm } from "../../../tests/support/fake_llm.ts";
import { type Random, seeded } from "../random.ts";
import { checkLedger, type Found } from "./check.ts";
import { useMorgan } from "./client.ts";
import { startCluster } from "./cluster.ts";
import { makeDatabase } from "./database.ts";
import { insistOn } from "./insist.ts";
import { type Ledger, openLedger } from "./ledger.ts";

/** How a run goes. */
export interface ProcessesOptions {
  /** Address of any database of a PostgreSQL whose user may make others. */
  server: string;
  seed: number;
  kills: number;
  clients: number;
  /** Resolves when it is time for the next kill, and after the last one when the clients may end. */
  next(ledger: Ledger, random: Random): Promise<void>;
  /** The services that are killed. @default all */
  only?: readonly ServiceName[];
  /** Run the learning service that keeps stated preferences in a variable: the run must find it. @default false */
  planted?: boolean;
  onKill?: (line: string) => void;
}

/** What a run showed. */
export interface ProcessesReport extends Found {
  ledger: Ledger;
  /** Kills by process. */
  kills: Map<string, number>;
  /** Processes that ended though nobody killed them. */
  ended: readonly string[];
}

/** Uses a Morgan of eight processes while one after the other is killed, then compares. */
export async function runProcesses(options: ProcessesOptions): Promise<ProcessesReport> {
  const { server, seed, clients, next, only, planted = false, onKill = () => {} } = options;
  await using stack = new AsyncDisposableStack();
  const { url } = stack.use(await makeDatabase(server));
  const llm = stack.use(startFakeLlm({ reply: ["All ", "is ", "well."] }));
  const cluster = stack.use(
    await startCluster({
      ...{ database: url, llm: llm.url },
      planted: planted ? { service: "learning", file: "./forgetful.ts" } : undefined,
    }),
  );
  const cores = cluster.cores.map((core) => coreClient(core, overHttp(cluster.token)));
  const ledger = openLedger();
  let over = false;
  const using_ = Array.from({ length: clients }, (_, n) => {
    // Each has numbers of its own: what one does changes nothing of what another would.
    const random = seeded(seed * 1000 + n + 1);
    return useMorgan(n, random, insistOn(cores, random, ledger), ledger, () => over);
  });
  const random = seeded(seed);
  const kills = new Map<string, number>();
  const mortal = cluster.processes.filter(({ service }) => only?.includes(service) ?? true);
  for (let killed = 0; killed < options.kills;) {
    await next(ledger, random);
    const victim = random.pick(mortal);
    // One that is about to start again is none that could be killed.
    if (!await victim.kill()) continue;
    kills.set(victim.name, (kills.get(victim.name) ?? 0) + 1);
    onKill(
      `kill ${++killed}: ${victim.name}; ${ledger.sent.size} messages, ${ledger.documents.size} documents`,
    );
  }
  await next(ledger, random);
  over = true;
  await Promise.all(using_);
  await cluster.up();
  const database = stack.use(
    await openDatabase({ url, pool: { min: 0, max: 2, connectTimeoutMs: 20_000 }, migrate: false }),
  );
  const found = await checkLedger(ledger, cores, database);
  return { ...found, ledger, kills, ended: [...cluster.ended] };
}

/** What was wrong, all in all; 0 where every word was kept. */
export function wrongOf({ rows, left, ledger, ended }: ProcessesReport): number {
  const broken = rows.reduce((sum, { lost, doubled }) => sum + lost.length + doubled.length, 0);
  return broken + left.length + ledger.unseen.length + ledger.wrong.length + ended.length;
}
