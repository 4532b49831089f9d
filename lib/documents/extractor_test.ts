import assert from "node:assert/strict";
import { openExtractor, readingCommand, type SpawnCommand } from "./extractor.ts";
import { makeDocx, makePdf } from "./testing.ts";

async function withFile(bytes: Uint8Array, use: (file: string) => Promise<void>) {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeFile(file, bytes);
    await use(file);
  } finally {
    await Deno.remove(file);
  }
}

/** A child that reads its input and then does `body` instead of answering. */
function child(body: string): (heapMiB: number) => SpawnCommand {
  const source = `await Deno.stdin.read(new Uint8Array(4)); ${body}`;
  return (heapMiB) => ({
    command: Deno.execPath(),
    args: [
      "run",
      "--quiet",
      "--no-config",
      `--v8-flags=--max-old-space-size=${heapMiB}`,
      `data:application/javascript,${encodeURIComponent(source)}`,
    ],
  });
}

const SPLIT = { maxTokens: 100, targetTokens: 50, tokenizer: null };

Deno.test("openExtractor() reads documents one after another in its process, failures included", async () => {
  await using extractor = openExtractor();
  await withFile(makePdf([["Text of the page."]]), async (file) => {
    const [first, second] = await Promise.all([
      extractor.extract(file, "a.pdf", SPLIT),
      extractor.extract(file, "b.pdf", SPLIT),
    ]);
    assert.deepEqual([first.document.text, second.document.text], ["Text of the page.", "Text of the page."]);
  });
  await withFile(
    new Uint8Array(),
    (file) => assert.rejects(extractor.extract(file, "a.txt", SPLIT), { reason: "empty" }),
  );
  await assert.rejects(extractor.extract("/does/not/exist.txt", "exist.txt", SPLIT), { code: "not_found" });
  await withFile(new TextEncoder().encode("Still here."), async (file) => {
    assert.equal((await extractor.extract(file, "a.txt", SPLIT)).document.text, "Still here.");
  });
});

Deno.test("openExtractor() ends a process that loops and fails the document with timeout", async () => {
  await using extractor = openExtractor({ timeoutMs: 1000, spawn: child("for (;;);") });
  await withFile(
    new Uint8Array(1),
    (file) => assert.rejects(extractor.extract(file, "a.pdf", SPLIT), { reason: "timeout" }),
  );
});

Deno.test("openExtractor() fails the document with memory when its process fills the heap or grows beyond the limit", async () => {
  const hoard = "const all = []; for (;;) all.push(new Array(1e5).fill({}));";
  const buffers =
    "const all = []; for (;;) { all.push(new Uint8Array(1e7).fill(1)); await new Promise((r) => setTimeout(r, 1)); }";
  for (const body of Deno.build.os === "linux" ? [hoard, buffers] : [hoard]) {
    await using extractor = openExtractor({ memoryBytes: 200 * 1024 ** 2, spawn: child(body) });
    await withFile(
      new Uint8Array(1),
      (file) => assert.rejects(extractor.extract(file, "a.pdf", SPLIT), { reason: "memory" }),
    );
  }
});

Deno.test("openExtractor() stops at once when the signal aborts", async () => {
  await using extractor = openExtractor({ spawn: child("for (;;);") });
  const controller = new AbortController();
  await withFile(new Uint8Array(1), async (file) => {
    const reading = extractor.extract(file, "a.pdf", SPLIT, controller.signal);
    controller.abort(new Error("no longer wanted"));
    await assert.rejects(reading, /no longer wanted/);
  });
});

Deno.test("the reading process can read no file, see no variable, load, run, write and reach nothing, whatever a document does", async () => {
  let requests = 0;
  await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, () => {
    requests++;
    return new Response("export {};", { headers: { "content-type": "text/javascript" } });
  });
  const entry = new URL("./testdata_forbidden.ts", import.meta.url).href;
  await using extractor = openExtractor({
    spawn(heapMiB, readable) {
      const command = readingCommand(heapMiB, readable, entry);
      return { ...command, env: { ...command.env, MORGAN_TOKEN: "secret" } };
    },
  });
  const folder = await Deno.makeTempDir();
  const secret = `${folder}/token.js`;
  try {
    await Deno.writeTextFile(secret, "export {};");
    const file = `${folder}/document`;
    await Deno.writeTextFile(
      file,
      JSON.stringify({ secret, url: `http://127.0.0.1:${server.addr.port}` }),
    );
    const { document } = await extractor.extract(file, "a.txt", SPLIT);
    const outcomes: Record<string, string> = JSON.parse(document.text);
    assert.ok(Object.keys(outcomes).length > 20);
    const refused = /NotCapable|Requires \w+ access|EACCES|remote|denied/i;
    assert.deepEqual(Object.entries(outcomes).filter(([, outcome]) => !refused.test(outcome)), []);
    assert.equal(requests, 0);
    assert.deepEqual((await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort(), [
      "document",
      "token.js",
    ]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("the reading process sees nothing of the environment but what it starts with", async () => {
  Deno.env.set("MORGAN_TOKEN", "the token of the tests");
  try {
    const all = "Deno.stderr; const all = JSON.stringify(Deno.env.toObject());" +
      "Deno.exit(/MORGAN|token of/.test(all) ? 1 : 133)";
    await using extractor = openExtractor({
      spawn: (heapMiB) => {
        const command = child(all)(heapMiB);
        return { ...command, args: command.args.with(0, "run").toSpliced(1, 0, "--allow-env") };
      },
    });
    // 133 is the exit code of a heap that is full: the child saw no token.
    await withFile(
      new Uint8Array(1),
      (file) => assert.rejects(extractor.extract(file, "a.txt", SPLIT), { reason: "memory" }),
    );
  } finally {
    Deno.env.delete("MORGAN_TOKEN");
  }
});

Deno.test("another tokenizer than before gets a process that may read it, and every kind of document is read without rights", async () => {
  const models = new URL("../../assets/models/BAAI/bge-small-en-v1.5/", import.meta.url).pathname;
  const tokenizer = { file: `${models}tokenizer.json`, config: `${models}tokenizer_config.json` };
  await using extractor = openExtractor();
  const html = "<html><body><article><h1>A</h1><p>The teal weasel.</p></article></body></html>";
  const kinds = {
    "a.html": html,
    "a.md": "# A\n\nThe teal weasel.",
    "a.ts": "const teal = 1;",
    "a.txt": "teal",
  };
  for (const split of [SPLIT, { ...SPLIT, tokenizer }, SPLIT]) {
    for (const [name, text] of Object.entries(kinds)) {
      await withFile(new TextEncoder().encode(text), async (file) => {
        assert.match((await extractor.extract(file, name, split)).document.text, /teal/);
      });
    }
    const docx = makeDocx("<w:p><w:r><w:t>The teal weasel.</w:t></w:r></w:p>");
    await withFile(docx, async (file) => {
      assert.match((await extractor.extract(file, "a.docx", split)).document.text, /teal/);
    });
  }
});
