import { errorFields, serviceLogger, timed } from "../../../lib/telemetry/mod.ts";
import type { TextEmbedding } from "../../embedding/client.ts";
import type { Passage, PassagesResponse } from "../../rag/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Explanation, TextRequest } from "../contract.ts";
import { type Evidence, evidenceFeatures, judgeEvidence } from "./evidence.ts";
import type { Person } from "./person.ts";
import { passageWeight } from "./preferred.ts";
import { markPlanted } from "./planted.ts";
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
  explanation: Pick<Explanation, "searched" | "candidates" | "left_out" | "evidence">;
  /** What was learned of the user that moved passages up or down. */
  weighted: { path: string; weight: number }[];
}

/** How many times as many passages are looked at where some count for more. */
const WIDER = 3;

/**
 * Finds passages for a question, ranks their sentences and judges whether they hold an answer. What the user trusts, or
 * takes an interest in, comes first.
 */
export async function retrieve(
  context: CoreContext,
  text: string,
  { filter, top_k }: Pick<TextRequest, "filter" | "top_k">,
  signal: AbortSignal,
  { adaptation }: Pick<Person, "adaptation"> = {},
): Promise<Found> {
  const topK = top_k ?? context.settings.top_k;
  const retrieval = adaptation?.retrieval;
  const weighs = retrieval !== undefined && retrieval.weights.length + retrieval.topics.length > 0;
  const result = await context.rag.passages(
    // A trusted source may stand lower than the passages that are wanted.
    { query: text, top_k: weighs ? Math.min(50, topK * WIDER) : topK, ...(filter ? { filter } : {}) },
    signal,
  );
  const { terms, candidates, degraded } = result;
  const weights = new Map(result.passages.map((passage) => [passage, passageWeight(retrieval, passage)]));
  const weightOf = (passage: Passage | undefined) => passage ? weights.get(passage) ?? 1 : 1;
  const passages = weighs
    ? result.passages.toSorted((a, b) => b.score * weightOf(b) - a.score * weightOf(a)).slice(0, topK)
    : result.passages;
  const assessed = await assess(
    context,
    text,
    passages,
    markPlanted(passages, passageSentences(passages)),
    terms,
    result.model,
    signal,
  );
  const { evidence } = assessed;
  const ranked = weighs
    ? assessed.ranked.map((sentence) => ({
      ...sentence,
      score: sentence.score * weightOf(passages[sentence.passage]),
    })).toSorted((a, b) => b.score - a.score)
    : assessed.ranked;
  return {
    ...assessed,
    ranked,
    weighted: passages.flatMap((passage) =>
      weightOf(passage) === 1 ? [] : [{ path: passage.path, weight: weightOf(passage) }]
    ),
    degraded: [...new Set([...degraded, ...assessed.failed])],
    explanation: {
      searched: { query: text, terms, ...(result.model ? { embedding_model: result.model } : {}) },
      candidates,
      left_out: leftOut(passages, assessed.sentences),
      evidence: { ...evidence, features: { ...evidence.features } },
    },
  };
}

/** How many sentences of which documents are no evidence. */
function leftOut(
  passages: readonly Passage[],
  sentences: readonly Sentence[],
): { path: string; sentences: number }[] {
  const paths = sentences.flatMap(({ planted, passage }) => planted ? [passages[passage]?.path ?? ""] : []);
  return [...Map.groupBy(paths, (path) => path)].map(([path, all]) => ({ path, sentences: all.length }));
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
  const sound = sentences.filter(({ planted }) => !planted);
  const { ranked, failed } = await rank(context, question, sound, weights, { passages, model }, signal);
  const best = ranked.flatMap((sentence) => sentence.cosine ?? []);
  const features = evidenceFeatures(
    passages,
    sound,
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
  const bound: Pick<TextEmbedding, "embed"> | undefined = model
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
