import { join } from "node:path";
import { type LexicalIndex, openLexicalIndex } from "../../lib/lexical/mod.ts";
import { openLocalVectorIndex, type VectorIndex, type VectorModel } from "../../lib/vectors/mod.ts";

/** Both indexes over a collection, in a folder of their own that goes with them. */
export interface IndexedCollection extends AsyncDisposable {
  lexical: LexicalIndex;
  vectors: VectorIndex;
}

/** Indexes each document as a content of one chunk. */
export async function indexCollection(
  documents: readonly { id: string; text: string }[],
  embedded: { model: VectorModel; vectors: Float32Array },
): Promise<IndexedCollection> {
  const folder = await Deno.makeTempDir({ prefix: "morgan-bench-" });
  const { model, vectors: rows } = embedded;
  const lexical = await openLexicalIndex(join(folder, "lexical.log"));
  const vectors = await openLocalVectorIndex(join(folder, "vectors.log"), model);
  await Promise.all(documents.flatMap(({ id, text }, i) => {
    const own = rows.subarray(i * model.dimension, (i + 1) * model.dimension);
    return [
      lexical.upsert(id, [text]),
      vectors.upsert(id, own),
    ];
  }));
  return {
    lexical,
    vectors,
    async [Symbol.asyncDispose]() {
      await lexical[Symbol.asyncDispose]();
      await vectors[Symbol.asyncDispose]();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
