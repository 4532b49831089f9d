import assert from "node:assert/strict";
import { sql } from "kysely";
import { openDatabase } from "../../lib/db/mod.ts";
import { checkArchive } from "../../lib/backup/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";
import { canMount, smallDisk } from "../support/sandbox.ts";

type Rows = Record<string, unknown[]>;

/** Every row that is not deleted, of every table of a home whose server is stopped. */
async function rows(root: string): Promise<Rows> {
  await using database = await openDatabase({ dataDir: `${root}/data` });
  const { rows: tables } = await sql<{ name: string }>`select table_name as name
    from information_schema.tables where table_schema = 'public' order by 1`.execute(database.db);
  const all: Rows = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ deleted_at?: Date | null }>`select * from ${sql.table(name)} order by 1`
      .execute(database.db);
    all[name] = rows.filter(({ deleted_at }) => !deleted_at);
  }
  return all;
}

/** Every object by its path, with its bytes' hash. */
async function objects(root: string, below = ""): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { name, isDirectory } of Deno.readDir(`${root}/objects${below}`)) {
    if (name.startsWith(".")) continue;
    const path = `${below}/${name}`;
    if (isDirectory) { for (const [key, value] of await objects(root, path)) found.set(key, value); }
    else {
      const digest = await crypto.subtle.digest("SHA-256", await Deno.readFile(`${root}/objects${path}`));
      found.set(path, new Uint8Array(digest).toHex());
    }
  }
  return new Map([...found].sort());
}

const QUERIES = ["teal weasel", "entry number 7", "harbour in the evening", "plum badger"];

async function searches(home: CommandHome, env: Record<string, string>): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const query of QUERIES) all.push((await home.json(["search", query, "-k", "20"], { env })).results);
  return all;
}

function many(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `many/${i}.md`,
      `# Entry ${i}\n\n${
        `Entry number ${i} tells of the harbour in the evening, visit ${i * 7}. `.repeat(40)
      }`,
    ]),
  );
}

Deno.test("a backup restored elsewhere has every row, every object's bytes and every search result", async () => {
  await using home = await commandHome();
  await home.write({
    "a.md": "# A\n\nThe teal weasel hums.",
    "b.md": "# B\n\nThe plum badger.",
    ...many(12),
  });
  await Deno.mkdir(home.root, { recursive: true });
  const settings = { query: { top_k: 5 }, llm: { api_key: "secret-key" } };
  await Deno.writeTextFile(`${home.root}/config.json`, JSON.stringify(settings));
  await home.morgan(["ingest", "."]);
  await home.morgan(["query", "What does the teal weasel do?"]);
  await home.morgan(["documents", "rm", "b.md", "-y"]);
  const file = `${home.files}/../morgan.tar.gz`;
  const saved = await home.json(["backup", file]);
  assert.equal((saved.tables as Record<string, number>).messages, 2);
  assert.equal(((await Deno.stat(file)).mode ?? 0) & 0o777, 0o600);
  const found = await searches(home, {});
  await home.morgan(["stop"]);
  const expected = await rows(home.root);

  const elsewhere = `${home.files}/../elsewhere`;
  const restored = await home.morgan(["restore", file, "--into", elsewhere]);
  assert.equal(restored.code, 0, restored.stderr);
  assert.match(restored.stdout, /^Restored 13 documents, 1 conversation, 2 messages of /);
  assert.deepEqual(await rows(elsewhere), expected);
  assert.deepEqual(await objects(elsewhere), await objects(home.root));
  // Keys stay where they are; the rest of the configuration goes along.
  assert.deepEqual(JSON.parse(await Deno.readTextFile(`${elsewhere}/config.json`)), {
    query: { top_k: 5 },
    llm: {},
  });
  await assert.rejects(Deno.stat(`${elsewhere}/token`), Deno.errors.NotFound);
  const env = { MORGAN_HOME: elsewhere };
  assert.deepEqual(await searches(home, env), found);
  const lacking = await home.morgan(["doctor", "--quiet"], { env });
  assert.match(
    lacking.stdout,
    /^problem {3}key .*data\.key is gone[^\n]*\n {10}→ Put the file back[^\n]*\n$/,
  );
  await home.morgan(["stop"], { env });
  await Deno.mkdir(`${elsewhere}/keys`, { recursive: true, mode: 0o700 });
  await Deno.copyFile(`${home.root}/keys/data.key`, `${elsewhere}/keys/data.key`);
  assert.equal((await home.json(["doctor"], { env })).well, true);
  await home.morgan(["stop"], { env });
});

