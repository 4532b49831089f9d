import assert from "node:assert/strict";
import { join } from "node:path";
import { MorganError } from "../errors.ts";
import { loadConfig, mistypedVariables } from "./mod.ts";

async function withFiles(files: Record<string, string>, run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) await Deno.writeTextFile(join(dir, name), text);
    await run(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const fails = (code: string, message: RegExp, hint: RegExp) => (error: unknown) => {
  assert.ok(error instanceof MorganError);
  assert.equal(error.code, code);
  assert.match(error.message, message);
  assert.match(error.hint ?? "", hint);
  return true;
};

Deno.test("loadConfig() lets a flag beat the environment, the environment a file, a file the default", async () => {
  await withFiles(
    { "config.json": '{"llm": {"model": "a", "temperature": 1, "max_tokens": 99}}' },
    async (dir) => {
      const { config, origins } = await loadConfig({
        home: dir,
        env: { MORGAN_LLM_TEMPERATURE: "0.5", MORGAN_LLM_MODEL: "b", MORGAN_QUERY_LLM: "false" },
        flags: { "llm.model": "c" },
      });
      assert.equal(config.llm.model, "c");
      assert.equal(config.llm.temperature, 0.5);
      assert.equal(config.llm.max_tokens, 99);
      assert.equal(config.query.llm, false);
      assert.equal(config.server.host, "127.0.0.1");
      assert.deepEqual(Object.fromEntries(origins), {
        "llm.model": "flag",
        "llm.temperature": "environment",
        "llm.max_tokens": "user file",
        "query.llm": "environment",
      });
    },
  );
});

Deno.test("loadConfig() names an unknown key, its file and the nearest known key", async () => {
  await withFiles({ "config.json": '{"llm": {"tempertaure": 1}}' }, async (dir) => {
    await assert.rejects(
      loadConfig({ home: dir, env: {} }),
      fails("invalid_config", /config\.json sets llm\.tempertaure/, /llm\.temperature/),
    );
  });
});

Deno.test("loadConfig() passes over what a container platform sets, also under the name of a setting", async () => {
  const env = {
    MORGAN_PORT: "tcp://10.0.0.1:80",
    MORGAN_PORT_80_TCP: "tcp://10.0.0.1:80",
    MORGAN_PORT_80_TCP_ADDR: "10.0.0.1",
    MORGAN_SERVICE_HOST: "10.0.0.1",
    MORGAN_SERVICE_PORT_HTTP: "80",
    MORGAN_SERVER_PORT: "tcp://10.0.0.2:9000",
    MORGAN_SERVER_PORT_9000_TCP_PROTO: "tcp",
    MORGAN_SERVER_SERVICE_HOST: "10.0.0.2",
    MORGAN_LLM_PORT: "tcp://10.0.0.3:80",
    MORGAN_BUILD: "7f3a",
  };
  await withFiles({}, async (dir) => {
    const { config, origins } = await loadConfig({ home: dir, env });
    assert.deepEqual([...origins], []);
    assert.equal(config.server.host, "127.0.0.1");
    assert.deepEqual(mistypedVariables(env), []);
    await assert.rejects(
      loadConfig({ home: dir, env: { MORGAN_SERVER_PORT: "tcp://10.0.0.2:9000" } }),
      fails("invalid_config", /server\.port in the environment/, /Correct server\.port/),
    );
  });
});

Deno.test("mistypedVariables() names the setting that was probably meant", () => {
  const env = {
    MORGAN_LLM_MODLE: "x",
    MORGAN_LLM_BASEURL: "http://x",
    MORGAN_HOEM: "/x",
    MORGAN_LLM_MODEL: "y",
    LLM: "",
  };
  assert.deepEqual(mistypedVariables(env), [
    { name: "MORGAN_LLM_MODLE", meant: "MORGAN_LLM_MODEL" },
    { name: "MORGAN_LLM_BASEURL", meant: "MORGAN_LLM_BASE_URL" },
    { name: "MORGAN_HOEM", meant: "MORGAN_HOME" },
  ]);
});

Deno.test("loadConfig() says which layer holds a value that is out of range", async () => {
  await withFiles({}, async (dir) => {
    await assert.rejects(
      loadConfig({ home: dir, env: { MORGAN_LLM_TEMPERATURE: "3" } }),
      fails("invalid_config", /llm\.temperature in the environment/, /Correct llm\.temperature/),
    );
    await assert.rejects(
      loadConfig({ home: dir, env: { MORGAN_LLM_BASE_URL: "ftp://x" } }),
      fails("invalid_config", /llm\.base_url/, /Correct/),
    );
  });
});

Deno.test("loadConfig() refuses a project file that would say where data goes", async () => {
  await withFiles({ "morgan.json": '{"llm": {"base_url": "http://elsewhere"}}' }, async (dir) => {
    await assert.rejects(
      loadConfig({ home: join(dir, "none"), project: dir, env: {} }),
      fails("invalid_config", /may not/, /query and ingest/),
    );
  });
  await withFiles({ "morgan.json": '{"query": {"top_k": 3}}' }, async (dir) => {
    const { config } = await loadConfig({ home: join(dir, "none"), project: dir, env: {} });
    assert.equal(config.query.top_k, 3);
  });
});

Deno.test("loadConfig() reports broken JSON with the file's name", async () => {
  await withFiles({ "config.json": "{" }, async (dir) => {
    await assert.rejects(
      loadConfig({ home: dir, env: {} }),
      fails("invalid_config", /config\.json is not valid JSON/, /Correct/),
    );
  });
});

Deno.test("an empty variable sets nothing, but that a list is empty", async () => {
  await withFiles({ "config.json": '{"ingest": {"exclude": ["a"]}}' }, async (home) => {
    const env = { MORGAN_DATABASE_URL: "", MORGAN_SERVER_PORT: "", MORGAN_INGEST_EXCLUDE: "" };
    const { config, origins } = await loadConfig({ home, env });
    assert.equal(config.database.url, undefined);
    assert.equal(config.server.port, 7373);
    assert.deepEqual(config.ingest.exclude, []);
    assert.deepEqual(Object.fromEntries(origins), { "ingest.exclude": "environment" });
  });
});

Deno.test("a host that can be no name and is no address is refused", async () => {
  await withFiles({}, async (home) => {
    for (const host of ["999.1.1.1", "1.2.3", "http://x", "a b", ":::"]) {
      await assert.rejects(
        loadConfig({ home, env: { MORGAN_SERVER_HOST: host } }),
        fails("invalid_config", /server\.host in the environment/, /Correct server\.host/),
      );
    }
    for (const host of ["0.0.0.0", "::", "::1", "localhost", "nas.home", "my-host"]) {
      const { config } = await loadConfig({ home, env: { MORGAN_SERVER_HOST: host } });
      assert.equal(config.server.host, host);
    }
  });
});

Deno.test("more connections at least than at most are refused where both were set", async () => {
  await withFiles({ "config.json": '{"database": {"pool_max": 5}}' }, async (home) => {
    assert.equal((await loadConfig({ home, env: {} })).config.database.pool_max, 5);
    assert.equal(
      (await loadConfig({ home, env: { MORGAN_DATABASE_POOL_MIN: "5" } })).config.database.pool_min,
      5,
    );
    await assert.rejects(
      loadConfig({ home, env: { MORGAN_DATABASE_POOL_MIN: "6" } }),
      fails("invalid_config", /database\.pool_min in the environment .*database\.pool_max, 5/, /Lower/),
    );
  });
});
