import { type Lane, openLane } from "./lane.ts";
import { openLanes } from "./lanes.ts";
import { readModelFolder } from "./model_folder.ts";
import type { OpenRequest } from "./protocol.ts";
import { openTokenizer } from "./tokenizer.ts";
import type { Embedder, OpenEmbedderOptions } from "./types.ts";

const IDLE_MS = 60_000;

/** Opens a model folder: one thread for questions at once, and workers for documents when they come. */
export async function openFolderEmbedder(path: string, options: OpenEmbedderOptions = {}): Promise<Embedder> {
  options.signal?.throwIfAborted();
  const folder = await readModelFolder(path);
  const tokenizer = await openTokenizer(folder.tokenizerPath, folder.tokenizerConfigPath, {
    lazy: options.lazy,
  });
  const open: OpenRequest = {
    type: "open",
    runtime: options.runtime ?? "auto",
    threads: 1,
    onnxPath: folder.onnxPath,
    tokenizerPath: folder.tokenizerPath,
    tokenizerConfigPath: folder.tokenizerConfigPath,
    dimension: folder.dimension,
    maxTokens: folder.maxTokens,
    pooling: folder.pooling,
    normalize: folder.normalize,
  };
  const interactive = openLane(open);
  const background = openLanes(open, {
    threads: options.threads ?? navigator.hardwareConcurrency,
    idleMs: IDLE_MS,
  });
  const stats = { inferenceMs: 0, texts: 0, tokens: 0 };
  try {
    if (!options.lazy) await interactive.start();
    options.signal?.throwIfAborted();
  } catch (error) {
    interactive[Symbol.dispose]();
    throw error;
  }

  return {
    id: folder.id,
    dimension: folder.dimension,
    maxTokens: folder.maxTokens,
    async embed(texts, kind, { signal, priority = kind === "query" ? "interactive" : "background" } = {}) {
      signal?.throwIfAborted();
      if (texts.length === 0) return new Float32Array(0);
      const lane: Pick<Lane, "embed"> = priority === "interactive" ? interactive : background;
      const prompt = folder.prompts[kind];
      const done = await lane.embed(prompt === "" ? texts : texts.map((text) => prompt + text), signal);
      stats.inferenceMs += done.inferenceMs;
      stats.tokens += done.tokens;
      stats.texts += texts.length;
      return done.vectors;
    },
    // The first call starts the lane once more, and reports its failure.
    warm: () => void interactive.start().catch(() => {}),
    countTokens: (text) => tokenizer.count(text),
    tokenizerFiles: { file: folder.tokenizerPath, config: folder.tokenizerConfigPath },
    stats: () => ({ ...stats }),
    [Symbol.asyncDispose]() {
      interactive[Symbol.dispose]();
      background[Symbol.dispose]();
      return Promise.resolve();
    },
  };
}
