import assert from "node:assert/strict";
import { mock } from "node:test";
import { MorganError } from "../../lib/errors.ts";
import { within } from "../../lib/testing.ts";
import type { Document } from "../../services/rag/contract.ts";
import { excludedNames } from "../passed_over.ts";
import { type WatchClient, type WatchEvent, type WatchOptions, watchRoots } from "./mod.ts";

/** A Morgan in memory: the texts that it was sent, by path. */
function memoryMorgan() {
  const texts = new Map<string, string>();
  const faults: MorganError[] = [];
  function documentOf(path: string): Document {
    return {
      id: path,
      path,
      type: "text",
      size: 0,
      status: "completed",
      chunks: 1,
      sha256: "",
      created_at: "",
      updated_at: "",
    };
  }
  const client: WatchClient = {
    async *ingest(files) {
      const fault = faults.shift();
      if (fault) throw fault;
      for (const { path, open } of files) {
        const text = await new Response(await open()).text();
        const status = texts.get(path) === text ? "unchanged" : "completed";
        texts.set(path, text);
        yield { event: "document", path, status, chunks: 1, embeddings: 0 };
      }
    },
    documents: ({ path_prefix = "" }) =>
      Promise.resolve({
        documents: [...texts.keys()].filter((path) => path.startsWith(path_prefix)).map(documentOf),
        next: null,
      }),
    deleteDocument(id) {
      texts.delete(id);
      return Promise.resolve([id]);
    },
  };
  return { texts, faults, client };
}

