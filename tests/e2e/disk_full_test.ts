import assert from "node:assert/strict";
import { commandHome, twoLines } from "../support/command.ts";
import { canMount, filler, smallDisk } from "../support/sandbox.ts";

const possible = await canMount();
const LEFT_OUT = possible ? "" : " (left out: nothing can be mounted here)";

/** Text that does not compress, a few hundred kB of it. */
function bulk(index: number): string {
  const word = (n: number) => ((n * 2654435761) >>> 0).toString(36);
  return Array.from({ length: 20_000 }, (_, i) => word(index * 20_000 + i)).join(" ");
}

Deno.test({
  name:
    `a disk that fills up while documents are read: said in two lines, nothing half visible, and Morgan goes on${LEFT_OUT}`,
  ignore: !possible,
  async fn() {
    await using disk = await smallDisk(128);
    await using home = await commandHome(undefined, disk.path);
    await home.write({ "first.txt": "The blue heron nests in Gloria's orchard every April." });
    assert.equal((await home.morgan(["ingest", "first.txt"])).code, 0);
    const full = await filler(`${disk.path}/filler`, 4);
    const bulky = await Deno.makeTempDir();
    for (let i = 0; i < 24; i++) await Deno.writeTextFile(`${bulky}/${i}.txt`, bulk(i));
    const { code, stderr } = await home.morgan(["ingest", bulky]);
    assert.equal(code, 1);
    assert.match(stderr, /disk that holds Morgan's data is full|storage_full/);
    assert.doesNotMatch(stderr, /\n {4}at /);

    // Still there, and still answering.
    const answer = await home.json(["query", "Where does the blue heron nest in the orchard?"]);
    assert.equal(answer.answered, true);
    const { documents } = await home.json(["documents", "list"]) as {
      documents: { id: string; status: string; chunks: number }[];
    };
    for (const { id, status, chunks } of documents.filter(({ status }) => status === "completed")) {
      const { content } = await home.json(["documents", "show", id]) as { content: unknown[] };
      assert.equal(content.length, chunks, status);
    }

    // With space again it goes on.
    await home.morgan(["stop"]);
    await full[Symbol.asyncDispose]();
    const resumed = await home.morgan(["ingest", bulky]);
    assert.equal(resumed.code, 0, resumed.stderr);
    assert.match(resumed.stdout, /, 0 failed\./);
    await Deno.remove(bulky, { recursive: true });
    const after = await home.morgan(["query", "Where does the blue heron nest in the orchard?", "-q"]);
    assert.equal(after.code, 0, after.stderr);
    assert.match(after.stdout, /Gloria's orchard/);
  },
});

Deno.test({
  name: `a disk that is full from the start: said in two lines${LEFT_OUT}`,
  ignore: !possible,
  async fn() {
    await using disk = await smallDisk(4);
    await using home = await commandHome(undefined, disk.path);
    const { code, stdout, stderr } = await home.morgan(["status"]);
    assert.equal(code, 1);
    assert.equal(stdout, "");
    const [what, next] = twoLines(stderr);
    assert.match(what, /disk that holds Morgan's data is full/);
    assert.match(next, /MORGAN_HOME/);
  },
});
