/**
 * `deno task chaos:processes -- [--minutes 10] [--kills 100] [--clients 4] [--seed N] [--database URL] [--planted]`: every service a process of its
 * own, core twice, over one PostgreSQL and one folder of objects. Clients chat, rate, ingest, delete and state preferences, while a process taken by
 * chance is killed with SIGKILL and started again. At the end each core is asked for all that was acknowledged. URL is of any
 * database whose user may make others (otherwise MORGAN_TEST_POSTGRES_URL); the run makes one of its own and drops it. A seed repeats what is
 * killed and what is done, not the moments at which they meet. `--planted` runs a learning service that keeps preferences in a variable: it must
 * end with exit code 1 once that was killed after somebody stated one.
 */
import { parseArgs } from "node:util";
import { runProcesses, wrongOf } from "./processes/run.ts";

const { values } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: {
    minutes: { type: "string", default: "10" },
    kills: { type: "string", default: "100" },
    clients: { type: "string", default: "4" },
    seed: { type: "string" },
    database: { type: "string", default: Deno.env.get("MORGAN_TEST_POSTGRES_URL") ?? "" },
    planted: { type: "boolean", default: false },
  },
});
if (values.database === "") {
  console.error("Give the address of a database: deno task chaos:processes -- --database postgres://…");
  Deno.exit(64);
}
const kills = Number(values.kills);
const seed = Number(values.seed ?? crypto.getRandomValues(new Uint16Array(1))[0]);
const betweenMs = Number(values.minutes) * 60_000 / (kills + 1);
console.log(`seed ${seed}`);
const report = await runProcesses({
  ...{ server: values.database, seed, kills, clients: Number(values.clients), planted: values.planted },
  // Half to one and a half times the mean: some come while the process killed before still starts.
  next: (_, random) => new Promise((resolve) => setTimeout(resolve, betweenMs * (0.5 + random.next()))),
  onKill: (line) => console.error(line),
});
const { rows, left, ledger, ended } = report;
console.log(
  `${kills} kills: ${
    [...report.kills].sort().map(([name, count]) => `${count} of ${name}`).join(", ")
  }; ${ledger.again} attempts made again`,
);
console.table(
  Object.fromEntries(
    rows.map(({ what, acknowledged, lost, doubled }) => [
      what,
      { acknowledged, lost: lost.length, doubled: doubled.length },
    ]),
  ),
);
console.log(
  `deleted documents: ${ledger.deleted.size}, still quoted or found: ${left.length}; acknowledged and not seen by a reader: ${ledger.unseen.length}; ` +
    `errors that no kill explains: ${ledger.wrong.length}; processes that ended by themselves: ${ended.length}`,
);
const longest = [...ledger.longest].sort(([, one], [, other]) => other - one);
console.log(
  `longest wait for an acknowledgement: ${
    longest.map(([what, ms]) => `${what} ${(ms / 1000).toFixed(1)} s`).join(", ")
  }`,
);
for (
  const line of rows.flatMap(({ what, lost, doubled }) => [
    ...lost.map((one) => `lost, ${what}: ${one}`),
    ...doubled.map((one) => `doubled, ${what}: ${one}`),
  ])
) console.log(line);
for (const line of [...left, ...ledger.unseen, ...ledger.wrong, ...ended]) console.log(line);
Deno.exit(wrongOf(report) === 0 ? 0 : 1);
