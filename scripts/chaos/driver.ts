/**
 * Ends backends of PostgreSQL in the middle of transactions under load, and counts what must not be: errors that nobody caught, queries that
 * never return, statements of a dead transaction that ran in another, changes lost or stored twice.
 *
 * `deno task chaos:driver -- URL [--kills 1000] [--connections 20]`; URL is of an empty database whose user may end backends.
 */
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { openHosts } from "../../lib/db/hosts.ts";
import { parseAddress } from "../../lib/db/address.ts";
import { newId, openDatabase, type Sql } from "../../lib/db/mod.ts";
import { toMorganError } from "../../lib/errors.ts";

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: { kills: { type: "string", default: "1000" }, connections: { type: "string", default: "20" } },
});
const [url] = positionals;
if (url === undefined) {
  console.error("Give the address of an empty database: deno task chaos:driver -- postgres://…");
  Deno.exit(64);
}
const kills = Number(values.kills);
const connections = Number(values.connections);
const STEPS = 6;
const HANGS_MS = 60_000;
const APPLICATION = `morgan_chaos_${newId().slice(0, 8)}`;

let crashes = 0;
for (const kind of ["unhandledrejection", "error"] as const) {
  globalThis.addEventListener(kind, (event) => {
    event.preventDefault();
    crashes++;
    console.error(kind, event instanceof PromiseRejectionEvent ? event.reason : event);
  });
}

await using database = await openDatabase({
  url: `${url}${url.includes("?") ? "&" : "?"}application_name=${APPLICATION}`,
  pool: { min: 2, max: connections, connectTimeoutMs: 20_000 },
  migrate: false,
});
await using admins = openHosts(parseAddress(url), { min: 0, max: 1, connectTimeoutMs: 20_000 });
const admin = await admins.connect();
await admin.run(
  `drop table if exists chaos; create table chaos (
    id uuid primary key, change uuid not null, step int not null,
    xid text not null default pg_current_xact_id()::text, pid int not null default pg_backend_pid())`,
  [],
);

let stopped = false;
let hung = 0;
let moved = 0;
let executions = 0;
const outcomes = new Map<string, "stored" | "failed">();
const failures = new Map<string, number>();

/** Counts what does not return. */
async function bounded<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      hung++;
      reject(new Error("It hangs."));
    }, HANGS_MS);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Six rows of one change, some of them on their way together; each says which transaction and backend wrote it. */
async function writeRows(tx: Sql, change: string): Promise<void> {
  executions++;
  let pid: number | undefined;
  const write = async (step: number) => {
    const { rows } = await sql<{ pid: number }>`insert into chaos (id, change, step)
      values (${newId()}, ${change}, ${step}) returning pid`.execute(tx);
    if (pid !== undefined && rows[0]?.pid !== pid) moved++;
    pid = rows[0]?.pid;
  };
  for (let step = 0; step < STEPS; step += 2) {
    if (Math.random() < 0.5) {
      await write(step);
      await write(step + 1);
    } else {
      // The first failure ends the transaction while the other statement may still be waiting.
      await Promise.all([write(step), write(step + 1)]);
    }
    if (Math.random() < 0.3) await sql`select pg_sleep(0.005)`.execute(tx);
  }
}

async function changeOn(): Promise<void> {
  while (!stopped) {
    const change = newId();
    try {
      await bounded(database.transaction((tx) => writeRows(tx, change)));
      outcomes.set(change, "stored");
    } catch (error) {
      outcomes.set(change, "failed");
      const { code, message } = toMorganError(error);
      failures.set(`${code}: ${message}`, (failures.get(`${code}: ${message}`) ?? 0) + 1);
    }
    await bounded(sql`select count(*) from chaos where change = ${change}`.execute(database.db));
  }
}

const started = performance.now();
const working = Array.from({ length: connections * 2 }, changeOn);
let killed = 0;
while (killed < kills) {
  const { rows } = await admin.run(
    `select pg_terminate_backend(pid) as ended from (
      select pid from pg_stat_activity where application_name = $1 and xact_start is not null and state <> 'idle'
      order by random() limit 1) one`,
    [APPLICATION],
  );
  killed += rows.length;
  await new Promise((resolve) => setTimeout(resolve, 5));
}
stopped = true;
await Promise.all(working);
await Promise.all(
  Array.from({ length: connections * 2 }, () => bounded(sql`select 1`.execute(database.db))),
);

const { rows: changes } = await admin.run<
  { change: string; rows: number; transactions: number; pids: number }
>(
  `select change, count(*)::int as rows, count(distinct xid)::int as transactions, count(distinct pid)::int as pids
    from chaos group by change`,
  [],
);
const { rows: [mixed] } = await admin.run<{ count: number }>(
  "select count(*)::int as count from (select from chaos group by xid having count(distinct change) > 1) mixed",
  [],
);
await admin.run("drop table chaos", []);
admin.giveBack();
const stored = new Map(changes.map((change) => [change.change, change]));
const committed = [...outcomes].filter(([, outcome]) => outcome === "stored").map(([change]) => change);
const result = {
  seconds: Math.round((performance.now() - started) / 1000),
  backends_ended: killed,
  changes: outcomes.size,
  run_again: executions - outcomes.size,
  committed: committed.length,
  failed: outcomes.size - committed.length,
  failures: Object.fromEntries(failures),
  crashes,
  hung,
  foreign: moved + (mixed?.count ?? 0) +
    changes.filter(({ rows, transactions, pids }) => transactions * STEPS !== rows || pids > transactions)
      .length,
  partial: changes.filter(({ rows }) => rows % STEPS !== 0).length,
  lost: committed.filter((change) => !stored.has(change)).length,
  doubled: changes.filter(({ rows }) => rows > STEPS).length,
  stored_though_failed:
    [...outcomes].filter(([id, outcome]) => outcome === "failed" && stored.has(id)).length,
};
console.log(JSON.stringify(result, null, 2));
const { crashes: c, hung: h, foreign, partial, lost, doubled } = result;
if (c + h + foreign + partial + lost + doubled > 0) Deno.exit(1);
