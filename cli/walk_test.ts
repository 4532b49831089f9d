import assert from "node:assert/strict";
import { findFiles } from "./walk.ts";

Deno.test("a folder gives its documents and code in order; hidden, foreign and excluded ones are passed over", async () => {
  const root = await Deno.makeTempDir();
  const names = [
    "b.md",
    "a.txt",
    "sub/c.pdf",
    "sub/deep/d.ts",
    "picture.png",
    ".hidden.md",
    ".git/x.md",
    "node_modules/y.md",
    "drafts/z.md",
    "sub/skip.md",
  ];
  for (const name of names) {
    await Deno.mkdir(`${root}/${name}`.replace(/\/[^/]*$/, ""), { recursive: true });
    await Deno.writeTextFile(`${root}/${name}`, name);
  }
  await Deno.symlink(`${root}/sub`, `${root}/loop`);
  await Deno.symlink(`${root}/a.txt`, `${root}/link.txt`);
  const found = await findFiles([root], ["drafts", "skip.md"]);
  const short = found.map(({ path }) => path.slice(root.length + 1));
  assert.deepEqual(short, ["a.txt", "b.md", "link.txt", "sub/c.pdf", "sub/deep/d.ts"]);
  assert.equal(found[0]?.size, 5);
  // What is named is taken as it is, once.
  const named = await findFiles([`${root}/picture.png`, `${root}/sub`, `${root}/sub/c.pdf`], []);
  assert.deepEqual(named.map(({ path }) => path.slice(root.length + 1)), [
    "picture.png",
    "sub/c.pdf",
    "sub/deep/d.ts",
    "sub/skip.md",
  ]);
  await assert.rejects(findFiles([`${root}/none`], []), { code: "not_found" });
  await Deno.remove(root, { recursive: true });
});
