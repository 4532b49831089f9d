import assert from "node:assert/strict";
import { TEST_POSTGRES_URL } from "../../lib/db/testing.ts";
import { eventually } from "../../lib/testing.ts";
import { acknowledged, type Ledger } from "../../scripts/chaos/processes/ledger.ts";
import { type ProcessesOptions, runProcesses, wrongOf } from "../../scripts/chaos/processes/run.ts";

const KILLS = 4;
/** Things that are acknowledged between two kills. */
const BETWEEN = 8;
const LATEST_MS = 240_000;

function test(sentence: string, body: (options: Pick<ProcessesOptions, "server" | "seed">) => Promise<void>) {
  Deno.test({
    name: sentence,
    ignore: TEST_POSTGRES_URL === undefined,
    fn: () => body({ server: TEST_POSTGRES_URL ?? "", seed: 1 }),
  });
}

test("eight processes of which one after the other is killed keep all that was acknowledged, once", async (options) => {
  let before = 0;
  const report = await runProcesses({
    ...options,
    kills: KILLS,
    clients: 2,
    async next(ledger) {
      await eventually("work goes on", () => acknowledged(ledger) >= before + BETWEEN, LATEST_MS);
      before = acknowledged(ledger);
    },
  });
  assert.equal(wrongOf(report), 0, JSON.stringify({ ...report, ledger: report.ledger.wrong }, null, 1));
  assert.equal(report.kills.values().reduce((sum, count) => sum + count, 0), KILLS);
  assert.ok(report.ledger.answers.size > 0 && report.ledger.documents.size > 0);
});

test("a learning service that keeps what users state in a variable of its process is found out", async (options) => {
  const clients = 2;
  // Each client may state one of them again before it ends; one at least stays forgotten.
  const enough = clients + 1;
  const stated = ({ preferences }: Ledger) => preferences.values().reduce((sum, { size }) => sum + size, 0);
  const { rows } = await runProcesses({
    ...options,
    ...{ kills: 1, clients, only: ["learning"], planted: true },
    next: (ledger) => eventually("enough is stated", () => stated(ledger) >= enough, LATEST_MS),
  });
  const broken = rows.filter(({ lost, doubled }) => lost.length + doubled.length > 0).map(({ what }) => what);
  assert.deepEqual(broken, ["preferences"]);
});
