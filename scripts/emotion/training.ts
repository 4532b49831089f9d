import { calibrated, fitPlatt } from "../../services/emotion/classifier/calibration.ts";
import { countFeatures, type Counts } from "../../services/emotion/classifier/features.ts";
import type { EmbeddingModel, NgramModel } from "../../services/emotion/classifier/files.ts";
import { type Decision, HEADS, headTruth, joinGroups } from "../../services/emotion/classifier/heads.ts";
import { type LinearModel, linearScorer } from "../../services/emotion/classifier/linear.ts";
import { blend, networkInput, networkScores } from "../../services/emotion/classifier/network.ts";
import { quantize } from "../../services/emotion/classifier/quantize.ts";
import { vectorizer } from "../../services/emotion/classifier/vocabulary.ts";
import { LABELS } from "../../services/emotion/labels.ts";
import type { LabelledTexts } from "./dataset.ts";
import { toMatrix } from "./matrix.ts";
import { fitThresholds, type Table } from "./measures.ts";
import { trainMlp } from "./mlp.ts";
import { trainLogistic } from "./sdca.ts";
import { fitVocabulary } from "./vocabulary.ts";

/** What makes a run repeatable, and how long it takes. The defaults are those of the committed weights. */
export interface TrainingOptions {
  /** @default {7} */
  seed?: number;
  /** Parts for the scores that the network learns from: each part is scored by a model of the others. @default {5} */
  folds?: number;
  /** @default {12} */
  linearEpochs?: number;
  /** @default {10} */
  networkEpochs?: number;
  /** @default {128} */
  hidden?: number;
  onProgress?: (line: string) => void;
}

/** Inverse of the linear model's regularisation; chosen on dev among .25, .5, 1, 2. */
const C = 1;

/** Truth over all heads, a row a text. */
export function headTable({ truth }: LabelledTexts): Uint8Array {
  const rows = truth.length / LABELS.length;
  const table = new Uint8Array(rows * HEADS.length);
  for (let row = 0; row < rows; row++) {
    table.set(headTruth(truth.subarray(row * LABELS.length, (row + 1) * LABELS.length)), row * HEADS.length);
  }
  return table;
}

/** Joined scores of texts, a row of heads each. */
export function scoreTable(rows: readonly Float32Array[]): Table<Float32Array> {
  const values = new Float32Array(rows.length * HEADS.length);
  for (const [i, row] of rows.entries()) values.set(joinGroups(row), i * HEADS.length);
  return { values, columns: HEADS.length };
}

/** Platt's scaling and the threshold of every head, from these texts. */
export function fitDecision(scores: Table<Float32Array>, truth: Uint8Array): Decision {
  const raw = fitThresholds(scores, truth);
  const rows = truth.length / HEADS.length;
  const platt = HEADS.map((_, k) => {
    const column = Float32Array.from({ length: rows }, (_, row) => scores.values[row * HEADS.length + k]!);
    return fitPlatt(column, Uint8Array.from({ length: rows }, (_, row) => truth[row * HEADS.length + k]!));
  });
  // A head that no text has keeps a threshold that nothing reaches.
  const thresholds = raw.map((score, k) => Number.isFinite(score) ? calibrated(score, platt[k]!) : 2);
  return { platt, thresholds };
}

/** Trains the linear model over n-grams; dev gives thresholds and calibration, nothing else. */
export function trainNgrams(
  train: LabelledTexts,
  dev: LabelledTexts,
  options: TrainingOptions = {},
): NgramModel {
  const { seed = 7, linearEpochs = 12, onProgress } = options;
  onProgress?.(`n-grams of ${train.texts.length} texts`);
  const linear = fitLinear(train.texts.map(countFeatures), headTable(train), { seed, epochs: linearEpochs });
  const score = linearScorer(linear);
  onProgress?.("thresholds and calibration");
  return { linear, decision: fitDecision(scoreTable(dev.texts.map(score)), headTable(dev)) };
}

