import assert from "node:assert/strict";
import {
  chunksByIndex,
  chunkWindow,
  countDocuments,
  deleteDocuments,
  findByPath,
  listDocuments,
  purge,
  repositories,
} from "./mod.ts";
import { chunksOf, newDocument, published, publishWhole, testerOver } from "./test_documents.ts";
import type { Backend } from "./testing.ts";

/** The tests of documents and chunks that every backend passes. The database need not be empty. */
export function documentTests(backend: Backend): void {
  const test = testerOver(backend);

  test("publish() shows a document as a whole and replaces the version under the same path", async (database) => {
    const { db } = database;
    const r = repositories(db);
    const old = await published(database, "/p/a.md", ["old one", "old two"]);
    const other = await published(database, "/p/renamed.md", ["elsewhere"]);
    const next = await r.documents.insert(newDocument("/p/a.md"));
    assert.equal((await findByPath(db, "/p/a.md"))?.id, old.id);
    assert.deepEqual(await chunkWindow(db, next.id, 0, 9), []);
    const replaced = await publishWhole(database, next.id, {
      chunks: chunksOf(["new one"]),
      changes: { title: "A", metadata: { pages: 1 } },
      replaces: other.id,
    });
    assert.deepEqual(replaced.toSorted(), [old.id, other.id].toSorted());
    const found = await findByPath(db, "/p/a.md");
    assert.deepEqual([found?.id, found?.chunk_count, found?.title], [next.id, 1, "A"]);
    assert.deepEqual((await chunkWindow(db, next.id, 0, 9)).map(({ chunk_text }) => chunk_text), ["new one"]);
    assert.deepEqual(await chunksByIndex(db, [{ document_id: old.id, chunk_index: 0 }]), []);
    await assert.rejects(publishWhole(database, next.id, { chunks: [] }), { code: "conflict" });
    await assert.rejects(publishWhole(database, old.id, { chunks: [] }), { code: "conflict" });
  });

  test("publish() that fails leaves the old version as it was", async (database) => {
    const old = await published(database, "/p/kept.md", ["kept"]);
    const next = await repositories(database.db).documents.insert(newDocument("/p/kept.md"));
    const chunks = [...chunksOf(["x"]), ...chunksOf(["same number"])];
    await assert.rejects(publishWhole(database, next.id, { chunks }), /unique/);
    assert.equal((await findByPath(database.db, "/p/kept.md"))?.id, old.id);
    assert.equal((await chunkWindow(database.db, old.id, 0, 0))[0]?.chunk_text, "kept");
  });

  test("only one completed version can live under a path", async ({ db }) => {
    const { documents } = repositories(db);
    const first = newDocument("/p/once.md", { ingestion_status: "completed" });
    await documents.insert(first);
    await assert.rejects(documents.insert(first), /unique/);
    await documents.insert({ ...first, ingestion_status: "failed", failure_reason: "encrypted" });
  });

  test("a deleted document leaves no text behind, and purge() no rows", async (database) => {
    const { db } = database;
    const r = repositories(db);
    const document = await published(database, "/p/secret.md", ["the secret", "and more"], {
      title: "Secret",
    });
    assert.deepEqual(await database.transaction((tx) => deleteDocuments(tx, [document.id])), [document.id]);
    assert.deepEqual(await deleteDocuments(db, [document.id]), []);
    const where = { document_id: document.id };
    const { rows } = await r.document_chunks.list({ where, includeDeleted: true });
    assert.deepEqual(rows.map(({ chunk_text, metadata }) => [chunk_text, metadata]), [["", {}], ["", {}]]);
    assert.equal((await r.documents.find(document.id, { includeDeleted: true }))?.title, null);
    assert.equal(await purge(database, new Date(0)), 0);
    assert.ok(await purge(database, new Date(Date.now() + 1000)) >= 1);
    assert.equal(await r.documents.find(document.id, { includeDeleted: true }), undefined);
    assert.equal(await r.document_chunks.count(where, { includeDeleted: true }), 0);
    await database.vacuum();
  });

  test("chunksByIndex() finds chunks of several documents; chunkWindow() gives neighbours in order", async (database) => {
    const a = await published(database, "/p/w1.md", ["a0", "a1", "a2", "a3"]);
    const b = await published(database, "/p/w2.md", ["b0"]);
    const refs = [[a.id, 3], [b.id, 0], [a.id, 99]] as const;
    const found = await chunksByIndex(
      database.db,
      refs.map(([document_id, chunk_index]) => ({ document_id, chunk_index })),
    );
    assert.deepEqual(found.map(({ chunk_text }) => chunk_text).toSorted(), ["a3", "b0"]);
    assert.deepEqual(found[0]?.created_at instanceof Date, true);
    assert.deepEqual(await chunksByIndex(database.db, []), []);
    const window = await chunkWindow(database.db, a.id, 1, 2);
    assert.deepEqual(window.map(({ chunk_text }) => chunk_text), ["a1", "a2"]);
  });

  test("documents are listed by path, filtered and page by page", async ({ db }) => {
    const { documents } = repositories(db);
    const paths = ["/l/c.md", "/l/a.md", "/l/b%_.md", "/l/d.pdf"];
    await documents.insertMany(paths.map((path) => newDocument(path)));
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDocuments(db, { path_prefix: "/l/", limit: 2, cursor });
      listed.push(...page.rows.map(({ path }) => path));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    assert.deepEqual(listed, ["/l/a.md", "/l/b%_.md", "/l/c.md", "/l/d.pdf"]);
    const names = async (filter: Parameters<typeof listDocuments>[1]) =>
      (await listDocuments(db, filter)).rows.map(({ filename }) => filename);
    assert.deepEqual(await names({ path_prefix: "/l/b%_.md" }), ["b%_.md"]);
    assert.deepEqual(await names({ path_prefix: "/l/b%" }), []);
    const inside = [
      "/t/tax",
      "/t/tax/a.md",
      "/t/taxes/b.md",
      "/t/tax-2020/c.md",
      "/t/tax.md",
      "D:\\tax\\d.md",
    ];
    await documents.insertMany(inside.map((path) => newDocument(path)));
    for (const path_prefix of ["/t/tax", "/t/tax/"]) {
      assert.deepEqual(await names({ path_prefix }), ["tax", "a.md"]);
    }
    assert.deepEqual(await names({ path_prefix: "D:\\tax" }), ["D:\\tax\\d.md"]);
    assert.deepEqual(await names({ path_prefix: "/l/", file_type: "pdf" }), ["d.pdf"]);
    assert.deepEqual(await names({ path_prefix: "/l/", status: ["completed", "failed"] }), []);
    await assert.rejects(listDocuments(db, { cursor: "x" }), { code: "not_found" });
  });

  test("countDocuments() counts live documents by state and the chunks of completed ones", async (database) => {
    const before = await countDocuments(database.db);
    await published(database, "/n/1.md", ["x", "y"]);
    await repositories(database.db).documents.insert(newDocument("/n/2.md"));
    const after = await countDocuments(database.db);
    assert.equal(after.completed - before.completed, 1);
    assert.equal(after.chunks - before.chunks, 2);
    assert.equal(after.pending - before.pending, 1);
  });

  test("10,000 chunks are inserted in one call", async (database) => {
    const document = await repositories(database.db).documents.insert(newDocument("/many.md"));
    await publishWhole(database, document.id, {
      chunks: chunksOf(Array.from({ length: 10_000 }, (_, n) => `chunk ${n}`)),
    });
    assert.equal((await chunkWindow(database.db, document.id, 9_999, 9_999))[0]?.chunk_text, "chunk 9999");
  });
}
