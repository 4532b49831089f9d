import assert from "node:assert/strict";
import { MorganError } from "../errors.ts";
import { openExtractor, readingCommand, type SpawnCommand } from "./extractor.ts";
import { encodeFrame, READY } from "./frames.ts";
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

/** A child that says it is ready, reads its input and then does `body` instead of answering. */
function child(body: string): (heapMiB: number) => SpawnCommand {
  const ready = `[${encodeFrame(READY)}]`;
  return starting(
    `Deno.stdout.writeSync(Uint8Array.from(${ready})); await Deno.stdin.read(new Uint8Array(4)); ${body}`,
  );
}

/** A child that does `source`. */
function starting(source: string): (heapMiB: number) => SpawnCommand {
  return (heapMiB) => ({
    command: Deno.execPath(),
    args: [
      "run",
      "--quiet",
      "--allow-run",
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

/** Reads a file with a process that is started in some way, and gives what came of it. */
async function outcome(spawn: (heapMiB: number) => SpawnCommand, timeoutMs = 60_000): Promise<MorganError> {
  await using extractor = openExtractor({ spawn, timeoutMs });
  let thrown: unknown;
  await withFile(new Uint8Array(1), async (file) => {
    thrown = await extractor.extract(file, "a.pdf", SPLIT).catch((error) => error);
    await assert.rejects(extractor.tryOut(SPLIT), { code: "internal" });
  });
  assert.ok(thrown instanceof MorganError, String(thrown));
  return thrown;
}

Deno.test("a reading process that does not start is told as such, with its reason and a next step, and blames no document", async () => {
  const says = (text: string) => starting(`console.error(${JSON.stringify(text)}); Deno.exit(1);`);
  const missing: SpawnCommand = { command: "/does/not/exist/deno", args: [] };
  const cases: [(heapMiB: number) => SpawnCommand, RegExp, RegExp][] = [
    [() => missing, /does not start: .*exist\/deno/, /Install Morgan again/],
    [
      says('error: Could not find npm package "unpdf" in cache.'),
      /start: Could not find npm/,
      /deno install --frozen/,
    ],
    [says("deno: error while loading shared libraries: libdl.so.2"), /libdl\.so\.2/, /Install the library/],
    [says("error: Permission denied (os error 13)"), /Permission denied/, /right to read/],
    [says("fatal: Cannot allocate memory"), /allocate memory/, /Close other programs/],
    [starting("Deno.exit(3);"), /without a word/, /morgan doctor/],
  ];
  for (const [spawn, message, hint] of cases) {
    const error = await outcome(spawn);
    assert.equal(error.code, "internal");
    assert.equal(error.details?.reason, "reader");
    assert.match(error.message, message);
    assert.match(error.hint ?? "", hint);
  }
  const late = await outcome(starting("for (;;);"), 1000);
  assert.match(late.message, /not ready within 1 s/);
});

Deno.test("a reading process that is killed from outside blames no document", async () => {
  const error = await outcome(child("Deno.kill(Deno.pid, 'SIGKILL');"));
  assert.deepEqual([error.code, error.details?.reason], ["internal", "reader"]);
  assert.match(error.message, /was killed/);
});

Deno.test("tryOut() reads a tiny document of every kind", async () => {
  await using extractor = openExtractor();
  await extractor.tryOut(SPLIT);
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
