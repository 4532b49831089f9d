import assert from "node:assert/strict";
import { openDiskStore } from "../objects/mod.ts";
import { hasData } from "./mod.ts";

Deno.test("a folder in which a store of objects was opened holds nothing that somebody would miss, until something is stored", async () => {
  const root = await Deno.makeTempDir({ prefix: "morgan-restore-" });
  try {
    await using store = await openDiskStore(`${root}/objects`);
    assert.equal(await hasData(root), false);
    await store.put("morgan-documents", "lease", new TextEncoder().encode("950 pounds"));
    assert.equal(await hasData(root), true);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
