import assert from "node:assert/strict";
import { openTestDatabase } from "../../lib/db/testing.ts";
import { type CatalogEntry, loadCatalog } from "./catalog.ts";

const entry = (id: string, path: string, contentKey: string, parts: Partial<CatalogEntry> = {}) => ({
  id,
  path,
  title: null,
  type: "text",
  contentKey,
  chunks: 1,
  since: new Date("2026-01-15T12:00:00Z"),
  ...parts,
});

async function emptyCatalog() {
  await using database = await openTestDatabase();
  return await loadCatalog(database);
}

Deno.test("a new version replaces the old one in one step, and each change makes a new generation", async () => {
  const catalog = await emptyCatalog();
  catalog.publish(entry("1", "a", "old"), []);
  const { generation } = catalog;
  catalog.publish(entry("2", "a", "new"), ["1"]);
  assert.ok(catalog.generation > generation);
  assert.equal(catalog.size, 1);
  assert.deepEqual(catalog.withContent("old"), []);
  assert.equal(catalog.get("1"), undefined);
  assert.deepEqual([...catalog.contentKeys()], ["new"]);
});

Deno.test("documents of the same content are told in the order of their paths", async () => {
  const catalog = await emptyCatalog();
  for (const [id, path] of [["1", "c"], ["2", "a"], ["3", "b"]] as const) {
    catalog.publish(entry(id, path, "k"), []);
  }
  const paths = () => catalog.withContent("k").map(({ path }) => path);
  assert.deepEqual(paths(), ["a", "b", "c"]);
  catalog.remove(["2", "unknown"]);
  assert.deepEqual(paths(), ["b", "c"]);
  catalog.remove(["1", "3"]);
  assert.equal(catalog.size, 0);
  assert.deepEqual([...catalog.contentKeys()], []);
});

Deno.test("a filter's terms must all hold; since is included, until is not", async () => {
  const catalog = await emptyCatalog();
  catalog.publish(entry("1", "notes/a", "k"), []);
  catalog.publish(entry("2", "work/a.ts", "k", { type: "code" }), []);
  const count = (filter: Parameters<typeof catalog.matching>[1]) => catalog.matching("k", filter).length;
  assert.equal(count(undefined), 2);
  assert.equal(count({ path_prefix: "notes/" }), 1);
  assert.equal(count({ path_prefix: "notes" }), 1);
  assert.equal(count({ path_prefix: "note" }), 0);
  assert.equal(count({ path_prefix: "notes/a" }), 1);
  assert.equal(count({ type: "code" }), 1);
  assert.equal(count({ path_prefix: "notes/", type: "code" }), 0);
  assert.equal(count({ since: "2026-01-15T12:00:00Z" }), 2);
  assert.equal(count({ until: "2026-01-15T12:00:00Z" }), 0);
  assert.equal(count({ since: "2026-01-15", until: "2026-01-16" }), 2);
  assert.equal(count({ since: "2026-01-16" }), 0);
});
