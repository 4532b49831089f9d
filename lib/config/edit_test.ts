import assert from "node:assert/strict";
import { join } from "node:path";
import { MorganError } from "../errors.ts";
import { changeSetting, configKeys, parseSetting, publicAddress, shownValue } from "./mod.ts";

async function withFile(text: string | null, run: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "config.json");
  try {
    if (text !== null) await Deno.writeTextFile(path, text);
    await run(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const read = async (path: string) => JSON.parse(await Deno.readTextFile(path));

Deno.test("changeSetting() keeps all else in the file, also keys that it does not know", async () => {
  await withFile('{"llm": {"model": "a", "odd": 1}, "later": {"x": true}}', async (path) => {
    assert.equal(await changeSetting(path, "llm.temperature", 0.5), true);
    const expected = { llm: { model: "a", odd: 1, temperature: 0.5 }, later: { x: true } };
    assert.deepEqual(await read(path), expected);
    assert.equal(await changeSetting(path, "llm.temperature", 0.5), false);
    if (Deno.build.os !== "windows") assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);
  });
});

Deno.test("changeSetting() removes a key and a section that it empties, and moves a dotted key to its section", async () => {
  await withFile('{"llm.model": "a", "query": {"top_k": 3}}', async (path) => {
    await changeSetting(path, "query.top_k", undefined);
    assert.deepEqual(await read(path), { "llm.model": "a" });
    await changeSetting(path, "llm.model", "b");
    assert.deepEqual(await read(path), { llm: { model: "b" } });
    await changeSetting(path, "llm.model", undefined);
    assert.deepEqual(await read(path), {});
  });
});

Deno.test("changeSetting() leaves a file alone that is not JSON", async () => {
  await withFile("{", async (path) => {
    await assert.rejects(
      changeSetting(path, "llm.model", "b"),
      (error: unknown) => error instanceof MorganError && /not valid JSON/.test(error.message),
    );
    assert.equal(await Deno.readTextFile(path), "{");
  });
});

Deno.test("writers at the same time lose no change of each other", async () => {
  await withFile(null, async (path) => {
    const keys = configKeys().map(({ key }) => key);
    await Promise.all(keys.map((key) => changeSetting(path, key, key)));
    const tree = await read(path);
    for (const key of keys) {
      let value: unknown = tree;
      for (const name of key.split(".")) {
        value = Object.entries(value ?? {}).find(([known]) => known === name)?.[1];
      }
      assert.equal(value, key);
    }
  });
});

Deno.test("parseSetting() takes what the schema takes, lists with commas, and says what is wrong", () => {
  assert.equal(parseSetting("llm.temperature", "1.5"), 1.5);
  assert.equal(parseSetting("query.rag", "false"), false);
  assert.deepEqual(parseSetting("ingest.exclude", "a, b,,c"), ["a", "b", "c"]);
  assert.deepEqual(parseSetting("ingest.exclude", ""), []);
  const wrong: [string, string, RegExp, RegExp][] = [
    ["llm.temperature", "3", /llm\.temperature is wrong: .*<=2/, /Sampling temperature/],
    ["llm.temperature", "", /it is empty/, /unset llm\.temperature/],
    ["llm.base_url", "ftp://x", /http/, /model server/],
    ["llm.provider", "olama", /ollama/, /./],
    ["llm.modle", "x", /no setting llm\.modle/, /Did you mean llm\.model\?/],
  ];
  for (const [key, text, message, hint] of wrong) {
    assert.throws(() => parseSetting(key, text), (error: unknown) => {
      assert.ok(error instanceof MorganError);
      assert.match(error.message, message);
      assert.match(error.hint ?? "", hint);
      return true;
    });
  }
});

Deno.test("shownValue() hides secrets, also within an address", () => {
  assert.equal(shownValue("llm.api_key", "abc"), "********");
  assert.equal(shownValue("llm.base_url", "http://me:abc@host/v1"), "http://me:********@host/v1");
  assert.equal(publicAddress("http://me:abc@host/v1"), "http://host/v1");
  assert.equal(publicAddress("http://host:80/v1"), "http://host:80/v1");
  assert.equal(shownValue("llm.model", "x"), "x");
  assert.equal(shownValue("llm.model", undefined), null);
});
