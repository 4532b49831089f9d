import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import {
  ARTIFACTS_BUCKET,
  DOCUMENTS_BUCKET,
  type ObjectStore,
  openDiskStore,
  type StoredObject,
} from "./mod.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const sha256 = (data: Uint8Array) => createHash("sha256").update(data).digest("hex");

async function withStore(body: (store: ObjectStore, root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await body(await openDiskStore(root), root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

async function listed(store: ObjectStore, bucket: string): Promise<StoredObject[]> {
  const found = await Array.fromAsync(store.list(bucket), ({ key, size, modified }) => {
    assert.ok(modified.getTime() > 0);
    return { key, size };
  });
  return found.toSorted((a, b) => a.key.localeCompare(b.key));
}

Deno.test("content comes back under its SHA-256, whole or as a stream, however it was cut", () =>
  withStore(async (store) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 6 }), async (parts) => {
        const whole = new Uint8Array(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer());
        const stored = await store.putContent(DOCUMENTS_BUCKET, ReadableStream.from(parts));
        assert.deepEqual(stored, { key: sha256(whole), size: whole.length });
        assert.deepEqual(await store.read(DOCUMENTS_BUCKET, stored.key), whole);
        const stream = await store.get(DOCUMENTS_BUCKET, stored.key);
        assert.deepEqual(new Uint8Array(await new Response(stream).arrayBuffer()), whole);
      }),
      { numRuns: 20 },
    );
  }));

Deno.test("the same content is stored once and its file is not written again", () =>
  withStore(async (store, root) => {
    const first = await store.putContent(DOCUMENTS_BUCKET, bytes("same"));
    const path = store.path?.(DOCUMENTS_BUCKET, first.key) ?? "";
    assert.equal(
      path,
      `${root}/${DOCUMENTS_BUCKET}/${first.key.slice(0, 2)}/${first.key.slice(2, 4)}/${first.key}`,
    );
    const { ino } = await Deno.stat(path);
    assert.deepEqual(await store.putContent(DOCUMENTS_BUCKET, bytes("same")), first);
    assert.equal((await Deno.stat(path)).ino, ino);
    assert.deepEqual(await listed(store, DOCUMENTS_BUCKET), [first]);
  }));

Deno.test("what is staged is nobody's until it is stored, and comes back as often as it is stored", () =>
  withStore(async (store, root) => {
    {
      await using staged = await store.stage(DOCUMENTS_BUCKET, bytes("staged"));
      assert.equal(staged.key, sha256(bytes("staged")));
      assert.equal(await store.has(DOCUMENTS_BUCKET, staged.key), false);
      await staged.store();
      assert.equal(await store.delete(DOCUMENTS_BUCKET, staged.key), true);
      await staged.store();
      await staged.store();
      assert.deepEqual(await store.read(DOCUMENTS_BUCKET, staged.key), bytes("staged"));
    }
    {
      await using dropped = await store.stage(DOCUMENTS_BUCKET, bytes("dropped"));
      assert.ok(dropped);
    }
    assert.deepEqual(await Array.fromAsync(Deno.readDir(`${root}/.tmp`)), []);
    assert.deepEqual((await listed(store, DOCUMENTS_BUCKET)).map(({ size }) => size), [6]);
  }));

Deno.test("put() replaces, has() and delete() tell what is there, buckets are apart", () =>
  withStore(async (store) => {
    await store.put(ARTIFACTS_BUCKET, "reports/a.json", bytes("1"));
    await store.put(ARTIFACTS_BUCKET, "reports/a.json", bytes("22"));
    assert.deepEqual(await listed(store, ARTIFACTS_BUCKET), [{ key: "reports/a.json", size: 2 }]);
    assert.deepEqual(await listed(store, DOCUMENTS_BUCKET), []);
    assert.equal(await store.has(ARTIFACTS_BUCKET, "reports/a.json"), true);
    assert.equal(await store.has(ARTIFACTS_BUCKET, "reports"), false);
    assert.equal(await store.delete(ARTIFACTS_BUCKET, "reports/a.json"), true);
    assert.equal(await store.delete(ARTIFACTS_BUCKET, "reports/a.json"), false);
    await assert.rejects(store.read(ARTIFACTS_BUCKET, "reports/a.json"), { code: "not_found" });
    await assert.rejects(store.get(ARTIFACTS_BUCKET, "reports/a.json"), { code: "not_found" });
    assert.deepEqual(await store.health(), { status: "ok", backend: "disk" });
  }));

