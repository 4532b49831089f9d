import { fileURLToPath } from "node:url";
import { encodeVectors } from "../lib/http/vectors.ts";
import { embedderSet } from "../lib/models/embedder_set.ts";
import { probability } from "../services/empathy/crisis/classifier.ts";
import { HELD_OUT_NEGATIVE, HELD_OUT_TRUE } from "../tests/empathy/crisis_heldout.ts";
import { CRISIS_NEGATIVE } from "../tests/empathy/crisis_negative.ts";
import { CRISIS_TRUE } from "../tests/empathy/crisis_true.ts";

/**
 * `deno task train:crisis -- FOLDER`: fits assets/resources/crisis_classifier.json, a logistic regression over the default
 * embedding model's vectors. Positives are this project's own messages; negatives its own hard ones and every n-th text of
 * GoEmotions' train.tsv in FOLDER (Demszky et al. 2020, CC BY 4.0). Full-batch gradient descent from zero, so that the same
 * files give the same weights. The threshold is the lowest at which at most 2 in 1,000 of those GoEmotions texts raise an alarm.
 */
const MODEL = fileURLToPath(new URL("../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
const TARGET = new URL("../assets/resources/crisis_classifier.json", import.meta.url);
const ORDINARY = 2_500;
const EPOCHS = 1_500;
const RATE = 20;
const L2 = 0.02;
const MOST_ALARMS = 0.002;

const [folder] = Deno.args.filter((arg) => arg !== "--");
if (folder === undefined) {
  console.error("deno task train:crisis -- FOLDER (with GoEmotions' train.tsv and dev.tsv)");
  Deno.exit(64);
}

async function every(name: string, count: number): Promise<string[]> {
  const lines = (await Deno.readTextFile(`${folder}/${name}`)).split("\n").filter(Boolean);
  const step = Math.floor(lines.length / count);
  return lines.filter((_, i) => i % step === 0).slice(0, count).map((line) => line.split("\t")[0] ?? "");
}

await using embedders = embedderSet({ threads: 1 });
const embedder = await embedders.open({ kind: "folder", path: MODEL });
const { dimension } = embedder;

async function vectors(texts: readonly string[]): Promise<Float32Array[]> {
  const rows: Float32Array[] = [];
  for (let i = 0; i < texts.length; i += 32) {
    const batch = texts.slice(i, i + 32);
    const flat = await embedder.embed(batch, "passage");
    for (let row = 0; row < batch.length; row++) {
      rows.push(flat.slice(row * dimension, (row + 1) * dimension));
    }
  }
  return rows;
}

const positives = await vectors(CRISIS_TRUE.map(([text]) => text));
const hard = await vectors(CRISIS_NEGATIVE);
const ordinary = await vectors(await every("train.tsv", ORDINARY));
const rows = [
  ...positives.map((vector) => ({ vector, label: 1, weight: 3 })),
  ...hard.map((vector) => ({ vector, label: 0, weight: 3 })),
  ...ordinary.map((vector) => ({ vector, label: 0, weight: 1 })),
];
const total = rows.reduce((sum, { weight }) => sum + weight, 0);
const weights = new Float64Array(dimension);
let bias = 0;
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  const gradient = new Float64Array(dimension);
  let biasGradient = 0;
  for (const { vector, label, weight } of rows) {
    const error = (probability(vector, weights, bias) - label) * weight;
    for (let i = 0; i < dimension; i++) gradient[i] = (gradient[i] ?? 0) + error * (vector[i] ?? 0);
    biasGradient += error;
  }
  for (let i = 0; i < dimension; i++) {
    weights[i] = (weights[i] ?? 0) - RATE * ((gradient[i] ?? 0) / total + L2 / 100 * (weights[i] ?? 0));
  }
  bias -= RATE * biasGradient / total;
}

const of = (set: readonly Float32Array[]) => set.map((vector) => probability(vector, weights, bias));
const ranked = of(ordinary).sort((a, b) => b - a);
const threshold = Math.ceil((ranked[Math.floor(ranked.length * MOST_ALARMS)] ?? 1) * 1000) / 1000;
const share = (set: readonly Float32Array[]) =>
  of(set).filter((probability) => probability >= threshold).length / set.length;
await Deno.writeTextFile(
  TARGET,
  JSON.stringify(
    {
      model: embedder.id,
      dimension,
      weights: encodeVectors(Float32Array.from(weights)),
      bias,
      threshold,
    },
    null,
    2,
  ) + "\n",
);
console.log({
  threshold,
  own_true: share(positives),
  own_hard_negatives: share(hard),
  held_out_true: share(await vectors(HELD_OUT_TRUE)),
  held_out_negatives: share(await vectors(HELD_OUT_NEGATIVE)),
  goemotions_dev: share(await vectors(await every("dev.tsv", 1_000))),
});
