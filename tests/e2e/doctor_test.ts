import assert from "node:assert/strict";
import { sql } from "kysely";
import { type Database, newId, openDatabase, repositories } from "../../lib/db/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { type CommandHome, commandHome } from "../support/command.ts";

interface Found {
  name: string;
  status: string;
  message: string;
  items?: string[];
}

/** Runs doctor and gives back its exit code and what is not well. */
async function doctor(
  home: CommandHome,
  ...flags: string[]
): Promise<{ code: number; found: Map<string, Found> }> {
  const { code, stdout, stderr } = await home.morgan(["doctor", "--json", ...flags]);
  assert.equal(stderr, "");
  const { checks } = JSON.parse(stdout) as { checks: Found[] };
  const unwell = checks.filter(({ status }) => status !== "ok" && status !== "absent");
  return { code, found: new Map(unwell.map((check) => [check.name, check])) };
}

async function damage(home: CommandHome, harm: (database: Database) => Promise<void>): Promise<void> {
  await home.morgan(["stop"]);
  await using database = await openDatabase({ dataDir: `${home.root}/data` });
  await harm(database);
}

Deno.test("doctor finds each damage, --repair mends it, and what it can't mend is told with what to do", async () => {
  await using home = await commandHome();
  await home.write({
    "chunks.md": "# Chunks\n\nThe ochre heron wades.",
    "whole.md": "# Whole\n\nThe teal weasel hums.",
    "lost.md": "# Lost\n\nThe plum badger sings.",
    "gone.md": "# Gone\n\nThe mauve lynx sleeps.",
  });
  await home.morgan(["ingest", "."]);
  await home.morgan(["query", "What does the teal weasel do?"]);
  const healthy = await doctor(home);
  assert.deepEqual([healthy.code, [...healthy.found.keys()]], [0, []]);
  const listed = await home.json(["documents", "list"]) as { documents: { path: string; sha256: string }[] };
  const object = (name: string) => {
    const hash = listed.documents.find(({ path }) => path.endsWith(name))?.sha256 ?? "";
    return `${home.root}/objects/morgan-documents/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
  };

  await damage(home, async ({ db }) => {
    // A conversation and a document that were deleted by halves, and a message without any conversation.
    const now = new Date();
    await db.updateTable("conversations").set({ deleted_at: now }).execute();
    await db.updateTable("documents").set({ deleted_at: now }).where("path", "like", "%gone.md").execute();
    await sql`delete from document_chunks where document_id in
      (select id from documents where path like '%chunks.md')`.execute(db);
    await sql`set session_replication_role = replica`.execute(db);
    await repositories(db).messages.insert({
      conversation_id: newId(),
      role: "user",
      content: "x",
      timestamp: now,
    });
    await repositories(db).documents.insert({
      filename: "wait.md",
      path: `${home.files}/wait.md`,
      file_type: "markdown",
      file_size: 1,
      object_key: listed.documents.find(({ path }) => path.endsWith("whole.md"))?.sha256 ?? "",
      content_key: `${listed.documents.find(({ path }) => path.endsWith("whole.md"))?.sha256}:markdown`,
      ingestion_status: "pending",
      chunk_count: 0,
    });
  });
  await Deno.remove(object("whole.md"));
  await Deno.writeTextFile(object("lost.md"), "# Lost\n\nThe plum ladder sings.");
  await Deno.utime(object("gone.md"), 0, 0);
  await home.write({ "lost.md": "# Lost\n\nThe file has changed since." });
  await Deno.chmod(`${home.root}/token`, 0o644);

  const { code, found } = await doctor(home);
  assert.equal(code, 1);
  assert.deepEqual([...found.keys()].sort(), [
    "chunks",
    "index entries",
    "jobs",
    "originals",
    "rights",
    "tables",
    "unused originals",
  ]);
  assert.equal(found.get("tables")?.items?.length, 4);
  assert.match(
    found.get("originals")?.items?.join() ?? "",
    /lost\.md: damaged.*whole\.md: missing|whole\.md: missing.*lost\.md: damaged/,
  );
  assert.match(found.get("jobs")?.items?.join() ?? "", /wait\.md$/);

  const mended = await doctor(home, "--repair");
  assert.equal(mended.code, 1);
  for (const [name, { status }] of mended.found) {
    assert.equal(status, name === "originals" ? "problem" : "repaired", name);
  }
  assert.deepEqual(mended.found.get("originals")?.items, [`${home.files}/lost.md`]);
  assert.equal(((await Deno.stat(`${home.root}/token`)).mode ?? 0) & 0o777, 0o600);
  // What was read of the lost one is still found, and ingesting the file again ends the matter.
  const { results } = await home.json(["search", "badger"]) as { results: unknown[] };
  assert.equal(results.length, 1);
  assert.equal((await home.morgan(["ingest", "lost.md"])).code, 0);
  const completed = async () => ((await home.json(["status"])).documents as Record<string, number>).completed;
  await eventually("four documents are completed", async () => await completed() === 4);
  const read = await home.json(["search", "ochre heron"]) as { results: { path: string }[] };
  assert.equal(read.results[0]?.path, `${home.files}/chunks.md`);
  const last = await home.morgan(["doctor"]);
  assert.equal(last.code, 0, last.stdout);
  assert.match(last.stdout, /\n\nMorgan is well\.\n$/);
});

Deno.test("doctor works without a server that starts: the configuration, the token and the database are told apart", async () => {
  await using home = await commandHome();
  await home.json(["status"]);
  await home.morgan(["stop"]);
  await Deno.writeTextFile(`${home.root}/config.json`, '{"llm": {"modle": "x"}}', { mode: 0o600 });
  const configured = await doctor(home);
  assert.equal(configured.code, 1);
  assert.deepEqual([...configured.found.keys()], ["configuration", "server"]);
  await Deno.remove(`${home.root}/config.json`);
  await Deno.writeTextFile(`${home.root}/token`, "nonsense");
  await Deno.remove(`${home.root}/data/global`, { recursive: true });
  const broken = await doctor(home);
  assert.equal(broken.code, 1);
  assert.deepEqual([...broken.found.keys()], ["token", "server", "database"]);
});
