import assert from "node:assert/strict";
import { join } from "node:path";
import { makeTestPostgres, TEST_POSTGRES_URL } from "../../lib/db/testing.ts";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";

const SESSION = "0192d3c4-0000-7000-8000-000000000002";
const QUESTIONS = ["How high is the rent?", "When does the ferry leave?", "What is the notice period?"];

/** What a user would see of everything that is kept; scores and times of the answers themselves left out. */
async function seen(home: CommandHome): Promise<string> {
  const told: unknown[] = [];
  for (const question of QUESTIONS) {
    const { answer, sources } = await home.json(["query", question]);
    told.push(answer, sources);
  }
  told.push(await home.json(["search", "how much do I pay to live here"]).then(({ results }) => results));
  told.push(await home.json(["documents", "list"]).then(({ documents }) => documents));
  told.push(await home.json(["sessions", "show", SESSION]));
  told.push((await home.morgan(["memory", "list", "--json"])).stdout);
  return JSON.stringify(told, null, 1).replace(/"(took|ms|latency_ms)": [\d.]+/g, "");
}

Deno.test({
  name:
    "what is saved from the embedded database comes to PostgreSQL and back: every answer, search and conversation as before, nothing embedded again",
  ignore: TEST_POSTGRES_URL === undefined,
  async fn() {
    await using first = await commandHome({});
    await first.write({
      "lease.md": "# Lease\n\nThe rent is 950 pounds a month. The notice period is two months.\n",
      "ferry.txt": "The ferry to Amrum leaves at nine from the north pier.\n",
    });
    assert.equal((await first.morgan(["ingest", "."])).code, 0);
    await call(first, "/api/text", { text: "My sister Amara lives in Lisbon.", session_id: SESSION });
    assert.equal((await first.morgan(["memory", "set", "length", "short"])).code, 0);
    const before = await seen(first);
    const file = join(first.files, "one.tar.gz");
    assert.equal((await first.morgan(["backup", file, "--with-secrets"])).code, 0);

    await using made = await makeTestPostgres({ template: false });
    await using second = await commandHome({ MORGAN_DATABASE_URL: made.url });
    const restored = await second.morgan(["restore", file]);
    assert.equal(restored.code, 0, restored.stderr);
    await embedsNothing(second);
    assert.equal(await seen(second), before);
    await second.morgan(["stop"]);

    const again = await second.morgan(["restore", file]);
    assert.notEqual(again.code, 0);
    assert.match(twoLines(again.stderr).join(" "), /There is data in .*--force/);
    const forced = await second.morgan(["restore", file, "--force", "--yes"]);
    assert.equal(forced.code, 0, forced.stderr);
    assert.match(forced.stdout, /What was in PostgreSQL before lies in .*before-restore-.*\.tar\.gz/);
    assert.equal(await seen(second), before);

    const back = join(first.files, "two.tar.gz");
    assert.equal((await second.morgan(["backup", back, "--with-secrets"])).code, 0);
    await using third = await commandHome({});
    assert.equal((await third.morgan(["restore", back])).code, 0);
    await embedsNothing(third);
    assert.equal(await seen(third), before);
  },
});

/** What a restore lacked would be waiting by the time that the server answers. */
async function embedsNothing(home: CommandHome): Promise<void> {
  const { jobs, degraded } = await home.json(["status"]);
  assert.deepEqual(jobs, { waiting: 0, active: 0 });
  assert.doesNotMatch(JSON.stringify(degraded), /index_incomplete/);
  assert.doesNotMatch(await call(home, "/metrics"), /step="embed_passage"/);
}

/** Asks the running server, or sends it something; returns what it answers. */
async function call(home: CommandHome, path: string, body?: object): Promise<string> {
  const token = (await Deno.readTextFile(join(home.root, "token"))).trim();
  const { url } = await home.server();
  const response = await fetch(`${url}${path}`, {
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return text;
}
