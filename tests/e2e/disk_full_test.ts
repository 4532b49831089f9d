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

Deno.test({
  name:
    `a full disk at each phase: said by its folder, nothing half written, and all goes on with space${LEFT_OUT}`,
  ignore: !possible,
  async fn() {
    await using disk = await smallDisk(120);
    await using home = await commandHome(undefined, disk.path);
    await home.write({ "first.txt": "The blue heron nests in Gloria's orchard every April." });
    assert.equal((await home.morgan(["ingest", "first.txt"])).code, 0);
    const elsewhere = await Deno.makeTempDir();
    const archive = `${elsewhere}/morgan.tar.gz`;
    assert.equal((await home.morgan(["backup", archive])).code, 0);
    const full = await filler(`${disk.path}/filler`, 0);

    /** Fails for the disk alone, and names its folder. */
    async function refused(...args: string[]): Promise<void> {
      const { code, stderr } = await home.morgan(args);
      assert.equal(code, 1, `${args.join(" ")}: ${stderr}`);
      const [what, next] = twoLines(stderr.trimEnd().split("\n").slice(-2).join("\n"));
      assert.match(what, /disk .*is full/, args.join(" "));
      assert.ok(what.includes(disk.path), what);
      assert.match(next, /Free some space/);
    }
    // A server that runs: it reads and answers, and says that it keeps nothing.
    const said = await home.morgan(["chat"], { stdin: "My cabin has a green door.\n" });
    assert.equal(said.code, 0, said.stderr);
    assert.doesNotMatch(said.stdout, /noted/);
    assert.match(`${said.stdout}${said.stderr}`, /not stored/);
    assert.equal(
      (await home.json(["query", "Where does the blue heron nest in the orchard?"])).answered,
      true,
    );
    await Deno.writeTextFile(`${elsewhere}/second.txt`, bulk(1));
    await refused("ingest", `${elsewhere}/second.txt`);
    await refused("backup", `${disk.path}/second.tar.gz`);
    await refused("documents", "rm", `${home.files}/first.txt`, "-y");
    await refused("keys", "rotate");
    assert.equal((await home.json(["status"])).version !== undefined, true);
    assert.equal((await home.morgan(["stop"])).code, 0);

    // None that runs: no start, no migration, no restore.
    await refused("status");
    await refused("migrate", "up");
    await refused("restore", archive, "--force", "-y");
    assert.equal((await home.morgan(["stop"])).code, 0);

    await full[Symbol.asyncDispose]();
    const answer = await home.json(["query", "Where does the blue heron nest in the orchard?"]);
    assert.equal(answer.answered, true);
    assert.equal((await home.morgan(["ingest", `${elsewhere}/second.txt`])).code, 0);
    const names: string[] = [];
    for (const folder of [disk.path, home.root, `${home.root}/backups`, `${home.root}/conversations`]) {
      for await (const { name } of Deno.readDir(folder)) names.push(name);
    }
    assert.deepEqual(names.filter((name) => /\.tmp$|^staging-|^restore$|second\.tar/.test(name)), []);
    await Deno.remove(elsewhere, { recursive: true });
  },
});