/** Watches a fresh folder until `until` is done. */
async function watched(
  options: Partial<WatchOptions>,
  until: (at: {
    root: string;
    morgan: ReturnType<typeof memoryMorgan>;
    told: WatchEvent[];
    when: (fits: () => boolean) => Promise<void>;
  }) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "morgan-watch-" });
  const morgan = memoryMorgan();
  const stop = new AbortController();
  const told: WatchEvent[] = [];
  let changed = Promise.withResolvers<void>();
  try {
    const watching = watchRoots({
      roots: [{ path: root, folder: true }],
      rules: { excluded: excludedNames([]), followLinks: false },
      force: false,
      connect: () => Promise.resolve(morgan.client),
      tell(event) {
        told.push(event);
        changed.resolve();
        changed = Promise.withResolvers();
      },
      signal: stop.signal,
      quiet: 10,
      ...options,
    });
    const when = async (fits: () => boolean) => {
      while (!fits()) {
        await within(`what ${fits} waits for`, Promise.race([changed.promise, watching]));
      }
    };
    await until({ root, morgan, told, when });
    stop.abort();
    await watching;
  } finally {
    stop.abort();
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("what fails in passing is tried again with what changed meanwhile; nothing is sent twice", async () => {
  await watched({}, async ({ root, morgan, told, when }) => {
    await when(() => told.some(({ event }) => event === "watching" || event === "away"));
    morgan.faults.push(new MorganError("unavailable", "Gone."), new MorganError("conflict", "Starting."));
    await Deno.writeTextFile(`${root}/a.txt`, "one");
    await when(() => told.some(({ event }) => event === "retry"));
    await Deno.writeTextFile(`${root}/b.txt`, "two");
    await when(() => morgan.texts.size === 2);
    assert.equal(told.filter(({ event }) => event === "retry").length, 2);
  });
});

Deno.test("what another try cannot mend ends the watch with its error", async () => {
  const wrong = new MorganError("unauthorized", "The token is wrong.");
  await assert.rejects(
    watched({ connect: () => Promise.reject(wrong) }, ({ when }) => when(() => false)),
    { code: "unauthorized" },
  );
});

Deno.test("a folder that cannot be entered keeps its documents", async () => {
  await watched({ rescan: 20 }, async ({ root, morgan, told, when }) => {
    const closed = `${root}/closed`;
    await Deno.mkdir(closed);
    await Deno.writeTextFile(`${closed}/a.txt`, "one");
    await when(() => morgan.texts.size === 1);
    // A stand-in for missing rights, which the superuser would not notice.
    const readDir = Deno.readDir;
    const denied = mock.method(Deno, "readDir", (path: string | URL) => {
      if (String(path) === closed) throw new Deno.errors.PermissionDenied("Permission denied");
      return readDir(path);
    });
    try {
      await Deno.writeTextFile(`${root}/b.txt`, "two");
      await when(() => morgan.texts.size === 2);
    } finally {
      denied.mock.restore();
    }
    assert.deepEqual([...morgan.texts.keys()].sort(), [`${root}/b.txt`, `${closed}/a.txt`]);
    assert.equal(told.filter(({ event }) => event === "retry").length, 0);
  });
});

Deno.test("links that lead out are not followed, and what they lead to inside is read once", async () => {
  const elsewhere = await Deno.makeTempDir();
  await Deno.writeTextFile(`${elsewhere}/x.txt`, "elsewhere");
  await watched({}, async ({ root, morgan, told, when }) => {
    await when(() => told.some(({ event }) => event === "watching"));
    await Deno.symlink(elsewhere, `${root}/folder`);
    await Deno.symlink(root, `${root}/loop`);
    await Deno.symlink(`${elsewhere}/x.txt`, `${root}/out.txt`);
    await Deno.writeTextFile(`${root}/.kept.txt`, "kept");
    await Deno.symlink(`${root}/.kept.txt`, `${root}/link.txt`);
    await when(() => morgan.texts.size > 0);
    await Deno.writeTextFile(`${root}/last.txt`, "last");
    await when(() => morgan.texts.has(`${root}/last.txt`));
    assert.deepEqual([...morgan.texts.values()], ["kept", "last"]);
    await Deno.remove(`${root}/link.txt`);
    await when(() => !morgan.texts.has(`${root}/link.txt`));
  });
  await Deno.remove(elsewhere, { recursive: true });
});

Deno.test("names of every kind are known as they are, and none that is there is deleted", async () => {
  await watched({ rescan: 20 }, async ({ root, morgan, told, when }) => {
    await when(() => told.some(({ event }) => event === "watching" || event === "away"));
    const names = [
      'Quote "final".md',
      "Quote %22final%22.md",
      "a\nb.md",
      "a\\b.md",
      "\x1b[31m.md",
      "e\u0301.md",
      "é.md",
    ];
    if (Deno.build.os !== "linux") names.length = 2;
    for (const name of names) await Deno.writeTextFile(`${root}/${name}`, name);
    await when(() => morgan.texts.size === names.length);
    const sent = told.length;
    await Deno.writeTextFile(`${root}/last.txt`, "last");
    await when(() => told.slice(sent).some((event) => "path" in event && event.path === `${root}/last.txt`));
    assert.deepEqual(told.filter((event) => event.event === "change" && event.change === "deleted"), []);
    for (const name of names) assert.equal(morgan.texts.get(`${root}/${name}`), name);
  });
});

Deno.test("a file that was named is followed though its folder's walk would pass it over", async () => {
  const root = await Deno.makeTempDir();
  const hidden = `${root}/.hidden.txt`;
  await Deno.writeTextFile(hidden, "one");
  await Deno.writeTextFile(`${root}/a.txt`, "a");
  await Deno.writeTextFile(`${root}/.other.txt`, "other");
  const roots = [{ path: root, folder: true }, { path: hidden, folder: false }];
  await watched({ roots }, async ({ morgan, told, when }) => {
    await when(() => told.some(({ event }) => event === "watching"));
    assert.deepEqual([...morgan.texts.keys()].sort(), [hidden, `${root}/a.txt`]);
    await Deno.writeTextFile(hidden, "two");
    await when(() => morgan.texts.get(hidden) === "two");
  });
  await Deno.remove(root, { recursive: true });
});

Deno.test("of a burst in which the system loses events every file is found", async () => {
  await watched({}, async ({ root, morgan, told, when }) => {
    await when(() => told.some(({ event }) => event === "watching"));
    // Without a pause, so that nobody takes the events meanwhile.
    for (let n = 0; n < 2000; n++) Deno.writeTextFileSync(`${root}/${n}.txt`, String(n));
    await when(() => morgan.texts.size === 2000);
  });
});
