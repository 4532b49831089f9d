import { join } from "node:path";
import { isAbort, MorganError } from "../../../lib/errors.ts";
import { decodeEmbedding, decodeNgrams, type EmbeddingModel } from "./files.ts";
import { decide, joinGroups, type LabelScores } from "./heads.ts";
import { linearScorer } from "./linear.ts";
import { LABELS } from "../labels.ts";
import { blend, networkInput, networkScores } from "./network.ts";

/** Tells the labels of texts. The n-gram model is one, a fine-tuned encoder may be another. */
export interface EmotionClassifier {
  /** What it hears with while nothing fails. */
  model: LabelScores["model"];
  /** One result a text, in order. Throws what `signal` was aborted with. */
  classify(texts: readonly string[], signal?: AbortSignal): Promise<LabelScores[]>;
}

/** Vectors of texts, one after the other, by the model named `id`. */
export interface EmbedTexts {
  /** Names the model and its file, as `Embedder.id` does. */
  id: string;
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array>;
}

/**
 * Opens the classifier in `folder` (`ngrams.bin`, and `embedding.bin` where there is one). It reads the n-grams of a text and, given the
 * embedding model that it was trained with, its vector too; without that, or while that fails, n-grams alone.
 *
 * Throws `MorganError`: `not_found` or `invalid_config` for a file that is missing or does not fit.
 */
export async function openClassifier(
  folder: string,
  options: { embedder?: EmbedTexts | undefined; onDegraded?: (error: unknown) => void } = {},
): Promise<EmotionClassifier> {
  const { embedder, onDegraded } = options;
  const path = join(folder, "ngrams.bin");
  const ngrams = decodeNgrams(await readModel(path), path);
  const score = linearScorer(ngrams.linear);
  const further = embedder && await openEmbeddingModel(folder, embedder);

  async function vectors(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array | undefined> {
    try {
      return await further?.embed(texts, signal);
    } catch (error) {
      if (isAbort(error) || signal?.aborted) throw error;
      onDegraded?.(error);
      return undefined;
    }
  }

  return {
    model: further ? "embedding" : "ngrams",
    async classify(texts, signal) {
      const embedded = await vectors(texts, signal);
      const width = (embedded?.length ?? 0) / texts.length;
      return texts.map((text, i) => {
        const scores = score(text);
        if (!further || !embedded) {
          return decide(joinGroups(scores), ngrams.decision, "ngrams", further !== undefined);
        }
        const input = networkInput(embedded.subarray(i * width, (i + 1) * width), scores);
        const blended = blend(scores, networkScores(input, further.network), LABELS.length);
        return decide(joinGroups(blended), further.decision, "embedding");
      });
    },
  };
}

async function openEmbeddingModel(
  folder: string,
  embedder: EmbedTexts,
): Promise<(EmbeddingModel & Pick<EmbedTexts, "embed">) | undefined> {
  const path = join(folder, "embedding.bin");
  const bytes = await Deno.readFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  const model = bytes && decodeEmbedding(bytes, path);
  return model?.embedder === embedder.id ? { ...model, embed: embedder.embed } : undefined;
}

async function readModel(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await Deno.readFile(path);
  } catch (cause) {
    throw new MorganError("not_found", `The emotion model ${path} cannot be read.`, {
      cause,
      hint: "Restore it from Morgan's release, or make it with `deno task train:emotion -- FOLDER`.",
    });
  }
}
