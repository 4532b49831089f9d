import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Embedder, EmbedKind } from "../../lib/models/embedding.ts";

/** Embeds texts in slices, with progress on stderr; given a folder, keeps the vectors there by model and texts. */
export async function embedAll(
  embedder: Embedder,
  texts: readonly string[],
  kind: EmbedKind,
  cache: string | undefined,
): Promise<Float32Array> {
  const hash = createHash("sha256").update(JSON.stringify([embedder.id, kind, texts])).digest("hex").slice(
    0,
    24,
  );
  const path = cache === undefined ? undefined : join(cache, `${hash}.f32`);
  const kept = path === undefined ? undefined : await Deno.readFile(path).catch(() => undefined);
  if (kept !== undefined) return new Float32Array(kept.buffer);
  const vectors = new Float32Array(texts.length * embedder.dimension);
  for (let from = 0; from < texts.length; from += 256) {
    const slice = await embedder.embed(texts.slice(from, from + 256), kind, { priority: "background" });
    vectors.set(slice, from * embedder.dimension);
    console.error(`embedded ${Math.min(from + 256, texts.length)} of ${texts.length} (${kind})`);
  }
  if (path !== undefined) {
    await Deno.mkdir(join(path, ".."), { recursive: true });
    await Deno.writeFile(path, new Uint8Array(vectors.buffer));
  }
  return vectors;
}
