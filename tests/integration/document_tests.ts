import assert from "node:assert/strict";
import { pathsWith } from "../support/requests.ts";
import type { Register } from "./suite.ts";

/** Documents once they are in: listed, shown, deleted. */
export function documentTests(test: Register): void {
  test("documents are paged by a cursor in the order of their paths", async (running) => {
    const names = Array.from({ length: 7 }, (_, i) => `paged/${String(i).padStart(2, "0")}.txt`);
    await running.ingest(Object.fromEntries(names.map((name, i) => [name, `Number ${i} is here.`])));
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await running.client.documents({
        path_prefix: "paged/",
        limit: 3,
        ...(cursor ? { cursor } : {}),
      });
      assert.ok(page.documents.length <= 3);
      seen.push(...page.documents.map(({ path }) => path));
      cursor = page.next ?? undefined;
      pages++;
      // A page stays right when the document that its cursor names is deleted meanwhile.
      if (pages === 1 && cursor) await running.client.deleteDocument(cursor);
    } while (cursor);
    assert.deepEqual(seen, names);
    assert.equal(pages, 3);
  });

  test("documents are listed by type and status, and a wrong cursor is refused", async (running) => {
    await running.ingest({
      "kinds/a.md": "# A\n\nText.",
      "kinds/b.txt": "Text.",
      "kinds/c.ts": "let c = 1;",
    });
    const paths = async (type: "markdown" | "text" | "code") =>
      (await running.client.documents({ path_prefix: "kinds/", type })).documents.map(({ path }) => path);
    assert.deepEqual(await paths("markdown"), ["kinds/a.md"]);
    assert.deepEqual(await paths("text"), ["kinds/b.txt"]);
    assert.deepEqual(await paths("code"), ["kinds/c.ts"]);
    await assert.rejects(running.client.documents({ cursor: "nonsense" }), { code: "not_found" });
  });

  test("a document is shown with every chunk, in order, each a part of the file", async (running) => {
    const paragraphs = Array.from(
      { length: 30 },
      (_, i) => `Paragraph ${i} tells of stone ${i} in the long wall by the river, and of who laid it there.`,
    );
    const text = paragraphs.join("\n\n");
    const { documents } = await running.ingest({ "shown/wall.txt": text });
    const event = documents.get("shown/wall.txt");
    const detail = await running.client.document(event?.document_id ?? "");
    assert.equal(detail.content.length, event?.chunks);
    assert.ok(detail.content.length > 1);
    assert.deepEqual(detail.content.map(({ index }) => index), detail.content.map((_, i) => i));
    for (const chunk of detail.content) assert.ok(text.includes(chunk.text));
    for (const paragraph of paragraphs) {
      assert.ok(detail.content.some((chunk) => chunk.text.includes(paragraph)), paragraph);
    }
  });

  test("a deleted document is found no more, not even from the cache, and cannot be deleted twice", async (running) => {
    const { documents } = await running.ingest({ "gone/a.txt": "The silver umberfox lives under the mill." });
    const id = documents.get("gone/a.txt")?.document_id ?? "";
    const request = { query: "umberfox", leg: "fused" as const, filter: { path_prefix: "gone/" } };
    assert.equal((await running.client.search(request)).results.length, 1);
    assert.equal((await running.client.search(request)).results.length, 1);
    assert.deepEqual(await running.client.deleteDocument(id), [id]);
    assert.deepEqual((await running.client.search(request)).results, []);
    assert.deepEqual(await pathsWith(running, "umberfox"), []);
    await assert.rejects(running.client.deleteDocument(id), { code: "not_found" });
    const again = await running.ingest({ "gone/a.txt": "The silver umberfox lives under the mill." });
    assert.deepEqual([again.summary.documents, again.summary.embeddings], [1, 1]);
  });

  test("a failed document can be deleted, and is read anew afterwards", async (running) => {
    const { documents } = await running.ingest({ "gone/empty.txt": " " });
    await running.client.deleteDocument(documents.get("gone/empty.txt")?.document_id ?? "");
    const { documents: listed } = await running.client.documents({ path_prefix: "gone/empty" });
    assert.deepEqual(listed, []);
  });
}
