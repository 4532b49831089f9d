import { join } from "node:path";
import { openTokenizer } from "../../../lib/models/embedding/tokenizer.ts";
import { estimateTokens } from "../../../lib/models/llm.ts";
import { writePrivate } from "../../../lib/home/mod.ts";
import type { EmbeddingClient } from "../../embedding/client.ts";
import type { OpenModel } from "../../embedding/contract.ts";
import type { ChunkTokens } from "../context.ts";

/** Tokens of a chunk where there is no model: chunks of the same size by estimate. */
const MAX_TOKENS = 512;

/**
 * Lengths in a model's own tokens. The embedding service gives the tokenizer's files, which are kept in the folder of the index that was
 * made with that model: they are read here, and by the process that reads documents.
 */
export async function chunkTokens(
  folder: string,
  opened: OpenModel | null,
  embedding: Pick<EmbeddingClient, "tokenizer">,
): Promise<ChunkTokens> {
  if (!opened) return { max: MAX_TOKENS, count: estimateTokens, files: null };
  const file = join(folder, "tokenizer.json");
  const config = join(folder, "tokenizer_config.json");
  if (!await isThere(file)) {
    const tokenizer = await embedding.tokenizer(opened.id);
    if (!tokenizer) return { max: opened.max_tokens, count: estimateTokens, files: null };
    await writePrivate(config, tokenizer.config);
    await writePrivate(file, tokenizer.file);
  }
  const { count } = await openTokenizer(file, config, { lazy: true });
  return { max: opened.max_tokens, count, files: { file, config } };
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.stat(path).then(({ isFile }) => isFile, () => false);
}