/** The files below a folder that hold one of some words, the archives' own content included. */
async function holding(folder: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) found.push(...await holding(path, words));
    else {
      const text = new TextDecoder("latin1").decode(await Deno.readFile(path)).toLowerCase();
      if (words.some((word) => text.includes(word))) found.push(path);
    }
  }
  return found;
}

async function unpacked(file: string): Promise<string> {
  const folder = await Deno.makeTempDir();
  const { success } = await new Deno.Command("tar", { args: ["xzf", file, "-C", folder] }).output();
  assert.ok(success);
  return folder;
}

Deno.test("a backup holds nothing of what was deleted, and says what it leaves out; after upkeep nothing is left on the disk either", async () => {
  await using home = await commandHome();
  const words = ["quixotropic", "zanzibarine", "marzipanum"];
  await home.write({
    "kept.md": "# Kept\n\nThe teal weasel hums.",
    "gone.md": `# Gone\n\nThe quixotropic badger digs at night. ${"It digs and digs. ".repeat(400)}`,
    "old.md": "# Old\n\nThe zanzibarine heron flies.",
  });
  await home.morgan(["ingest", "."]);
  await home.write({ "old.md": "# Old\n\nThe heron flies no more." });
  await home.morgan(["ingest", "."]);
  await home.morgan(["query", "What does the quixotropic badger do?"]);
  await home.morgan(["chat"], { stdin: "My cabin is called Marzipanum, you know.\n" });
  await home.morgan(["chat"], { stdin: "What does the teal weasel do?\n" });
  assert.ok((await holding(home.root, words)).length > 0);
  assert.equal((await home.morgan(["documents", "rm", "gone.md", "-y"])).code, 0);
  const { conversations: all } = await home.json(["sessions", "list", "--all"]) as {
    conversations: { session_id: string; title: string }[];
  };
  const doomed = all.filter(({ title }) => /quixotropic|Marzipanum/i.test(title));
  assert.equal(doomed.length, 2);
  for (const { session_id } of doomed) {
    assert.equal((await home.morgan(["sessions", "rm", session_id, "-y"])).code, 0);
  }
  const file = `${home.files}/../morgan.tar.gz`;
  const saved = await home.json(["backup", file]) as { left_out: string[]; tables: Record<string, number> };
  assert.ok(saved.left_out.includes("the key to what was learned"), saved.left_out.join());
  const told = await home.morgan(["backup", file, "--force", "--with-secrets"]);
  assert.match(told.stderr, /leaves out/);
  assert.doesNotMatch(told.stderr, /the key to what was learned/);
  const { documents } = await home.json(["status"]) as { documents: Record<string, number> };
  assert.equal(saved.tables.documents, documents.completed);
  const { conversations } = await home.json(["sessions", "list", "--all"]) as { conversations: unknown[] };
  assert.equal(saved.tables.conversations, conversations.length);
  const folder = await unpacked(file);
  assert.deepEqual(await holding(folder, words), []);
  await Deno.remove(folder, { recursive: true });

  await home.json(["doctor", "--repair"]);
  const left = (await holding(home.root, words)).filter((path) => !/\/(logs|backups)\//.test(path));
  assert.deepEqual(left, []);
});

Deno.test("a backup made while documents are read is of one moment, and what waited then is read after the restore", async () => {
  await using home = await commandHome();
  await home.write({ "a.md": "# A\n\nThe teal weasel hums.", ...many(60) });
  assert.equal((await home.morgan(["ingest", "a.md"])).code, 0);
  const ingesting = home.spawn(["ingest", ".", "--json"]);
  const reader = ingesting.stdout.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const file = `${home.files}/../load.tar.gz`;
  const saving = home.json(["backup", file]);
  // Deleted while the backup is under way: the bytes that its rows name must be in it all the same.
  const deleting = home.morgan(["documents", "rm", "a.md", "-y"]);
  while (!(await reader.read()).done);
  await ingesting.stderr.cancel();
  assert.equal((await ingesting.status).code, 0);
  const { tables, missing, damaged } = await saving as {
    tables: Record<string, number>;
    missing: unknown[];
    damaged: unknown[];
  };
  assert.equal((await deleting).code, 0);
  assert.deepEqual([missing, damaged], [[], []]);

  const elsewhere = `${home.files}/../elsewhere`;
  assert.equal((await home.morgan(["restore", file, "--into", elsewhere])).code, 0);
  const held = await rows(elsewhere);
  for (const [name, count] of Object.entries(tables)) assert.equal(held[name]?.length, count, name);
  const live = (held.documents as { deleted_at: unknown; object_key: string }[]).filter((row) =>
    row.deleted_at === null
  );
  const bytes = new Set((await objects(elsewhere)).values());
  for (const { object_key } of live) assert.ok(bytes.has(object_key));

  const env = { MORGAN_HOME: elsewhere };
  await eventually("the restored jobs are done", async () => {
    const { jobs, documents } = await home.json(["status"], { env }) as {
      jobs: { waiting: number; active: number };
      documents: Record<string, number>;
    };
    if (jobs.waiting + jobs.active > 0) return false;
    assert.equal(documents.completed, live.length);
    return true;
  });
  await home.morgan(["stop"], { env });
});

Deno.test("restore refuses data without --force, moves it aside with it, and a running server stops it", async () => {
  await using home = await commandHome();
  await home.write({ "a.md": "# A\n\nThe teal weasel hums." });
  await home.morgan(["ingest", "."]);
  const file = `${home.files}/../morgan.tar.gz`;
  assert.equal((await home.morgan(["backup", file])).code, 0);
  const again = await home.morgan(["backup", file]);
  assert.equal(again.code, 1);
  assert.match(twoLines(again.stderr)[1], /--force/);
  await home.write({ "b.md": "# B\n\nThe plum badger." });
  await home.morgan(["ingest", "b.md"]);

  const running = await home.morgan(["restore", file, "--force", "-y"]);
  assert.equal(running.code, 1);
  assert.match(twoLines(running.stderr)[1], /morgan stop/);
  await home.morgan(["stop"]);
  const refused = await home.morgan(["restore", file]);
  assert.equal(refused.code, 1);
  assert.match(twoLines(refused.stderr)[0], /There is data in /);
  assert.equal((await home.morgan(["restore", file, "--force"])).code, 64);
  const { aside } = await home.json(["restore", file, "--force", "-y"]) as { aside: string };
  const { documents } = await home.json(["documents", "list"]) as { documents: { path: string }[] };
  assert.deepEqual(documents.map(({ path }) => path), [`${home.files}/a.md`]);
  await home.morgan(["stop"]);
  assert.equal((await rows(aside)).documents?.length, 2);
});

Deno.test("a backup that is cut short, altered, foreign or newer is refused by what is wrong, and nothing is touched", async () => {
  await using home = await commandHome();
  await home.write(many(6));
  await home.morgan(["ingest", "."]);
  const file = `${home.files}/../morgan.tar.gz`;
  await home.morgan(["backup", file, "--with-secrets"]);
  assert.match((await home.morgan(["backup", "--verify", file])).stdout, /^Whole: /);
  const bytes = await Deno.readFile(file);
  const tar = new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer(),
  );
  const gzip = async (tar: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(
      await new Response(new Blob([tar]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer(),
    );
  const at = new TextDecoder("latin1").decode(tar).indexOf("tells of the harbour in the evening, visit 0");
  const altered = tar.slice();
  altered[at] = (altered[at] ?? 0) ^ 1;
  const newer = new TextDecoder("latin1").decode(tar).indexOf('"0001_initial"');
  const later = tar.slice();
  later.set(new TextEncoder().encode('"9999_initial"'), newer);
  const cases: [string, Uint8Array<ArrayBuffer>, RegExp][] = [
    [
      "cut.tar.gz",
      bytes.slice(0, bytes.length - 400),
      /cut\.tar\.gz is damaged: it is altered or cut short in its member /,
    ],
    ["half.tar.gz", bytes.slice(0, bytes.length >> 1), /cut short in its member \S+/],
    ["flipped.tar.gz", await gzip(altered), /its member (tables|objects)\/\S+ does not match its checksum/],
    ["text.tar.gz", new TextEncoder().encode("a diary"), /no backup of Morgan's/],
    ["empty.tar.gz", new Uint8Array(), /no backup of Morgan's/],
    ["newer.tar.gz", await gzip(later), /written by a newer Morgan/],
  ];
  for (const [name, content, expected] of cases) {
    await home.write({ [name]: content });
    const verified = await home.morgan(["backup", "--verify", name]);
    assert.equal(verified.code, 1, name);
    assert.match(twoLines(verified.stderr)[0], expected);
    const into = `${home.files}/../from-${name}`;
    const { code, stderr } = await home.morgan(["restore", name, "--into", into]);
    assert.equal(code, 1, name);
    assert.match(twoLines(stderr)[0], expected);
    assert.deepEqual((await Array.fromAsync(Deno.readDir(into))).map(({ name }) => name), ["lock"]);
  }
  assert.equal((await home.morgan(["restore", "none.tar.gz"])).code, 1);
});

Deno.test({
  name: "a disk that is too small for a backup or a restore: said in two lines, and nothing is left on it",
  ignore: !await canMount(),
  async fn() {
    await using home = await commandHome();
    // Nothing that could be compressed: the archive is larger than the disk.
    const noise = Array.from({ length: 20 }, () => crypto.getRandomValues(new Uint8Array(60_000)).toBase64());
    await home.write({ "a.md": `# A\n\nThe teal weasel hums.\n\n${noise.join("\n\n")}` });
    await home.morgan(["ingest", "."]);
    const file = `${home.files}/../morgan.tar.gz`;
    assert.equal((await home.morgan(["backup", file])).code, 0);
    await using disk = await smallDisk(1);
    for (
      const args of [["backup", `${disk.path}/morgan.tar.gz`], [
        "restore",
        file,
        "--into",
        `${disk.path}/home`,
      ]]
    ) {
      const { code, stderr } = await home.morgan(args);
      assert.equal(code, 1, stderr);
      assert.match(twoLines(stderr)[0], /disk .*is full/);
    }
    const left = (await Array.fromAsync(Deno.readDir(disk.path))).map(({ name }) => name);
    assert.deepEqual(left, ["home"]);
    assert.deepEqual((await Array.fromAsync(Deno.readDir(`${disk.path}/home`))).map(({ name }) => name), [
      "lock",
    ]);
  },
});

/** What a gzip stream holds. */
function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).bytes();
}

Deno.test("a single altered byte anywhere in the archive is found, unless all that it holds is as before", async () => {
  await using home = await commandHome();
  await home.write({ "a.md": "# A\n\nThe teal weasel hums." });
  await home.morgan(["ingest", "."]);
  const piped = home.spawn(["backup", "-"]);
  const [bytes] = await Promise.all([new Response(piped.stdout).bytes(), piped.stderr.cancel()]);
  assert.equal((await piped.status).code, 0);
  const check = (bytes: Uint8Array<ArrayBuffer>) => checkArchive(new Blob([bytes]).stream(), "it");
  assert.equal((await check(bytes)).tables.documents, 1);
  const whole = await inflated(bytes);
  let found = 0;
  for (let i = 0; i < 12; i++) {
    const altered = bytes.slice();
    const at = 10 + Math.floor((bytes.length - 20) * i / 12);
    altered[at] = (altered[at] ?? 0) ^ 0x10;
    const error = await check(altered).then(() => null, (error) => error);
    // A bit of the compression that stands for nothing, such as the code of a length that does not occur.
    if (error === null) assert.deepEqual(await inflated(altered), whole, `byte ${at}`);
    else assert.equal(error.code, "invalid_input", `byte ${at}`);
    if (error !== null) found++;
  }
  assert.ok(found >= 10, `${found}`);
});
