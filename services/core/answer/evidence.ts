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

/** What the gate looks at where there are vectors, and where there are words alone. */
export const HYBRID_FEATURES = ["dense", "sentence"] as const;
export const LEXICAL_FEATURES = ["coverage", "focus"] as const;

/**
 * Logistic regressions, fitted by `deno task fit:gate -- FOLDER` on questions of SQuAD 1.1 to articles that are, or are
 * not, among the documents. Words are left out where there are vectors: SQuAD's questions share more of them with their
 * answers than people's do, and a gate that leans on them refuses whoever words things differently.
 */
const HYBRID = { bias: -26.72, dense: 14.4, sentence: 28.24 };
const LEXICAL = { bias: -7.11, coverage: 7.4, focus: 7.62 };

/** The model whose cosines `HYBRID` was fitted on; others spread theirs differently. */
const CALIBRATED_MODEL = "BAAI/bge-small-en-v1.5";

/** Below one half: a wrong refusal helps nobody, while a weak quote can still be judged by who reads it. */
const THRESHOLD = 0.3;

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

/**
 * Decides whether the passages hold an answer. Words alone decide where there are no vectors, or those of a model that the
 * gate was not fitted on.
 */
export function judgeEvidence(features: EvidenceFeatures, model: string | undefined): Evidence {
  const { dense, sentence, coverage, focus } = features;
  const logit = dense !== undefined && sentence !== undefined && model?.startsWith(CALIBRATED_MODEL)
    ? HYBRID.bias + HYBRID.dense * dense + HYBRID.sentence * sentence
    : LEXICAL.bias + LEXICAL.coverage * coverage + LEXICAL.focus * focus;
  const confidence = 1 / (1 + Math.exp(-logit));
  return { supported: confidence >= THRESHOLD, confidence, threshold: THRESHOLD, features };
}
