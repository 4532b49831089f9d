import type { Passage } from "../../rag/contract.ts";
import { analyze } from "../../../lib/lexical/mod.ts";
import { coverage, type Sentence } from "./sentences.ts";

/** What is known about how well passages fit a question; all from 0 to 1. */
export interface EvidenceFeatures {
  /** Largest cosine of the question and a passage; absent without an embedding model. */
  dense?: number;
  /** Largest cosine of the question and a single sentence. */
  sentence?: number;
  /** Largest share of the question's weight that one passage's words cover. */
  coverage: number;
  /** Largest share that one sentence's words cover. */
  focus: number;
}

/** The verdict of the gate that stands before every answer. */
export interface Evidence {
  supported: boolean;
  /** 0 to 1. */
  confidence: number;
  threshold: number;
  features: EvidenceFeatures;
}

/**
 * Logistic regressions, fitted by `deno task bench:refusal -- FOLDER --fit` on questions of SQuAD 1.1 to articles that
 * are, or are not, among the documents. `dense` and `sentence` are cosines of the default embedding model.
 */
export const HYBRID_WEIGHTS = { bias: -24, dense: 18, sentence: 10, coverage: 4, focus: 2 };
export const LEXICAL_WEIGHTS = { bias: -3, coverage: 4, focus: 2 };
const THRESHOLD = 0.5;

/** How well the passages fit a question with these term weights. */
export function evidenceFeatures(
  passages: readonly Passage[],
  sentences: readonly Sentence[],
  weights: ReadonlyMap<string, number>,
  bestSentenceCosine: number | undefined,
): EvidenceFeatures {
  const dense = passages.flatMap((passage) => passage.dense ?? []);
  const covered = passages.map((passage) =>
    coverage(
      weights,
      new Set(passage.chunks.flatMap((chunk) => analyze(`${chunk.heading ?? ""}\n${chunk.text}`))),
    )
  );
  return {
    ...(dense.length > 0 ? { dense: Math.max(...dense) } : {}),
    ...(bestSentenceCosine === undefined ? {} : { sentence: bestSentenceCosine }),
    coverage: Math.max(0, ...covered),
    focus: Math.max(0, ...sentences.map((sentence) => coverage(weights, sentence.terms))),
  };
}

/** Decides whether the passages hold an answer. Words alone decide where there are no vectors. */
export function judgeEvidence(features: EvidenceFeatures): Evidence {
  const { dense, sentence, coverage, focus } = features;
  const hybrid = dense !== undefined && sentence !== undefined;
  const logit = hybrid
    ? HYBRID_WEIGHTS.bias + HYBRID_WEIGHTS.dense * dense + HYBRID_WEIGHTS.sentence * sentence +
      HYBRID_WEIGHTS.coverage * coverage + HYBRID_WEIGHTS.focus * focus
    : LEXICAL_WEIGHTS.bias + LEXICAL_WEIGHTS.coverage * coverage + LEXICAL_WEIGHTS.focus * focus;
  const confidence = 1 / (1 + Math.exp(-logit));
  return { supported: confidence >= THRESHOLD, confidence, threshold: THRESHOLD, features };
}
