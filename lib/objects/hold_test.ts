import assert from "node:assert/strict";
import { holdable } from "./hold.ts";
import { openDiskStore } from "./mod.ts";

Deno.test("what is deleted while the store is held stays until then, unless it is stored again", async () => {
  const root = await Deno.makeTempDir();
  const store = holdable(await openDiskStore(root));
  const put = (text: string) => store.putContent("morgan-documents", new TextEncoder().encode(text));
  const [gone, again, free] = [await put("gone"), await put("again"), await put("free")];
  {
    await using outer = store.hold();
    {
      await using _inner = store.hold();
      assert.equal(await store.delete("morgan-documents", gone.key), true);
      assert.equal(await store.delete("morgan-documents", again.key), true);
      assert.equal(await store.delete("morgan-documents", "0".repeat(64)), false);
    }
    assert.equal(await store.has("morgan-documents", gone.key), true);
    await put("again");
    assert.ok(outer);
  }
  assert.equal(await store.has("morgan-documents", gone.key), false);
  assert.equal(await store.has("morgan-documents", again.key), true);
  assert.equal(await store.delete("morgan-documents", free.key), true);
  assert.equal(await store.has("morgan-documents", free.key), false);
  await Deno.remove(root, { recursive: true });
});
