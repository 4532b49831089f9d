import assert from "node:assert/strict";
import { openDatabase } from "../../lib/db/mod.ts";
import { type CommandHome, commandHome, type RunOptions, twoLines } from "../support/command.ts";
import { startFakeLlm } from "../support/fake_llm.ts";

/** A mistake that users make: what they do, and what Morgan says to it. */
interface Mistake {
  name: string;
  args: string[];
  code: number;
  /** The first line: what failed. */
  what: RegExp;
  /** The second: what to do. */
  next: RegExp;
  options?: RunOptions | (() => Promise<RunOptions>);
}

let home: CommandHome;
Deno.test.beforeAll(async () => {
  home = await commandHome();
  await home.write({
    "birds.md": "# Birds\n\nThe blue heron nests in Gloria's orchard every April.",
    "data.bin.md": Uint8Array.from({ length: 4096 }, (_, i) => i * 7 % 251),
    "broken.tar.gz": "no archive",
  });
  assert.equal((await home.morgan(["ingest", "birds.md"])).code, 0);
});
Deno.test.afterAll(async () => {
  await home[Symbol.asyncDispose]();
});

/** A home of its own whose `config.json` is this. */
async function configured(config: string): Promise<RunOptions> {
  const root = await Deno.makeTempDir({ dir: home.files, prefix: "home-" });
  await Deno.writeTextFile(`${root}/config.json`, config, { mode: 0o600 });
  return { env: { MORGAN_HOME: root } };
}

const UNKNOWN = "0192f0c1-2345-7abc-8def-0123456789ab";

const MISTAKES: Mistake[] = [
  {
    name: "a command with a typing mistake",
    args: ["serach", "heron"],
    code: 64,
    what: /unknown command 'serach'.*Did you mean search\?/,
    next: /--help/,
  },
  {
    name: "a flag with a typing mistake",
    args: ["query", "x", "--explian"],
    code: 64,
    what: /unknown option '--explian'.*Did you mean --explain\?/,
    next: /--help/,
  },
  {
    name: "a forgotten argument",
    args: ["restore"],
    code: 64,
    what: /missing required argument 'file'/,
    next: /--help/,
  },
  {
    name: "a question as long as a book",
    args: ["query", "What does it say?"],
    code: 1,
    what: /has 100,019 characters; at most 100,000/,
    next: /morgan ingest FILE/,
    options: { stdin: "a".repeat(100_000) },
  },
  {
    name: "a number out of range",
    args: ["search", "x", "--top-k", "1000"],
    code: 64,
    what: /--top-k.*whole number from 1 to 100/,
    next: /--help/,
  },
  {
    name: "a value that is none of the choices",
    args: ["search", "x", "--type", "excel"],
    code: 64,
    what: /excel.*Allowed choices are pdf, docx/,
    next: /--help/,
  },
  {
    name: "a setting with a typing mistake",
    args: ["status"],
    options: () => configured('{"llm": {"temprature": 1}}'),
    code: 1,
    what: /config\.json sets llm\.temprature/,
    next: /Did you mean llm\.temperature\?/,
  },
  {
    name: "a configuration that is no JSON",
    args: ["status"],
    options: () => configured("{'llm': 1}"),
    code: 1,
    what: /config\.json is not valid JSON/,
    next: /Correct the file/,
  },
  {
    name: "a path that is not there",
    args: ["ingest", "brids.md"],
    code: 1,
    what: /There is no file or folder .*brids\.md/,
    next: /Check the path/,
  },
  {
    name: "an empty question",
    args: ["query", "  "],
    code: 64,
    what: /There is no question/,
    next: /Give it as an argument/,
  },
  {
    name: "standard input without a name",
    args: ["ingest", "-"],
    options: { stdin: "text" },
    code: 64,
    what: /Standard input has no name/,
    next: /--name/,
  },
  {
    name: "a date that is none",
    args: ["search", "heron", "--since", "last tuesday"],
    code: 64,
    what: /--since.*a day such as 2026-01-31/,
    next: /--help/,
  },
  {
    name: "a document that is not known",
    args: ["documents", "show", UNKNOWN],
    code: 1,
    what: new RegExp(`There is no document ${UNKNOWN}`),
    next: /morgan documents list/,
  },
  {
    name: "a deletion that nobody confirms",
    args: ["documents", "rm", "birds.md"],
    code: 64,
    what: /needs a confirmation/,
    next: /-y/,
  },
  {
    name: "no server at MORGAN_URL",
    args: ["search", "heron"],
    options: { env: { MORGAN_URL: "http://127.0.0.1:9" } },
    code: 2,
    what: /Cannot reach Morgan at http:\/\/127\.0\.0\.1:9/,
    next: /morgan status/,
  },
  {
    name: "a wrong token",
    args: ["search", "heron"],
    options: async () => ({ env: { MORGAN_URL: (await home.server()).url, MORGAN_TOKEN: "wrong" } }),
    code: 1,
    what: /token is missing or wrong/,
    next: /token/,
  },
  {
    name: "a folder that is a file",
    args: ["status"],
    options: { env: { MORGAN_HOME: "birds.md" } },
    code: 1,
    what: /Cannot write to Morgan's folder .*birds\.md/,
    next: /MORGAN_HOME/,
  },
  {
    name: "data of a newer Morgan",
    args: ["status"],
    async options() {
      const root = await Deno.makeTempDir({ dir: home.files, prefix: "newer-" });
      await using database = await openDatabase({ dataDir: `${root}/data` });
      await database.executor.executeSql(
        "insert into schema_migrations (name, timestamp) values ('9999_later', '2999-01-01')",
      );
      return { env: { MORGAN_HOME: root } };
    },
    code: 1,
    what: /written by a newer Morgan/,
    next: /MORGAN_HOME/,
  },
  {
    name: "a port that another program has",
    args: ["serve", "--port", "PORT"],
    options: () => configured("{}"),
    code: 1,
    what: /Port \d+ on 127\.0\.0\.1 is in use/,
    next: /--port/,
  },
  {
    name: "a restore of a damaged file",
    args: ["restore", "broken.tar.gz", "--into", "elsewhere"],
    code: 1,
    what: /broken\.tar\.gz is no backup of Morgan's/,
    next: /morgan backup/,
  },
  {
    name: "a restore over a running Morgan",
    args: ["restore", "broken.tar.gz", "--force", "-y"],
    code: 1,
    what: /Morgan runs on /,
    next: /morgan stop/,
  },
  {
    name: "a backup over another file",
    args: ["backup", "birds.md"],
    code: 1,
    what: /There is already a file birds\.md/,
    next: /--force/,
  },
  {
    name: "a backup into a folder that is not there",
    args: ["backup", "no/such/folder.tar.gz"],
    code: 1,
    what: /Cannot write no\/such\/folder\.tar\.gz/,
    next: /folder is not there/,
  },
  {
    name: "a migration under a running Morgan",
    args: ["migrate", "up"],
    code: 1,
    what: /Morgan runs on /,
    next: /morgan stop/,
  },
  {
    name: "an embedding model that there is not",
    args: ["status"],
    options: async () => {
      const { env = {} } = await configured('{"embedding": {"model": "no/such"}}');
      return { env: { ...env, MORGAN_EMBEDDING_PROVIDER: "onnx" } };
    },
    code: 1,
    what: /There is no embedding model no\/such/,
    next: /config\.json, tokenizer\.json/,
  },
  {
    name: "vectors without an embedding model",
    args: ["search", "heron", "--leg", "dense"],
    code: 2,
    what: /embedding/,
    next: /embedding\.provider/,
  },
];

