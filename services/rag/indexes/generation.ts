import { join } from "node:path";
import { type LexicalIndex, openLexicalIndex } from "../../../lib/lexical/mod.ts";
import { openDerived } from "../../../lib/record_log/mod.ts";
import { serviceLogger } from "../../../lib/telemetry/mod.ts";
import { openLocalVectorIndex } from "../../../lib/vectors/mod.ts";
import { type EmbeddingClient, textEmbedding } from "../../embedding/client.ts";
import type { OpenModel } from "../../embedding/contract.ts";
import type { ChunkTokens, DenseLeg } from "../context.ts";
import { chunkTokens } from "./chunk_tokens.ts";
import type { IndexModel } from "./files.ts";

/** Both indexes over all documents, made with one embedding model. */
export interface Generation extends AsyncDisposable {
  readonly name: string;
  /** What its vectors were made with; `null`: it has none. */
  readonly model: IndexModel | null;
  readonly lexical: LexicalIndex;
  /** `null` without a model, or with one that can't be opened. */
  readonly dense: DenseLeg | null;
  readonly tokens: ChunkTokens;
  /** Another one has taken its place: nothing more is written to it. */
  readonly retired: boolean;
  /** True when both indexes hold a content, and are not about to forget it. */
  holds(contentKey: string): boolean;
  /** Resolves when a content that is being forgotten is gone. */
  left(contentKey: string): Promise<void>;
  /** Forgets contents in both indexes: from the call on neither counts as holding them. */
  remove(contentKeys: readonly string[]): Promise<void>;
  retire(): void;
}

/** What a generation is opened with. */
export interface GenerationOptions {
  name: string;
  model: IndexModel | null;
  /** The open model, or `null` where there is none or it can't be opened: words alone are searched then. */
  opened: OpenModel | null;
  embedding: Pick<EmbeddingClient, "embed" | "model" | "tokenizer">;
}

/** Opens the generation in a folder, or makes it. */
export async function openGeneration(
  folder: string,
  { name, model, opened, embedding }: GenerationOptions,
): Promise<Generation> {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  await using stack = new AsyncDisposableStack();
  const log = serviceLogger("rag");
  const derived = <T>(file: string, open: (path: string) => Promise<T>) => {
    const path = join(folder, file);
    return openDerived(
      path,
      open,
      (reason) => log.warning("an index is made anew from the stored chunks", { path, reason }),
    );
  };
  const lexical = stack.use(await derived("lexical.log", openLexicalIndex));
  const vectors = opened &&
    stack.use(await derived("vectors.log", (path) => openLocalVectorIndex(path, opened)));
  const dense: DenseLeg | null = opened && vectors && {
    index: vectors,
    embedding: textEmbedding(embedding, opened),
  };
  const tokens = await chunkTokens(folder, opened, embedding);
  const leaving = new Map<string, Promise<void>>();
  let retired = false;
  const owned = stack.move();
  return {
    name,
    model,
    lexical,
    dense,
    tokens,
    get retired() {
      return retired;
    },
    holds: (key) => !leaving.has(key) && lexical.has(key) && (!dense || dense.index.has(key)),
    // Where it failed the content is still there, and counts again.
    left: async (key) => void await leaving.get(key)?.catch(() => {}),
    async remove(keys) {
      if (retired) return;
      const done = Promise.all([lexical.remove(keys), dense?.index.remove(keys)]).then(() => {});
      for (const key of keys) leaving.set(key, done);
      try {
        await done;
      } finally {
        for (const key of keys) if (leaving.get(key) === done) leaving.delete(key);
      }
    },
    retire() {
      retired = true;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
