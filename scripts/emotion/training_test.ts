import assert from "node:assert/strict";
import { encodeEmbedding, encodeNgrams } from "../../services/emotion/classifier/files.ts";
import { linearScorer } from "../../services/emotion/classifier/linear.ts";
import { labelIndex, LABELS } from "../../services/emotion/labels.ts";
import type { LabelledTexts } from "./dataset.ts";
import { readGoEmotions } from "./dataset.ts";
import { crossFittedMacroF1, macroF1, measureAt } from "./measures.ts";
import { seeded } from "./random.ts";
import { trainNetwork, trainNgrams } from "./training.ts";

const WORDS = { joy: "happy", anger: "furious", sadness: "crying" } as const;

/** Texts whose label is told by one word among chance ones. */
function texts(count: number, seed: number): LabelledTexts {
  const random = seeded(seed);
  const names = ["joy", "anger", "sadness"] as const;
  const truth = new Uint8Array(count * LABELS.length);
  return {
    truth,
    texts: Array.from({ length: count }, (_, i) => {
      const label = names[Math.floor(random() * names.length)] ?? "joy";
      truth[i * LABELS.length + labelIndex(label)] = 1;
      return `${["today", "so", "really", "again"][Math.floor(random() * 4)]} ${WORDS[label]} about it`;
    }),
  };
}

Deno.test("training twice gives the same bytes, and another seed others", () => {
  const [train, dev] = [texts(120, 1), texts(60, 2)];
  const vectors = {
    embedder: "test",
    dimension: 4,
    train: Float32Array.from({ length: 480 }, seeded(3)),
    dev: Float32Array.from({ length: 240 }, seeded(4)),
  };
  const run = (seed: number) => {
    const options = { seed, folds: 2, linearEpochs: 3, networkEpochs: 2, hidden: 8 };
    const ngrams = trainNgrams(train, dev, options);
    return [encodeNgrams(ngrams), encodeEmbedding(trainNetwork(train, dev, ngrams, vectors, options))];
  };
  const [first, second, other] = [run(7), run(7), run(8)];
  assert.deepEqual(first, second);
  assert.notDeepEqual(first, other);
});

Deno.test("training learns a word that decides the label", () => {
  const [train, dev] = [texts(300, 1), texts(100, 2)];
  const { linear, decision } = trainNgrams(train, dev, { linearEpochs: 8 });
  const score = linearScorer(linear);
  const top = (text: string) => {
    const scores = [...score(text).subarray(0, LABELS.length)];
    return LABELS[scores.indexOf(Math.max(...scores))];
  };
  assert.deepEqual(Object.values(WORDS).map((word) => top(`so ${word} about it`)), Object.keys(WORDS));
  assert.ok(decision.thresholds.every((threshold) => threshold > 0));
});

Deno.test("macro-F1 is the mean over columns, and cross-fitting never sees the measured half", () => {
  // Column 0 is told perfectly, column 1 not at all.
  const truth = Uint8Array.from(
    { length: 200 },
    (_, at) => at % 2 === 0 && at % 8 < 4 ? 1 : at % 6 === 1 ? 1 : 0,
  );
  const values = Float32Array.from(truth, (value, at) => at % 2 === 0 ? value : 0.5);
  const scores = { values, columns: 2 };
  const [perfect] = measureAt(scores, truth, [0.5, 2]);
  assert.deepEqual([perfect?.precision, perfect?.recall, perfect?.f1], [1, 1, 1]);
  assert.ok(crossFittedMacroF1(scores, truth) <= macroF1(scores, truth) + 0.05);
});

Deno.test("a data set that is not there, or not one, is named", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await assert.rejects(readGoEmotions(folder, "train"), /train\.tsv/);
    await Deno.writeTextFile(`${folder}/dev.tsv`, "fine\t3\tid\nbroken\t99\tid\n");
    await assert.rejects(readGoEmotions(folder, "dev"), /Line 2 of .*dev\.tsv/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
