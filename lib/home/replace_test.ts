import assert from "node:assert/strict";
import { endReplacing, homePaths, openHome, replacementFolders, replaceParts } from "./mod.ts";

const PLAN = {
  old: ["data", "config.json"],
  fresh: ["data", "keys/data.key", "index"],
  aside: "replaced/then",
};

/** A folder with old parts, and fresh ones prepared. */
async function prepared(): Promise<{ root: string } & AsyncDisposable> {
  const root = await Deno.makeTempDir();
  const { fresh } = replacementFolders(root);
  for (const folder of [`${root}/data`, `${root}/keys`, `${fresh}/data`, `${fresh}/keys`, `${fresh}/index`]) {
    await Deno.mkdir(folder, { recursive: true });
  }
  const files = {
    [`${root}/data/rows`]: "old",
    [`${root}/config.json`]: "old",
    [`${root}/keys/data.key`]: "old",
    [`${root}/keys/other`]: "stays",
    [`${fresh}/data/rows`]: "new",
    [`${fresh}/keys/data.key`]: "new",
    [`${fresh}/index/log`]: "new",
  };
  for (const [path, text] of Object.entries(files)) await Deno.writeTextFile(path, text);
  return { root, [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }) };
}

/** Every file below a folder with its text. */
async function filesIn(folder: string, below = ""): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, isDirectory } of Deno.readDir(`${folder}${below}`)) {
    const path = `${below}/${name}`;
    if (isDirectory) Object.assign(found, await filesIn(folder, path));
    else if (name !== "lock") found[path] = await Deno.readTextFile(`${folder}${path}`);
  }
  return found;
}

const OLD = { "/data/rows": "old", "/config.json": "old", "/keys/data.key": "old", "/keys/other": "stays" };
const NEW = {
  "/data/rows": "new",
  "/index/log": "new",
  "/keys/data.key": "new",
  "/keys/other": "stays",
  "/replaced/then/data/rows": "old",
  "/replaced/then/config.json": "old",
};

Deno.test("a replacement that breaks off at any step leaves all that was old, or all that is new, to whoever opens the folder next", async () => {
  const steps: string[] = [];
  {
    await using folder = await prepared();
    await replaceParts(folder.root, PLAN, (step) => void steps.push(step));
    assert.deepEqual(await filesIn(folder.root), NEW);
  }
  assert.ok(steps.length >= 8, steps.join(", "));
  for (const [i, step] of steps.entries()) {
    await using folder = await prepared();
    await assert.rejects(
      replaceParts(folder.root, PLAN, (now) => {
        if (now === step) throw new Error("killed");
      }),
      /killed/,
    );
    // A command that ran meanwhile makes the folders that it needs.
    await openHome({ MORGAN_HOME: folder.root });
    const expected = i === 0 ? OLD : NEW;
    if (i === 0) {
      // Only prepared: taken back with the lock.
      await endReplacing(homePaths({ MORGAN_HOME: folder.root }).root);
    }
    assert.deepEqual(await filesIn(folder.root), expected, step);
  }
});

Deno.test("a replacement that breaks off a second time, while it is ended, is ended the third time", async () => {
  await using folder = await prepared();
  const breakAt = (step: string) => (now: string) => {
    if (now === step) throw new Error("killed");
  };
  await assert.rejects(replaceParts(folder.root, PLAN, breakAt("move config.json aside")), /killed/);
  await assert.rejects(endReplacing(folder.root, breakAt("place index")), /killed/);
  await endReplacing(folder.root);
  assert.deepEqual(await filesIn(folder.root), NEW);
});

Deno.test("a journal that cannot be read is an error that names it, and nothing is moved", async () => {
  await using folder = await prepared();
  await Deno.writeTextFile(`${folder.root}/restore/moving.json`, "{");
  await assert.rejects(openHome({ MORGAN_HOME: folder.root }), { code: "storage", hint: /--force/ });
  const { "/restore/moving.json": _, ...left } = await filesIn(folder.root);
  assert.equal(left["/data/rows"], "old");
});
