import assert from "node:assert/strict";
import { watchChaos } from "../../scripts/chaos/watch.ts";
import { commandHome } from "../support/command.ts";
import type { CommandHome } from "../support/command.ts";
import { startWatching } from "../support/watching.ts";

async function paths(home: CommandHome): Promise<string[]> {
  const { documents } = await home.json(["documents", "list"]) as {
    documents: { path: string; status: string }[];
  };
  return documents.filter(({ status }) => status === "completed")
    .map(({ path }) => path.slice(home.files.length + 1));
}

const change = (change: string, name: string) => (event: Record<string, unknown>) =>
  event.event === "change" && event.change === change && String(event.path).endsWith(`/${name}`);

Deno.test("ingest --watch follows edits, saves by rename, new and renamed folders, and deletions", async () => {
  await using home = await commandHome();
  await home.write({
    "a.md": "# A\n\nThe teal weasel.",
    "sub/b.txt": "The plum badger.",
    "c.txt": "Gone soon.",
  });
  await using watching = await startWatching(home);
  assert.deepEqual(await paths(home), ["a.md", "c.txt", "sub/b.txt"]);

  await home.write({ "a.md": "# A\n\nThe teal weasel hums." });
  await watching.until("the edit", change("changed", "a.md"));

  // As editors save: a backup, a temporary file, a rename over the old one.
  await Deno.copyFile(`${home.files}/a.md`, `${home.files}/a.md~`);
  await home.write({ ".a.md.swp": "scratch", "a.md.tmp": "# A\n\nThe teal weasel sings arias." });
  await Deno.rename(`${home.files}/a.md.tmp`, `${home.files}/a.md`);
  await Deno.remove(`${home.files}/.a.md.swp`);
  await watching.until("the save", change("changed", "a.md"));
  const { results } = await home.json(["search", "arias"]) as { results: { path: string }[] };
  assert.equal(results[0]?.path, `${home.files}/a.md`);

  await home.write({
    "new/deep/d.md": "# D\n\nThe mauve lynx.",
    "node_modules/x.md": "# X",
    ".git/y.md": "# Y",
  });
  await watching.until("the new folder", change("added", "d.md"));

  await Deno.rename(`${home.files}/new`, `${home.files}/old`);
  await watching.until("the renamed folder's old paths", change("deleted", "new/deep/d.md"));
  await Deno.remove(`${home.files}/c.txt`);
  await watching.until("the deletion", change("deleted", "c.txt"));
  await Deno.remove(`${home.files}/sub`, { recursive: true });
  await watching.until("the deleted folder", change("deleted", "sub/b.txt"));
  assert.deepEqual(await paths(home), ["a.md", "old/deep/d.md"]);
  assert.equal(await watching.end("SIGINT"), 0);
});

Deno.test("what was deleted while nobody watched follows at the start, below the watched folder only", async () => {
  await using home = await commandHome();
  await home.write({
    "in/a.md": "# A\n\nOne.",
    "in/b.md": "# B\n\nTwo.",
    "inside.md": "# C\n\nThree.",
    "out/d.md": "# D\n\nFour.",
  });
  await home.json(["documents", "list"]);
  assert.equal((await home.morgan(["ingest", "."])).code, 0);
  for (const name of ["in/a.md", "inside.md", "out/d.md"]) await Deno.remove(`${home.files}/${name}`);
  await using watching = await startWatching(home, ["in"]);
  assert.deepEqual(await paths(home), ["in/b.md", "inside.md", "out/d.md"]);
  assert.equal(await watching.end("SIGTERM"), 0);
});

Deno.test("a watched folder that goes away keeps its documents, and is followed again when it is back", async () => {
  await using home = await commandHome();
  await home.write({ "disk/a.md": "# A\n\nThe teal weasel." });
  await using watching = await startWatching(home, ["disk"]);
  await Deno.rename(`${home.files}/disk`, `${home.files}/away`);
  await watching.until("it was missed", ({ event }) => event === "away");
  assert.deepEqual(await paths(home), ["disk/a.md"]);
  await home.write({ "away/b.md": "# B\n\nThe plum badger." });
  await Deno.rename(`${home.files}/away`, `${home.files}/disk`);
  await watching.until("the file that came with it", change("added", "disk/b.md"));
  await Deno.remove(`${home.files}/disk/a.md`);
  await watching.until("a deletion after that", change("deleted", "disk/a.md"));
  assert.deepEqual(await paths(home), ["disk/b.md"]);

  // Missing from the start: documents say that it was there once. Where there are none, it is a mistake.
  await watching.end();
  await Deno.rename(`${home.files}/disk`, `${home.files}/away`);
  await using again = await startWatching(home, ["disk"]);
  assert.deepEqual(await paths(home), ["disk/b.md"]);
  await again.end();
  assert.equal((await home.morgan(["ingest", "--watch", "dsik"])).code, 1);
});

Deno.test("a watch outlives its server, and sends what changed meanwhile to the next one", async () => {
  await using home = await commandHome();
  await home.write({ "a.md": "# A\n\nThe teal weasel." });
  await using watching = await startWatching(home);
  Deno.kill((await home.server()).pid, "SIGKILL");
  await home.write({ "b.md": "# B\n\nThe plum badger." });
  await watching.until("the file was added", change("added", "b.md"));
  assert.deepEqual(await paths(home), ["a.md", "b.md"]);
});

Deno.test("a single file is watched through its replacement; its siblings are none of the watch's business", async () => {
  await using home = await commandHome();
  await home.write({ "a.md": "# A\n\nThe teal weasel." });
  await using watching = await startWatching(home, ["a.md"]);
  await home.write({ "b.md": "# B", "tmp": "# A\n\nThe plum badger." });
  await Deno.rename(`${home.files}/tmp`, `${home.files}/a.md`);
  await watching.until("the save", change("changed", "a.md"));
  await Deno.remove(`${home.files}/a.md`);
  await watching.until("the deletion", change("deleted", "a.md"));
  assert.deepEqual(await paths(home), []);
});

Deno.test("after random edits, renames and deletions, and a killed server, Morgan holds what a fresh ingest would", async () => {
  const env = { MORGAN_EMBEDDING_PROVIDER: "none" };
  const { different, differentSearches, files } = await watchChaos({ files: 60, steps: 80, seed: 7, env });
  assert.deepEqual([different, differentSearches], [[], []]);
  assert.ok(files > 0);
});
