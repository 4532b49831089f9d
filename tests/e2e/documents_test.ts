import assert from "node:assert/strict";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";

let home: CommandHome;
Deno.test.beforeAll(async () => {
  home = await commandHome();
  await home.write({
    "birds.md": "# Birds\n\nThe blue heron nests in Gloria's orchard every April.",
    "notes/ledger.txt": "The new tractor cost 41,300 euros in 2019.",
    "notes/empty.txt": " ",
    "picture.png": Uint8Array.of(137, 80, 78, 71),
  });
});
Deno.test.afterAll(async () => {
  await home[Symbol.asyncDispose]();
});

Deno.test("ingest reads a folder, tells what failed and why, and ends with 1", async () => {
  const { code, stdout, stderr } = await home.morgan(["ingest", "."]);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /^Ingested 2 documents \(2 chunks, 0 embeddings\) in [\d.]+ s; 0 unchanged, 1 failed\.\n$/,
  );
  assert.match(stderr, /failed notes\/empty\.txt {2}empty: The document holds no text\./);
  assert.match(stderr, /→ /);
});

Deno.test("a second ingest skips what is unchanged", async () => {
  const { code, stdout } = await home.morgan(["ingest", "birds.md", "notes/ledger.txt"]);
  assert.equal(code, 0);
  assert.match(stdout, /Ingested 0 documents .* 2 unchanged, 0 failed\./);
});

Deno.test("ingest --json is one event a line and ends with a summary", async () => {
  const { code, stdout, stderr } = await home.morgan(["ingest", "birds.md", "--force", "--json"]);
  assert.equal(code, 0);
  assert.equal(stderr, "");
  const events = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(events.filter(({ event }) => event === "document").length, 1);
  const { event, documents, chunks, embeddings, unchanged, failed } = events.at(-1);
  assert.deepEqual([event, documents, chunks, embeddings, unchanged, failed], ["summary", 1, 1, 0, 0, 0]);
});

Deno.test("standard input becomes a document with --name, and needs one", async () => {
  const named = await home.morgan(["ingest", "-", "--name", "piped.md"], {
    stdin: "# Piped\n\nA marzipan fox.",
  });
  assert.equal(named.code, 0);
  const { results } = await home.json(["search", "marzipan"]) as { results: { path: string }[] };
  assert.deepEqual(results.map(({ path }) => path), [`${home.files}/piped.md`]);
  const nameless = await home.morgan(["ingest", "-"], { stdin: "x" });
  assert.equal(nameless.code, 64);
  assert.match(twoLines(nameless.stderr)[1], /--name/);
});