for (const { name, args, code, what, next, options = {} } of MISTAKES) {
  Deno.test(`${name}: two lines and exit code ${code}`, async () => {
    using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const given = args.map((arg) => arg === "PORT" ? String(taken.addr.port) : arg);
    const ran = await home.morgan(given, typeof options === "function" ? await options() : options);
    assert.equal(ran.code, code, ran.stderr);
    assert.equal(ran.stdout, "");
    const [first, second] = twoLines(ran.stderr);
    assert.match(first, what);
    assert.match(second, next);
  });
}

Deno.test("a file that is no text fails alone, with its reason and a next step", async () => {
  const { code, stdout, stderr } = await home.morgan(["ingest", "data.bin.md", "birds.md"]);
  assert.equal(code, 1);
  assert.match(stdout, /1 unchanged, 1 failed/);
  assert.match(stderr, /failed data\.bin\.md {2}\w+: .*\n {4}→ /);
});

Deno.test("a model server that is down and nothing to quote from: said, with what to start", async () => {
  const llm = startFakeLlm();
  const { url } = llm;
  await llm[Symbol.asyncDispose]();
  const given = await configured(JSON.stringify({ llm: { base_url: url, provider: "openai", model: "m" } }));
  const { code, stdout, stderr } = await home.morgan(["query", "--no-rag", "Who are you?"], given);
  assert.equal(code, 2, stderr);
  assert.equal(stdout, "");
  const [what, next] = twoLines(stderr);
  assert.match(what, /model/);
  assert.match(next, /llm\.base_url|[Ss]tart/);
  await home.morgan(["stop"], given);
});
