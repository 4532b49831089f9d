import { z } from "zod";
import { MorganError } from "../../../lib/errors.ts";
import type { Decision } from "./heads.ts";
import { HEADS } from "./heads.ts";
import type { LinearModel } from "./linear.ts";
import type { Network } from "./network.ts";
import { decodeWeights, encodeWeights, type Weights } from "./weights.ts";

/** The n-gram model and its decisions, as they lie in `ngrams.bin`. */
export interface NgramModel {
  linear: LinearModel;
  decision: Decision;
}

/** The network over embeddings and its decisions, as they lie in `embedding.bin`. */
export interface EmbeddingModel {
  network: Network;
  decision: Decision;
  /** The embedding model whose vectors it was trained on; others' mean something else. */
  embedder: string;
}

const DecisionSchema = z.object({
  platt: z.array(z.object({ slope: z.number(), offset: z.number() })).length(HEADS.length),
  thresholds: z.array(z.number()).length(HEADS.length),
});
const About = z.object({
  heads: z.array(z.string()),
  decision: DecisionSchema,
  embedder: z.string().default(""),
});

/** The bytes of `ngrams.bin`. */
export function encodeNgrams({ linear, decision }: NgramModel): Uint8Array<ArrayBuffer> {
  const { vocabulary: { hashes, words, idf }, weights, bias } = linear;
  return encodeWeights({
    about: { heads: HEADS, decision },
    tensors: {
      hashes,
      words: Uint32Array.of(words),
      idf,
      weights: weights.values,
      scales: weights.scales,
      bias,
    },
  });
}

/** Reads `ngrams.bin`. Throws `invalid_config` for anything else. */
export function decodeNgrams(bytes: Uint8Array<ArrayBuffer>, path: string): NgramModel {
  const { take, decision } = reader(bytes, path);
  return {
    decision,
    linear: {
      vocabulary: {
        hashes: take("hashes", Uint32Array),
        words: take("words", Uint32Array)[0] ?? 0,
        idf: take("idf", Float32Array),
      },
      weights: { values: take("weights", Int8Array), scales: take("scales", Float32Array) },
      bias: take("bias", Float32Array),
    },
  };
}

/** The bytes of `embedding.bin`. */
export function encodeEmbedding({ network, decision, embedder }: EmbeddingModel): Uint8Array<ArrayBuffer> {
  return encodeWeights({
    about: { heads: HEADS, decision, embedder },
    tensors: {
      hidden: network.hidden.values,
      hidden_scales: network.hidden.scales,
      hidden_bias: network.hiddenBias,
      output: network.output.values,
      output_scales: network.output.scales,
      output_bias: network.outputBias,
    },
  });
}

/** Reads `embedding.bin`. Throws `invalid_config` for anything else. */
export function decodeEmbedding(bytes: Uint8Array<ArrayBuffer>, path: string): EmbeddingModel {
  const { take, decision, embedder } = reader(bytes, path);
  return {
    decision,
    embedder,
    network: {
      hidden: { values: take("hidden", Int8Array), scales: take("hidden_scales", Float32Array) },
      hiddenBias: take("hidden_bias", Float32Array),
      output: { values: take("output", Int8Array), scales: take("output_scales", Float32Array) },
      outputBias: take("output_bias", Float32Array),
    },
  };
}

function reader(bytes: Uint8Array<ArrayBuffer>, path: string) {
  const { about, tensors }: Weights = decodeWeights(bytes, path);
  const parsed = About.safeParse(about);
  if (!parsed.success || parsed.data.heads.join() !== HEADS.join()) throw foreign(path, "its labels");
  return {
    ...parsed.data,
    take<T>(name: string, kind: abstract new (...args: never[]) => T): T {
      const tensor = tensors[name];
      if (tensor instanceof kind) return tensor;
      throw foreign(path, `the array ${name}`);
    },
  };
}

function foreign(path: string, what: string): MorganError {
  return new MorganError("invalid_config", `The weights file ${path} does not fit this Morgan: ${what}.`, {
    hint: "Restore the file from Morgan's release, or make it again with `deno task train:emotion`.",
  });
}
