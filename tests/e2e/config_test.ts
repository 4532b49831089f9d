import assert from "node:assert/strict";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";

let home: CommandHome;
Deno.test.beforeAll(async () => {
  home = await commandHome({});
  await Deno.mkdir(home.root, { recursive: true });
});
Deno.test.afterAll(async () => {
  await home[Symbol.asyncDispose]();
});

const config = (text: string) => Deno.writeTextFile(`${home.root}/config.json`, text);

Deno.test("a mistake in the configuration names file, key and what is near, and nothing starts", async () => {
  const cases: [string, RegExp, RegExp][] = [
    [
      '{"llm": {"modle": "x"}}',
      /config\.json sets llm\.modle, which is no setting/,
      /Did you mean llm\.model\?/,
    ],
    [
      '{"llm": {"temperature": 3}}',
      /llm\.temperature in .*config\.json is wrong/,
      /Correct llm\.temperature/,
    ],
    ['{"llm": {"base_url": "ftp://x"}}', /llm\.base_url.*http/, /llm\.base_url/],
    ['{"ingest": {"max_file_mb": -1}}', /ingest\.max_file_mb/, /Correct ingest\.max_file_mb/],
    ["{", /config\.json is not valid JSON/, /Correct the file/],
    ["[]", /must hold one JSON object/, /./],
    ['{"llm": {"provider": "openai"}}', /llm\.base_url is not set/, /Set llm\.base_url/],
    ['{"embedding": {"model": "no/such"}}', /no embedding model no\/such/, /models\/no\/such/],
  ];
  for (const [text, what, next] of cases) {
    await config(text);
    const { code, stdout, stderr } = await home.morgan(["status"]);
    assert.equal(code, 1, text);
    assert.equal(stdout, "");
    const [first, second] = twoLines(stderr);
    assert.match(first, what);
    assert.match(second, next);
  }
  await assert.rejects(Deno.stat(`${home.root}/server.json`), Deno.errors.NotFound);
  await Deno.remove(`${home.root}/config.json`);
});

Deno.test("a mistake in the environment names the variable", async () => {
  const range = await home.morgan(["status"], { env: { MORGAN_QUERY_TOP_K: "0" } });
  assert.equal(range.code, 1);
  assert.match(twoLines(range.stderr)[0], /query\.top_k in the environment is wrong/);
  // It may be another program's: it is told, and stops nothing.
  const unknown = await home.morgan(["status"], { env: { MORGAN_LLM_MODLE: "x" } });
  assert.equal(unknown.code, 0);
  assert.match(unknown.stderr, /MORGAN_LLM_MODLE.*MORGAN_LLM_MODEL/);
});

Deno.test("a project's file may not say where data or secrets go", async () => {
  await Deno.writeTextFile(`${home.files}/morgan.json`, '{"llm": {"base_url": "http://evil.example/v1"}}');
  const { code, stderr } = await home.morgan(["ingest", "."]);
  assert.equal(code, 1);
  assert.match(twoLines(stderr)[0], /llm\.base_url, which a project file may not/);
  await Deno.writeTextFile(`${home.files}/morgan.json`, '{"ingest": {"exclude": ["drafts"]}}');
  await home.write({ "drafts/a.md": "# Draft", "b.md": "# Final\n\nThe teal weasel." });
  const events = await home.morgan(["ingest", ".", "--json"], { env: { MORGAN_EMBEDDING_PROVIDER: "none" } });
  assert.equal(events.code, 0);
  const named = events.stdout.split("\n").filter((line) => line.includes("drafts"));
  assert.deepEqual(named.map((line) => JSON.parse(line)), [
    { event: "passed_over", path: `${home.files}/drafts`, reason: "excluded" },
  ]);
});