function fitLinear(
  counts: readonly Counts[],
  truth: Uint8Array,
  run: { seed: number; epochs: number },
): LinearModel {
  const vocabulary = fitVocabulary(counts);
  const vectors = counts.map(vectorizer(vocabulary));
  const heads = trainLogistic(toMatrix(vectors, vocabulary.hashes.length), truth, HEADS.length, {
    c: C,
    ...run,
  });
  const features = vocabulary.hashes.length * HEADS.length;
  return {
    vocabulary,
    weights: quantize(heads.weights.subarray(0, features), HEADS.length),
    bias: heads.weights.slice(features),
  };
}

/** Scores of the training texts by models that did not see them, for the second stage to learn from (Wolpert 1992, "Stacked generalization"). */
function outOfFoldScores(train: LabelledTexts, options: TrainingOptions): Float32Array[] {
  const { seed = 7, folds = 5, linearEpochs = 12, onProgress } = options;
  const counts = train.texts.map(countFeatures);
  const truth = headTable(train);
  const scores: Float32Array[] = new Array(counts.length);
  for (let fold = 0; fold < folds; fold++) {
    onProgress?.(`n-grams without part ${fold + 1} of ${folds}`);
    const seen = [...counts.keys()].filter((i) => i % folds !== fold);
    const seenTruth = new Uint8Array(seen.length * HEADS.length);
    for (const [to, i] of seen.entries()) {
      seenTruth.set(truth.subarray(i * HEADS.length, (i + 1) * HEADS.length), to * HEADS.length);
    }
    const model = fitLinear(seen.map((i) => counts[i]!), seenTruth, { seed, epochs: linearEpochs });
    const score = linearScorer(model);
    for (let i = fold; i < counts.length; i += folds) scores[i] = score(train.texts[i]!);
  }
  return scores;
}

/** Vectors of the texts of both parts, one after the other. */
export interface Vectors {
  /** Id of the embedding model. */
  embedder: string;
  dimension: number;
  train: Float32Array;
  dev: Float32Array;
}

/** Trains the network over embeddings and the linear model's scores. */
export function trainNetwork(
  train: LabelledTexts,
  dev: LabelledTexts,
  ngrams: NgramModel,
  vectors: Vectors,
  options: TrainingOptions = {},
): EmbeddingModel {
  const { seed = 7, networkEpochs = 10, hidden = 128, onProgress } = options;
  const { dimension, embedder } = vectors;
  const inputs = dimension + HEADS.length;
  const table = new Float32Array(train.texts.length * inputs);
  for (const [i, scores] of outOfFoldScores(train, options).entries()) {
    table.set(networkInput(vectors.train.subarray(i * dimension, (i + 1) * dimension), scores), i * inputs);
  }
  const trained = trainMlp(table, inputs, headTable(train), HEADS.length, {
    hidden,
    epochs: networkEpochs,
    batch: 64,
    rate: 0.001,
    decay: 0.01,
    dropout: { input: 0.1, hidden: 0.4 },
    seed,
    onEpoch: (epoch, loss) =>
      onProgress?.(`network, pass ${epoch + 1} of ${networkEpochs}: loss ${loss.toFixed(4)}`),
  });
  const network = {
    hidden: quantize(trained.hiddenWeights, hidden),
    hiddenBias: trained.hiddenBias,
    output: quantize(trained.outputWeights, HEADS.length),
    outputBias: trained.outputBias,
  };
  const score = linearScorer(ngrams.linear);
  const rows = dev.texts.map((text, i) => {
    const linear = score(text);
    const input = networkInput(vectors.dev.subarray(i * dimension, (i + 1) * dimension), linear);
    return blend(linear, networkScores(input, network), LABELS.length);
  });
  return { network, embedder, decision: fitDecision(scoreTable(rows), headTable(dev)) };
}
