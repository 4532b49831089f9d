import assert from "node:assert/strict";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";

let home: CommandHome;
Deno.test.beforeAll(async () => {
  home = await commandHome();
});
Deno.test.afterAll(async () => {
  await home[Symbol.asyncDispose]();
});

Deno.test("--version and help need no server", async () => {
  const version = await home.morgan(["--version"]);
  assert.match(version.stdout, /^morgan \d+\.\d+\.\d+\n$/);
  for (const args of [["--help"], ["-h"], ["help"], ["help", "query"], ["query", "--help"]]) {
    const { code, stdout } = await home.morgan(args);
    assert.equal(code, 0, args.join(" "));
    assert.match(stdout, /Usage: morgan/);
    assert.match(stdout, /Examples/);
  }
  const codes = await home.morgan(["help", "exit-codes"]);
  for (const code of [0, 1, 2, 64, 130]) assert.match(codes.stdout, new RegExp(`^ {2}${code} `, "m"));
  const environment = await home.morgan(["help", "environment"]);
  for (const name of ["MORGAN_HOME", "MORGAN_LLM_BASE_URL", "NO_COLOR"]) {
    assert.match(environment.stdout, new RegExp(name));
  }
  await assert.rejects(Deno.stat(`${home.root}/server.json`));
});

Deno.test("wrong usage ends with 64 and suggests what is near", async () => {
  const cases: [string[], RegExp][] = [
    [["qurey", "x"], /unknown command 'qurey'[\s\S]*Did you mean query/],
    [["query", "x", "--explian"], /unknown option '--explian'[\s\S]*Did you mean --explain/],
    [["search", "x", "--top-k", "0"], /whole number from 1 to 100/],
    [["search", "x", "--leg", "sparse"], /Allowed choices are fused, dense, lexical/],
    [["ingest"], /missing required argument 'path'/],
    [["documents", "show"], /missing required argument 'document'/],
  ];
  for (const [args, expected] of cases) {
    const { code, stdout, stderr } = await home.morgan(args);
    assert.equal(code, 64, args.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, expected);
    assert.match(stderr, /^morgan: /);
  }
});

Deno.test("an error is two lines, --verbose adds where it came from, cli.log keeps it", async () => {
  await home.morgan(["status"]);
  const { code, stdout, stderr } = await home.morgan(["ingest", "nowhere.pdf"]);
  assert.equal(code, 1);
  assert.equal(stdout, "");
  assert.deepEqual(twoLines(stderr), [
    `There is no file or folder ${home.files}/nowhere.pdf.`,
    "Check the path.",
  ]);
  const verbose = await home.morgan(["--verbose", "ingest", "nowhere.pdf"]);
  assert.match(verbose.stderr, /\n {4}at /);
  const log = (await Deno.readTextFile(`${home.root}/cli.log`)).trimEnd().split("\n").map((line) =>
    JSON.parse(line)
  );
  assert.equal(log.at(-1)?.error_code, "not_found");
  assert.equal(log.at(-1)?.level, "error");
});

Deno.test("a folder without documents is said, and is no error", async () => {
  const { code, stderr } = await home.morgan(["ingest", "."]);
  assert.equal(code, 0);
  assert.match(stderr, /nothing to ingest/);
});

Deno.test("what is piped has no colours and no control codes", async () => {
  await home.write({ "a.md": "# A\n\nThe cobalt pelican sleeps." });
  const colourful = { TERM: "xterm-256color", COLORTERM: "truecolor" };
  {
    for (
      const args of [
        ["ingest", "a.md"],
        ["query", "Where does the cobalt pelican sleep?", "--explain"],
        ["search", "cobalt"],
        ["documents", "list"],
        ["status"],
        ["--help"],
      ]
    ) {
      const { stdout, stderr } = await home.morgan(args, { env: colourful });
      // deno-lint-ignore no-control-regex
      assert.doesNotMatch(stdout + stderr, /[\x00-\x08\x0b-\x1f\x7f\x9b]/, args.join(" "));
    }
  }
});

Deno.test("status shows hosts, services, stores and documents, and as JSON the whole", async () => {
  const { code, stdout } = await home.morgan(["status"]);
  assert.equal(code, 0);
  for (const part of ["Morgan ", "host ", "morgan-core", "pglite", "Documents ", "Index ", "Model "]) {
    assert.ok(stdout.includes(part), part);
  }
  const status = await home.json(["status"]);
  for (
    const field of ["url", "hosts", "services", "stores", "documents", "jobs", "index", "llm", "degraded"]
  ) {
    assert.ok(field in status, field);
  }
});

Deno.test("output that nobody reads any more is no error", async () => {
  const child = home.spawn(["documents", "list", "--json"]);
  await child.stdout.cancel();
  const { code } = await child.status;
  await child.stderr.cancel();
  assert.equal(code, 0);
});
