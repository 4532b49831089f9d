import { errorFields, serviceLogger, timed } from "../../../lib/telemetry/mod.ts";
import type { EmbeddingClient } from "../../embedding/client.ts";
import type { Passage, PassagesResponse } from "../../rag/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Explanation, TextRequest } from "../contract.ts";
import { type Evidence, evidenceFeatures, judgeEvidence } from "./evidence.ts";
import { type RankedSentence, rankSentences } from "./rank.ts";
import { passageSentences, queryWeights, type Sentence } from "./sentences.ts";

/** Passages judged: which of their sentences answer a question, and whether they do. */
export interface Assessed {
  passages: Passage[];
  sentences: Sentence[];
  /** The sentences that answer the question best, best first. */
  ranked: RankedSentence[];
  evidence: Evidence;
  /** Codes of what failed on the way. */
  failed: string[];
}

/** All that an answer from the documents stands on. */
export interface Found extends Assessed {
  degraded: string[];
  explanation: Pick<Explanation, "searched" | "candidates" | "evidence">;
}

/** Finds passages for a question, ranks their sentences and judges whether they hold an answer. */
export async function retrieve(
  context: CoreContext,
  text: string,
  { filter, top_k }: Pick<TextRequest, "filter" | "top_k">,
  signal: AbortSignal,
): Promise<Found> {
  const topK = top_k ?? context.settings.top_k;
  const result = await context.rag.passages(
    { query: text, top_k: topK, ...(filter ? { filter } : {}) },
    signal,
  );
  const { passages, terms, candidates, degraded } = result;
  const assessed = await assess(
    context,
    text,
    passages,
    passageSentences(passages),
    terms,
    result.model,
    signal,
  );
  const { evidence } = assessed;
  return {
    ...assessed,
    degraded: [...new Set([...degraded, ...assessed.failed])],
    explanation: {
      searched: { query: text, terms, ...(result.model ? { embedding_model: result.model } : {}) },
      candidates,
      evidence: { ...evidence, features: { ...evidence.features } },
    },
  };
}

/** Ranks sentences for a question and judges whether they answer it. `model` made the passages' cosines. */
export async function assess(
  context: CoreContext,
  question: string,
  passages: Passage[],
  sentences: Sentence[],
  terms: readonly { term: string; idf: number }[],
  model: string | undefined,
  signal: AbortSignal,
): Promise<Assessed> {
  const weights = queryWeights(terms);
  const { ranked, failed } = await rank(context, question, sentences, weights, { passages, model }, signal);
  const best = ranked.flatMap((sentence) => sentence.cosine ?? []);
  const features = evidenceFeatures(
    passages,
    sentences,
    weights,
    best.length > 0 ? Math.max(...best) : undefined,
  );
  const evidence = judgeEvidence(features, model);
  if (passages.length === 0) Object.assign(evidence, { supported: false, confidence: 0 });
  return { passages, sentences, ranked, evidence, failed };
}

/** Sentences by words and meaning; by words alone, and saying so, when the embedding service fails. */
async function rank(
  context: CoreContext,
  question: string,
  sentences: readonly Sentence[],
  weights: ReadonlyMap<string, number>,
  { passages, model }: Pick<PassagesResponse, "passages"> & { model: string | undefined },
  signal: AbortSignal,
): Promise<{ ranked: RankedSentence[]; failed: string[] }> {
  const scores = passages.map((passage) => passage.score);
  const { embedding } = context;
  // The model that the passages were found with, though another may take its place meanwhile.
  const bound: Pick<EmbeddingClient, "embed"> | undefined = embedding && model
    ? { embed: (texts, kind, options) => embedding.embed(texts, kind, { ...options, model }) }
    : undefined;
  const by = (embedding: typeof bound) =>
    timed(
      context.metrics,
      "rank_sentences",
      () => rankSentences(question, sentences, weights, scores, embedding, signal),
    );
  try {
    return { ranked: await by(bound), failed: [] };
  } catch (error) {
    if (signal.aborted) throw error;
    serviceLogger("core").warning("embedding sentences failed; words alone rank them", errorFields(error));
    return { ranked: await by(undefined), failed: ["no_embedding"] };
  }
}