Deno.test("query prints the answer with its sources on stdout and what it lacks on stderr", async () => {
  const { code, stdout, stderr } = await home.morgan([
    "query",
    "Where does the blue heron nest in the orchard?",
  ]);
  assert.equal(code, 0);
  assert.match(
    stdout,
    /^The blue heron nests in Gloria's orchard every April\. \[1\]\n\nSources\n\[1\] birds\.md\n {4}Birds\n/,
  );
  assert.match(stdout, / {4}“The blue heron nests in Gloria's orchard every April\.”/);
  assert.match(stderr, /language model/);
});

Deno.test("what is piped in joins the question", async () => {
  const question = "Where does the blue heron nest in the orchard?";
  const { stdout } = await home.morgan(["query", "--quiet"], { stdin: question });
  assert.match(stdout, /Gloria's orchard/);
  const joined = await home.morgan(["search", "tractor", "--json"], { stdin: "2019 ledger\n" });
  assert.equal(JSON.parse(joined.stdout).results[0].path, `${home.files}/notes/ledger.txt`);
  const nothing = await home.morgan(["query"], { stdin: "  " });
  assert.equal(nothing.code, 64);
  assert.match(twoLines(nothing.stderr)[0], /no question/);
});

Deno.test("query --json prints what /api/text gives, --explain how it came about", async () => {
  const question = "How much did the new tractor cost in euros in 2019?";
  const answer = await home.json(["query", question, "--explain"]);
  assert.equal(answer.answered, true);
  for (const field of ["answer", "sources", "session_id", "message_id", "degraded", "explain"]) {
    assert.ok(field in answer, field);
  }
  const { stdout } = await home.morgan(["query", question, "--explain"]);
  for (const part of ["Searched", "terms (idf)", "Found", "kept", "Evidence", "enough: confidence"]) {
    assert.ok(stdout.includes(part), part);
  }
  const unknown = await home.morgan(["query", "What is the boiling point of tungsten?"]);
  assert.equal(unknown.code, 0);
  assert.match(unknown.stdout, /could not find/);
  assert.match(unknown.stderr, /morgan search/);
});

Deno.test("search prints passages; under, type and top-k narrow it", async () => {
  const { code, stdout } = await home.morgan(["search", "blue heron"]);
  assert.equal(code, 0);
  assert.match(stdout, /^1\. birds\.md {2}Birds {2}[\d.]+\n {3}# Birds The blue heron/);
  const count = async (...flags: string[]) =>
    ((await home.json(["search", "heron tractor marzipan", ...flags])).results as unknown[]).length;
  assert.equal(await count(), 3);
  assert.equal(await count("--under", "notes"), 1);
  assert.equal(await count("--type", "markdown"), 2);
  assert.equal(await count("-k", "1"), 1);
  assert.equal(await count("--since", "2020-01-01"), 3);
  const none = await home.morgan(["search", "zeppelin"]);
  assert.deepEqual([none.code, none.stdout], [0, ""]);
  assert.match(none.stderr, /Nothing was found/);
  const dense = await home.morgan(["search", "heron", "--leg", "dense"]);
  assert.equal(dense.code, 2);
  assert.match(twoLines(dense.stderr)[1], /embedding\.provider/);
});

Deno.test("documents are listed and shown by path and id", async () => {
  const { stdout } = await home.morgan(["documents", "list"]);
  assert.match(stdout, /^path +type +size +chunks +status +updated\n/);
  assert.match(stdout, /notes\/empty\.txt +text +1 B +0 +failed: empty/);
  const { documents } = await home.json(["documents", "list", "--status", "completed"]) as {
    documents: { id: string; path: string }[];
  };
  assert.equal(documents.length, 3);
  const one = await home.json(["documents", "show", "birds.md"]);
  assert.equal((one.content as unknown[]).length, 1);
  const shown = await home.morgan(["documents", "show", documents[0]?.id ?? ""]);
  assert.match(shown.stdout, /── chunk 0, \d+ tokens, Birds\n/);
  const missing = await home.morgan(["documents", "show", "none.md"]);
  assert.equal(missing.code, 1);
  assert.match(twoLines(missing.stderr)[0], /No document is known as none\.md/);
});

Deno.test("a place, a type or a status without documents is named, once", async () => {
  for (
    const [args, says] of [
      [["--under", "/nowhere"], "There is no document under /nowhere."],
      [["--type", "pdf"], "There is no document of type pdf."],
      [
        ["--under", "notes", "--status", "pending"],
        "There is no document with the status pending under notes.",
      ],
    ] as const
  ) {
    const { code, stdout, stderr } = await home.morgan(["documents", "list", ...args]);
    assert.deepEqual([code, stdout, stderr], [0, "", `${says}\n`]);
  }
  assert.deepEqual(await home.json(["documents", "list", "--under", "/nowhere"]), { documents: [] });
  for (const command of ["query", "search"]) {
    const { code, stderr } = await home.morgan([
      command,
      "Where does the heron nest?",
      "--under",
      "/nowhere",
    ]);
    assert.equal(code, 0);
    assert.match(stderr, /^There is no document under \/nowhere\.$/m);
  }
});

Deno.test("a verb that there is not is answered by those that there are", async () => {
  const { code, stderr } = await home.morgan(["documents", "delete", "birds.md"]);
  assert.equal(code, 64);
  assert.match(twoLines(stderr)[1], /^morgan documents knows list, show, rm\b.*morgan documents --help/);
});

Deno.test("documents rm asks for -y where nobody can be asked, and deletes folders and paths", async () => {
  const asked = await home.morgan(["documents", "rm", "notes"]);
  assert.equal(asked.code, 64);
  assert.match(asked.stderr, /Add -y/);
  assert.equal((await home.morgan(["documents", "rm", "nowhere", "-y"])).code, 1);
  const { code, stdout } = await home.morgan(["documents", "rm", "notes", "-y"]);
  assert.equal(code, 0);
  assert.equal(stdout, "Deleted notes/empty.txt\nDeleted notes/ledger.txt\n");
  const { deleted } = await home.json(["documents", "rm", "birds.md", "piped.md", "-y"]);
  assert.equal((deleted as unknown[]).length, 2);
  const { stderr } = await home.morgan(["documents", "list"]);
  assert.match(stderr, /There are no documents/);
});
