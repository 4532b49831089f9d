import assert from "node:assert/strict";
import { openKeyring } from "../../lib/crypto/mod.ts";
import { newId, openDatabase, openValue, repositories, sealedByKey, sealValue } from "../../lib/db/mod.ts";
import { openHome } from "../../lib/home/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";

const VALUES = 1500;

/** Fills the database of a Morgan that does not run. */
async function fill(home: CommandHome): Promise<void> {
  const folder = await openHome({ MORGAN_HOME: home.root });
  const keyring = await openKeyring(folder);
  await using database = await openDatabase({ dataDir: folder.data });
  const why = { kind: "explicit", text: "", date: "2026-01-01T00:00:00.000Z" };
  const rows = await Promise.all(Array.from({ length: VALUES }, async () => {
    const id = newId();
    const value = { type: "length", value: "short", weight: 1, at: 0, why };
    return {
      id,
      user_id: "cli",
      preference_type: "length",
      preference_value: await sealValue(keyring, "user_preferences", id, value),
      confidence: 1,
    };
  }));
  await repositories(database.db).user_preferences.insertMany(rows);
}

/** Values by key, and whether each can be read, of a Morgan that does not run. */
async function look(home: CommandHome): Promise<{ values: Map<string, number>; keys: string[] }> {
  const folder = await openHome({ MORGAN_HOME: home.root });
  await using database = await openDatabase({ dataDir: folder.data });
  const values = await sealedByKey(database.db);
  const keyring = await openKeyring(folder, { used: new Set(values.keys()) });
  for (const row of await database.db.selectFrom("user_preferences").selectAll().execute()) {
    assert.equal((await openValue(keyring, "user_preferences", row.id, row.preference_value)).value, "short");
  }
  const { current, former } = keyring.state();
  return { values, keys: [current, ...former] };
}

Deno.test("a rotation that kill -9 breaks off loses nothing and is ended by the next start", async () => {
  await using home = await commandHome();
  await fill(home);
  const file = `${home.root}/keys/data.key`;
  const lines = async () =>
    (await Deno.readTextFile(file)).split("\n").filter((line) => /^[^#]/.test(line)).length;
  await home.morgan(["keys", "status"]);
  const { pid } = await home.server();
  const rotating = home.spawn(["keys", "rotate"]);
  // Two keys in the file: the rotation has begun.
  await eventually("the rotation has begun", async () => await lines() >= 2);
  Deno.kill(pid, "SIGKILL");
  assert.notEqual((await rotating.output()).code, 0);

  const broken = await look(home);
  assert.equal(broken.keys.length, 2);
  const [current = "", former = ""] = broken.keys;
  assert.ok((broken.values.get(former) ?? 0) > 0, "the rotation was over before it was killed");
  assert.equal((broken.values.get(former) ?? 0) + (broken.values.get(current) ?? 0), VALUES);

  const ended = await home.json(["keys", "rotate"]);
  assert.equal(ended.unreadable, 0);
  await home.morgan(["stop"]);
  const whole = await look(home);
  assert.equal(whole.keys.length, 1);
  assert.deepEqual(whole.values, new Map([[whole.keys[0], VALUES]]));
});

Deno.test("a lost key is said with the file's name, documents are answered from all the same, reset begins anew", async () => {
  await using home = await commandHome();
  await home.write({ "boat.md": "The mooring fee is 40 pounds a month." });
  await home.morgan(["ingest", "boat.md"]);
  await home.morgan(["memory", "set", "length", "short"]);
  const held = await home.morgan(["keys", "reset", "-y"]);
  assert.match(twoLines(held.stderr)[1], /morgan stop/);
  await home.morgan(["stop"]);
  const key = `${home.root}/keys/data.key`;
  const kept = await Deno.readTextFile(key);
  await Deno.remove(key);

  const [what, next] = twoLines((await home.morgan(["memory", "list"])).stderr);
  assert.ok(what.includes(key));
  assert.match(next, /Put the file back .*morgan keys reset/);
  assert.match(
    (await home.morgan(["query", "How much is the mooring fee?", "--no-llm"])).stdout,
    /40 pounds/,
  );
  const rated = await home.morgan(["feedback", "--rating", "2", "--comment", "too long"]);
  assert.match(rated.stderr, /Thank you[\s\S]*cannot be read/);
  assert.doesNotMatch(rated.stderr, /Changed/);
  assert.match((await home.morgan(["status"])).stdout, /learning.*unavailable/);
  assert.match(
    (await home.morgan(["doctor"])).stdout,
    /problem {3}key {2,}.*data\.key is gone[^]*keys reset/,
  );
  await home.morgan(["stop"]);

  await Deno.writeTextFile(key, kept);
  const back = await home.morgan(["memory", "list"]);
  assert.match(back.stdout, /Answers are shorter/, back.stderr);
  assert.match((await home.morgan(["doctor"])).stdout, /ok {8}key {2,}What Morgan has learned can be read/);
  await home.morgan(["stop"]);

  await Deno.remove(key);
  // The question that was asked meanwhile may be learned from by now: its job waits for the key.
  const reset = await home.morgan(["keys", "reset", "-y"]);
  assert.match(reset.stdout, /^Deleted [1-9]\d* values/);
  assert.match((await home.morgan(["memory", "list"])).stderr, /learned nothing/);
});

Deno.test("the owner's own key file is used, and never made by Morgan", async () => {
  await using home = await commandHome({ MORGAN_EMBEDDING_PROVIDER: "none" });
  const file = `${home.files}/own.key`;
  const env = { MORGAN_DATA_KEY_FILE: file };
  const missing = twoLines((await home.morgan(["memory", "set", "length", "short"], { env })).stderr);
  assert.match(missing[0], /own\.key.*not there/);
  await home.morgan(["stop"], { env });
  await Deno.writeTextFile(file, `${crypto.getRandomValues(new Uint8Array(32)).toBase64()}\n`, {
    mode: 0o600,
  });
  await home.morgan(["memory", "set", "length", "short"], { env });
  assert.equal((await home.json(["keys", "status"], { env })).file, file);
  await assert.rejects(Deno.stat(`${home.root}/keys/data.key`), Deno.errors.NotFound);
});

Deno.test("a backup has the key only with the secrets; what a restore moves aside keeps its own", async () => {
  await using home = await commandHome();
  await home.morgan(["memory", "set", "length", "short"]);
  const [plain, whole] = [`${home.files}/plain.tar.gz`, `${home.files}/whole.tar.gz`];
  await home.json(["backup", plain]);
  await home.json(["backup", whole, "--with-secrets"]);
  const { key: rotated } = await home.json(["keys", "rotate"]);
  await home.morgan(["stop"]);

  const env = { MORGAN_HOME: `${home.files}/elsewhere` };
  await home.json(["restore", plain, "--into", env.MORGAN_HOME]);
  const [what] = twoLines((await home.morgan(["memory", "list"], { env })).stderr);
  assert.ok(what.includes(`${env.MORGAN_HOME}/keys/data.key`));
  await home.morgan(["stop"], { env });

  const { aside } = await home.json(["restore", whole, "--force", "-y"]) as { aside: string };
  assert.match((await home.morgan(["memory", "list"])).stdout, /Answers are shorter/);
  // What was moved aside can be read with the key that lies beside it.
  assert.equal((await openKeyring({ keys: `${aside}/keys` })).state().current, rotated);
});
