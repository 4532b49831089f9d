import assert from "node:assert/strict";
import { openLexicalIndex } from "../lexical/mod.ts";
import { openLocalVectorIndex } from "../vectors/mod.ts";
import { gatherCandidates } from "./mod.ts";

Deno.test("a chunk that one leg found has its real score in the other, and hidden contents stay hidden", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await using lexical = await openLexicalIndex(`${folder}/lexical.log`);
    await using vectors = await openLocalVectorIndex(`${folder}/vectors.log`, { id: "m", dimension: 2 });
    const put = async (key: string, text: string, x: number, y: number) => {
      await lexical.upsert(key, [text]);
      await vectors.upsert(key, new Float32Array([x, y]));
    };
    await put("words", "heat shield shield", 0, 1);
    await put("near", "a shield of ablative tiles for the return", 1, 0);
    await put("hidden", "heat shield", 1, 0);
    const allow = (key: string) => key !== "hidden";
    const query = new Float32Array([1, 0]);
    const found = await gatherCandidates("heat shield", query, { lexical, vectors }, { depth: 1, allow });
    assert.deepEqual(found.map((one) => [one.contentKey, one.dense]), [["words", 0], ["near", 1]]);
    assert.ok(found[0]!.lexical > found[1]!.lexical && found[1]!.lexical > 0);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