Deno.test("an object that is deleted while a list is read takes no other out of the list", () =>
  withStore(async (store) => {
    const keys = ["avocet", "bittern", "curlew", "dunlin", "egret"];
    for (const victim of keys) {
      for (const key of keys) await store.put(ARTIFACTS_BUCKET, key, bytes(key));
      const seen = new Set<string>();
      for await (const { key } of store.list(ARTIFACTS_BUCKET)) {
        seen.add(key);
        await store.delete(ARTIFACTS_BUCKET, victim);
      }
      for (const key of keys) {
        assert.ok(key === victim || seen.has(key), `${key} is listed without ${victim}`);
      }
    }
  }));

Deno.test("names that could leave the bucket's folder are refused", () =>
  withStore(async (store) => {
    for (
      const key of [
        "../x",
        "a/../b",
        "/etc/passwd",
        "a\\b",
        "C:x",
        ".tmp",
        "a//b",
        "",
        "a/",
        "x\0",
        "é",
        "a".repeat(513),
      ]
    ) {
      await assert.rejects(store.put(DOCUMENTS_BUCKET, key, bytes("x")), { code: "invalid_input" }, key);
    }
    for (const bucket of ["..", "UPPER", "a", ".tmp", "a/b"]) {
      await assert.rejects(store.putContent(bucket, bytes("x")), { code: "invalid_input" }, bucket);
    }
  }));

Deno.test("a stream that breaks or is aborted leaves nothing", () =>
  withStore(async (store, root) => {
    const broken = ReadableStream.from((function* () {
      yield bytes("start");
      throw new Error("the network broke");
    })());
    await assert.rejects(store.putContent(DOCUMENTS_BUCKET, broken), {
      code: "storage",
      message: /network broke/,
    });
    const aborted = store.putContent(
      DOCUMENTS_BUCKET,
      ReadableStream.from([bytes("x")]),
      AbortSignal.abort(),
    );
    await assert.rejects(aborted, { code: "cancelled" });
    assert.deepEqual([...Deno.readDirSync(`${root}/.tmp`)], []);
    assert.deepEqual(await listed(store, DOCUMENTS_BUCKET), []);
  }));

Deno.test("what a killed process left behind is removed at the next start", async () => {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${root}/.tmp`);
    await Deno.writeTextFile(`${root}/.tmp/left`, "half");
    await using _ = await openDiskStore(root);
    assert.deepEqual([...Deno.readDirSync(`${root}/.tmp`)], []);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("a folder that is opened or closed by another takes nothing from what is being received", () =>
  withStore(async (store, root) => {
    const [sent, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const receiving = store.putContent(
      DOCUMENTS_BUCKET,
      ReadableStream.from((async function* () {
        yield bytes("first");
        sent.resolve();
        await end.promise;
        yield bytes("last");
      })()),
    );
    await sent.promise;
    const other = await openDiskStore(root);
    await other[Symbol.asyncDispose]();
    end.resolve();
    const { key } = await receiving;
    assert.deepEqual(await store.read(DOCUMENTS_BUCKET, key), bytes("firstlast"));
  }));

Deno.test({
  name: "a full disk is said, and nothing half-written stays",
  ignore: Deno.build.os !== "linux",
  fn: () =>
    withStore(async (store, root) => {
      const full = ReadableStream.from((function* () {
        const [part] = [...Deno.readDirSync(`${root}/.tmp`)];
        assert.ok(part);
        yield bytes("x");
        throw Object.assign(new Error("No space left on device (os error 28)"), { code: "ENOSPC" });
      })());
      await assert.rejects(store.putContent(DOCUMENTS_BUCKET, full), { code: "storage_full" });
      assert.deepEqual([...Deno.readDirSync(`${root}/.tmp`)], []);
    }),
});

Deno.test("health() says why the folder is of no use", () =>
  withStore(async (store, root) => {
    await Deno.remove(`${root}/.tmp`);
    assert.equal((await store.health()).status, "unavailable");
  }));

Deno.test("a store that is closed leaves nothing of what was still being received", async () => {
  const root = await Deno.makeTempDir();
  try {
    const store = await openDiskStore(root);
    const sent = Promise.withResolvers<void>();
    const cut = Promise.withResolvers<void>();
    const receiving = store.stage(
      DOCUMENTS_BUCKET,
      ReadableStream.from((async function* () {
        yield bytes("half");
        sent.resolve();
        await cut.promise;
        throw new Error("cut");
      })()),
    );
    await sent.promise;
    assert.equal([...Deno.readDirSync(`${root}/.tmp`)].length, 1);
    await store[Symbol.asyncDispose]();
    assert.ok(!await Deno.stat(`${root}/.tmp`).then(() => true, () => false));
    cut.resolve();
    await assert.rejects(receiving, /cut/);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
