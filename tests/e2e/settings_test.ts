import assert from "node:assert/strict";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";
import { hasPseudoTerminal, onTerminal } from "../support/sandbox.ts";

let home: CommandHome;
Deno.test.beforeAll(async () => {
  home = await commandHome();
});
Deno.test.afterAll(async () => {
  await home[Symbol.asyncDispose]();
});

const file = async () => JSON.parse(await Deno.readTextFile(`${home.root}/config.json`));

Deno.test("config set, get, list and unset change the user's file, and list says where each value comes from", async () => {
  const set = await home.morgan(["config", "set", "llm.temperature", "0.7"]);
  assert.equal(set.code, 0, set.stderr);
  assert.match(set.stdout, /^llm\.temperature = 0\.7 in .*config\.json\n$/);
  assert.deepEqual(await file(), { llm: { temperature: 0.7 } });
  assert.equal((await home.morgan(["config", "get", "llm.temperature"])).stdout, "0.7\n");

  await home.morgan(["config", "set", "ingest.exclude", "archive, drafts.md"]);
  assert.deepEqual((await file()).ingest, { exclude: ["archive", "drafts.md"] });

  await home.write({ "morgan.json": '{"query": {"top_k": 9}}' });
  const { settings } = await home.json(["config", "list"]) as { settings: Record<string, unknown>[] };
  const of = (key: string) => settings.find((setting) => setting.key === key);
  assert.deepEqual({ ...of("llm.temperature"), description: "" }, {
    key: "llm.temperature",
    value: 0.7,
    origin: "user file",
    description: "",
  });
  assert.equal(of("query.top_k")?.origin, "project file");
  assert.equal(of("embedding.provider")?.origin, "environment");
  assert.equal(of("llm.max_tokens")?.origin, "default");
  assert.match(String(of("llm.max_tokens")?.description), /Longest answer/);

  const hidden = await home.morgan(["config", "set", "query.top_k", "4"]);
  assert.match(hidden.stderr, /morgan\.json in this folder is stronger/);
  await Deno.remove(`${home.files}/morgan.json`);

  await home.morgan(["config", "unset", "llm.temperature"]);
  assert.equal((await home.json(["config", "get", "llm.temperature"])).origin, "default");
  assert.equal((await home.morgan(["config", "path"])).stdout, `${home.root}/config.json\n`);
});

Deno.test("a secret is taken from standard input, warned about on the command line, and never printed", async () => {
  const secret = "s3cret-of-mine";
  const piped = await home.morgan(["config", "set", "llm.api_key", "-"], { stdin: `${secret}\n` });
  assert.equal(piped.code, 0, piped.stderr);
  assert.doesNotMatch(piped.stderr, /history/);
  assert.equal((await file()).llm.api_key, secret);
  const typed = await home.morgan(["config", "set", "llm.api_key", secret]);
  assert.match(typed.stderr, /shell's history/);
  const shown = [piped, typed];
  for (const args of [["get", "llm.api_key"], ["list"]]) {
    for (const flags of [[], ["--json"]]) shown.push(await home.morgan(["config", ...args, ...flags]));
  }
  for (const { stdout, stderr } of shown) assert.doesNotMatch(stdout + stderr, new RegExp(secret));
  assert.equal((await home.morgan(["config", "get", "llm.api_key"])).stdout, "********\n");
  const empty = await home.morgan(["config", "set", "llm.api_key", "-"]);
  assert.equal(empty.code, 64);
  assert.match(twoLines(empty.stderr)[0], /Standard input holds no value/);
});

Deno.test("a mistake is refused before anything is written", async () => {
  const before = await Deno.readTextFile(`${home.root}/config.json`);
  const cases: [string[], number, RegExp, RegExp][] = [
    [["set", "llm.temperature", "3"], 1, /llm\.temperature is wrong/, /unset llm\.temperature/],
    [["set", "llm.temprature", "1"], 1, /no setting llm\.temprature/, /Did you mean llm\.temperature\?/],
    [["get", "llm.modle"], 1, /no setting llm\.modle/, /Did you mean llm\.model\?/],
    [["unset", "serve.port"], 1, /no setting serve\.port/, /Did you mean server\.port\?/],
    [["set", "server.port", "99999"], 1, /server\.port is wrong/, /TCP port/],
  ];
  for (const [args, exit, what, next] of cases) {
    const { code, stdout, stderr } = await home.morgan(["config", ...args]);
    assert.equal(code, exit, args.join(" "));
    assert.equal(stdout, "");
    assert.match(twoLines(stderr)[0], what);
    assert.match(twoLines(stderr)[1], next);
  }
  assert.equal(await Deno.readTextFile(`${home.root}/config.json`), before);
});

Deno.test("a running server is named when a setting needs its restart, and not when it doesn't", async () => {
  await home.morgan(["status"]);
  const model = await home.morgan(["config", "set", "llm.model", "some-model"]);
  assert.match(model.stderr, /run `morgan stop`/);
  assert.match((await home.morgan(["config", "list"])).stderr, /changed after the running server/);
  const same = await home.json(["config", "set", "llm.model", "some-model"]);
  assert.deepEqual([same.changed, same.restart_needed], [false, false]);
  const own = await home.morgan(["config", "set", "ingest.exclude", "x"]);
  assert.doesNotMatch(own.stderr, /morgan stop/);
  await home.morgan(["stop"]);
  assert.equal((await home.json(["config", "set", "llm.model", "other"])).restart_needed, false);
});

Deno.test({
  name: "a secret that is typed on a terminal is not shown",
  ignore: !await hasPseudoTerminal(),
  fn: async () => {
    const { code, output } = await onTerminal(
      home,
      ["config", "set", "embedding.api_key", "-"],
      "hidden-key\r",
      {
        PROMPT: "?",
      },
    );
    assert.equal(code, 0, output);
    assert.equal((await file()).embedding.api_key, "hidden-key");
    assert.equal(output.match(/hidden-key/g), null);
  },
});
