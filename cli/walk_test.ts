import assert from "node:assert/strict";
import { describePassed, excludedNames } from "./passed_over.ts";
import { findFiles } from "./walk.ts";

const rules = { excluded: excludedNames(["drafts", "skip.md"]), followLinks: false };

/** A fresh folder with files of these names, removed afterwards. */
async function inFolder(names: readonly string[], use: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.realPath(await Deno.makeTempDir());
  try {
    for (const name of names) {
      await Deno.mkdir(`${root}/${name}`.replace(/\/[^/]*$/, ""), { recursive: true });
      await Deno.writeTextFile(`${root}/${name}`, name);
    }
    await use(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("a folder gives its documents and code in order, and says what it holds beside them", async () => {
  const names = ["b.md", "a.txt", "sub/c.pdf", "sub/deep/d.ts", "x.bak/e.md", "picture.png", ".hidden.md"];
  const passed = [".git/x.md", "node_modules/y.md", "drafts/z.md", "sub/skip.md", "talk.pptx", "book.epub"];
  await inFolder([...names, ...passed], async (root) => {
    const found = await findFiles([root], rules);
    const short = (path: string) => path.slice(root.length + 1);
    assert.deepEqual([...found.files.keys()].map(short), [
      "a.txt",
      "b.md",
      "sub/c.pdf",
      "sub/deep/d.ts",
      "x.bak/e.md",
    ]);
    assert.equal(found.files.get(`${root}/a.txt`)?.size, 5);
    assert.deepEqual(found.passed.map(({ path, reason }) => `${reason} ${short(path)}`).sort(), [
      "excluded drafts",
      "excluded node_modules",
      "excluded sub/skip.md",
      "hidden .git",
      "hidden .hidden.md",
      "unsupported book.epub",
      "unsupported picture.png",
      "unsupported talk.pptx",
    ]);
    // What is named is taken as it is, once.
    const named = await findFiles([`${root}/picture.png`, `${root}/sub`, `${root}/sub/c.pdf`], rules);
    assert.deepEqual([...named.files.keys()].map(short), ["picture.png", "sub/c.pdf", "sub/deep/d.ts"]);
    await assert.rejects(findFiles([`${root}/none`], rules), { code: "not_found" });
    const half = await findFiles([`${root}/none`, `${root}/a.txt`], rules);
    assert.deepEqual([...half.files.keys()].map(short), ["a.txt"]);
    assert.deepEqual([...half.unreadable.keys()].map(short), ["none"]);
  });
});

Deno.test("locks and copies that programs leave are passed over, documents with like names are not", async () => {
  const junk = ["~$report.docx", "#plan.md#", "plan.md~", "a.md___jb_tmp___", "Thumbs.db", "desktop.ini"];
  const hidden = [".~lock.text.odt#", ".#plan.md", ".plan.md.swp", "._plan.md", ".DS_Store"];
  const kept = ["notes (conflicted copy).md", "~report.md", "#1 plan.md", "$cost.md", "plan.tmp.md"];
  await inFolder([...junk, ...hidden, ...kept], async (root) => {
    const found = await findFiles([root], rules);
    assert.deepEqual([...found.files.keys()].map((path) => path.slice(root.length + 1)), kept.toSorted());
    assert.deepEqual(new Set(found.passed.map(({ reason }) => reason)), new Set(["temporary"]));
    assert.equal(found.passed.length, junk.length + hidden.length);
    const [line = ""] = describePassed(found.passed, (path) => path.slice(root.length + 1));
    assert.match(line, /passed over 11 locks.*: .*, .*, .* and 8 more$/);
  });
});

Deno.test("a lock that a shell's * names with the documents is passed over, other names are taken as they are", async () => {
  const locks = ["~$report.docx", ".~lock.plan.odt#"];
  const others = [".hidden.md", "~draft.md", "notes.md~", "plan.odt"];
  await inFolder([...locks, ...others], async (root) => {
    const at = (names: string[]) => names.map((name) => `${root}/${name}`);
    const found = await findFiles(at([...locks, ...others]), rules);
    assert.deepEqual([...found.files.keys()], at(others));
    assert.deepEqual(found.passed, at(locks).map((path) => ({ path, reason: "temporary" })));
    assert.equal((await findFiles(at(locks), rules)).files.size, 0);
  });
});

Deno.test("links that lead out are not followed unasked, what they lead to inside is found once, loops end", async () => {
  await inFolder(
    ["in/a.txt", "in/sub/b.txt", "in/.store/c.txt", "out/d.txt", "out/e/f.txt"],
    async (root) => {
      const links = { loop: "in", "sub2": "in/sub", "a2.txt": "in/a.txt", "c.txt": "in/.store/c.txt" };
      for (const [name, target] of Object.entries(links)) {
        await Deno.symlink(`${root}/${target}`, `${root}/in/${name}`);
      }
      await Deno.symlink(`${root}/out`, `${root}/in/away`);
      await Deno.symlink(`${root}/out/d.txt`, `${root}/in/d.txt`);
      await Deno.symlink(root, `${root}/in/above`);
      await Deno.symlink(`${root}/none`, `${root}/in/broken.txt`);
      await Deno.symlink(`${root}/in/self`, `${root}/in/self`);
      const short = (path: string) => path.slice(root.length + 1);
      const found = await findFiles([`${root}/in`], rules);
      assert.deepEqual([...found.files.keys()].map(short), ["in/a.txt", "in/sub/b.txt", "in/c.txt"]);
      assert.deepEqual(found.passed.map(({ path, reason }) => `${reason} ${short(path)}`).sort(), [
        "broken_link in/broken.txt",
        "broken_link in/self",
        "hidden in/.store",
        "link in/above",
        "link in/away",
        "link in/d.txt",
      ]);
      const all = await findFiles([`${root}/in`], { ...rules, followLinks: true });
      const texts = [...all.files.keys()].map((path) => Deno.readTextFileSync(path));
      assert.deepEqual(texts.sort(), [
        "in/.store/c.txt",
        "in/a.txt",
        "in/sub/b.txt",
        "out/d.txt",
        "out/d.txt",
        "out/e/f.txt",
      ]);
      // A link that the user named is followed.
      const named = await findFiles([`${root}/in/away`], rules);
      assert.deepEqual([...named.files.keys()].map(short), ["in/away/d.txt", "in/away/e/f.txt"]);
    },
  );
});

Deno.test({
  name: "pipes, sockets and devices are never opened",
  ignore: Deno.build.os === "windows",
  async fn() {
    await inFolder(["a.txt"], async (root) => {
      await new Deno.Command("mkfifo", { args: [`${root}/b.txt`] }).output();
      using _socket = Deno.listen({ transport: "unix", path: `${root}/c.txt` });
      await Deno.symlink("/dev/zero", `${root}/d.txt`);
      const found = await findFiles([root], { ...rules, followLinks: true });
      assert.deepEqual([...found.files.keys()], [`${root}/a.txt`]);
      assert.deepEqual(found.passed.map(({ reason }) => reason), ["special", "special", "special"]);
      for (const path of [`${root}/b.txt`, `${root}/c.txt`, "/dev/zero"]) {
        await assert.rejects(findFiles([path], rules), /is (a pipe|a socket|a device), not a file/);
      }
    });
  },
});

Deno.test("a name that is no UTF-8 costs itself, also beside one that looks the same", async () => {
  await inFolder(["a.txt"], async (root) => {
    const make = `import os,sys
d = os.fsencode(sys.argv[1])
for name in [b"caf\\xe9.md", b"caf\\xef\\xbf\\xbd.md", b"\\xff\\xfe.txt", b"gr\\xfc\\xdf.txt"]:
    open(os.path.join(d, name), "w").close()
os.mkdir(os.path.join(d, b"stra\\xdfe"))
open(os.path.join(d, b"stra\\xdfe", b"b.txt"), "w").close()
os.symlink("a.txt", os.path.join(d, b"\\xe4.txt"))`;
    const { success } = await new Deno.Command("python3", { args: ["-c", make, root], stderr: "null" })
      .output().catch(() => ({ success: false }));
    // The file systems of macOS and Windows have no such names.
    if (!success) return;
    const found = await findFiles([root], rules);
    assert.deepEqual([...found.files.keys()], [`${root}/a.txt`, `${root}/caf\ufffd.md`]);
    assert.equal(found.unreadable.size, 5);
    assert.deepEqual(found.passed, []);
    for (const path of [`${root}/gr\ufffd\ufffd.txt`, `${root}/stra\ufffde`]) {
      await assert.rejects(findFiles([path], rules), /not valid UTF-8/);
    }
    for (const error of found.unreadable.values()) assert.match(error.message, /not valid UTF-8/);
  });
});
