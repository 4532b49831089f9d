import { fileURLToPath } from "node:url";
import { encodeBase64 } from "../lib/base64.ts";
import { encodeVectors } from "../lib/http/vectors.ts";
import { embedderSet } from "../lib/models/embedder_set.ts";
import { type ClassifierWeights, dangerOf, decode } from "../services/empathy/crisis/classifier.ts";
import { assessText } from "../services/empathy/crisis/mod.ts";
import { BUCKETS, ngrams } from "../services/empathy/crisis/ngrams.ts";
import { isDev, readTraining } from "../tests/empathy/crisis_corpus/read.ts";
import { CRISIS_NEGATIVE } from "../tests/empathy/crisis_negative.ts";
import { CRISIS_TRUE } from "../tests/empathy/crisis_true.ts";
import { toMatrix } from "./emotion/matrix.ts";
import { trainLogistic } from "./emotion/sdca.ts";

/**
 * `deno task train:crisis -- FOLDER`: fits assets/resources/crisis_classifier.json, a logistic regression over the default
 * embedding model's vectors and hashed n-grams. Positives are this project's own messages; negatives its own hard ones (each of the two counted
 * twice) and every n-th text of GoEmotions' train.tsv in FOLDER (Demszky et al. 2020, CC BY 4.0). The seed and the order are fixed, so that the
 * same files give the same weights. The thresholds come from what was not fitted: `quiet` is the highest score at which patterns and
 * classifier together hear 98 in 100 of the corpus's dev part, `ask` the lowest that at most 5 in 1,000 further texts of train.tsv reach.
 */
const MODEL = fileURLToPath(new URL("../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
const TARGET = new URL("../assets/resources/crisis_classifier.json", import.meta.url);
const ORDINARY = 16_000;
const ORDINARY_DEV = 2_700;
const OWN_WEIGHT = 2;
const RECALL = 0.98;
const MOST_ASKED = 0.005;
const FIT = { c: 2, epochs: 20, seed: 1 };

const [folder] = Deno.args.filter((arg) => arg !== "--");
if (folder === undefined) {
  console.error("deno task train:crisis -- FOLDER (with GoEmotions' train.tsv)");
  Deno.exit(64);
}

const lines = (await Deno.readTextFile(`${folder}/train.tsv`)).split("\n").filter(Boolean);
/** `count` texts at even distances, from the `from`-th on. */
function ordinary(from: number, count: number): string[] {
  const step = Math.floor(lines.length / ORDINARY);
  const stride = step * Math.floor(ORDINARY / count);
  return Array.from({ length: count }, (_, i) => lines[from + i * stride]?.split("\t")[0] ?? "");
}

await using embedders = embedderSet({ threads: 1 });
const embedder = await embedders.open({ kind: "folder", path: MODEL });
const { dimension } = embedder;

async function vectorsOf(texts: readonly string[]): Promise<Float32Array> {
  const vectors = new Float32Array(texts.length * dimension);
  for (let i = 0; i < texts.length; i += 32) {
    vectors.set(await embedder.embed(texts.slice(i, i + 32), "passage"), i * dimension);
  }
  return vectors;
}

const corpus = await readTraining();
const own = [
  ...corpus.filter(({ text }) => !isDev(text)),
  ...CRISIS_TRUE.map(([text]) => ({ text, danger: true })),
  ...CRISIS_NEGATIVE.map((text) => ({ text, danger: false })),
];
const rows = [
  ...Array.from({ length: OWN_WEIGHT }, () => own).flat(),
  ...ordinary(0, ORDINARY).map((text) => ({ text, danger: false })),
];
const texts = rows.map(({ text }) => text);
const sparse = texts.map((text) => {
  const grams = ngrams(text);
  return { rows: Int32Array.from(grams.keys()), values: Float32Array.from(grams.values()) };
});
const fitted = trainLogistic(
  { ...toMatrix(sparse, BUCKETS), dense: { values: await vectorsOf(texts), dimension } },
  Uint8Array.from(rows, ({ danger }) => danger ? 1 : 0),
  1,
  FIT,
).weights;
const grams = fitted.subarray(0, BUCKETS);
const step = grams.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
const weights: ClassifierWeights = {
  model: embedder.id,
  dimension,
  weights: encodeVectors(fitted.slice(BUCKETS, BUCKETS + dimension)),
  ngrams: encodeBase64(new Uint8Array(Int8Array.from(grams, (weight) => Math.round(weight / step)).buffer)),
  ngram_step: step,
  bias: fitted[BUCKETS + dimension] ?? 0,
  quiet: 0,
  ask: 0,
};

const classifier = decode(weights);
async function scores(texts: readonly string[]): Promise<number[]> {
  const vectors = await vectorsOf(texts);
  return texts.map((text, i) =>
    dangerOf([text], vectors.subarray(i * dimension, (i + 1) * dimension), classifier)
  );
}
const dev = corpus.filter(({ text }) => isDev(text));
const inDanger = dev.filter(({ danger }) => danger).map(({ text }) => text);
const unheard = inDanger.filter((text) => assessText(text).risk === "none");
const missable = Math.floor(inDanger.length * (1 - RECALL));
const heard = (await scores(unheard)).sort((a, b) => a - b);
weights.quiet = Math.floor((heard[missable] ?? 0) * 10_000) / 10_000;
const half = Math.floor(lines.length / ORDINARY / 2);
const everyday = (await scores(ordinary(half, ORDINARY_DEV))).sort((a, b) => b - a);
const asked = Math.ceil((everyday[Math.floor(ORDINARY_DEV * MOST_ASKED)] ?? 1) * 10_000) / 10_000;
weights.ask = Math.max(weights.quiet, asked);
await Deno.writeTextFile(TARGET, JSON.stringify(weights, null, 2) + "\n");

const harmless = await scores(dev.filter(({ danger }) => !danger).map(({ text }) => text));
const from = (threshold: number) => (score: number) => score >= threshold;
const strict = [...harmless].sort((a, b) => b - a);
const alone = await scores(inDanger);
console.log({
  own: own.length,
  dev_in_danger: inDanger.length,
  dev_heard_by_patterns: inDanger.length - unheard.length,
  quiet: weights.quiet,
  ask: weights.ask,
  dev_heard: inDanger.length - heard.filter((score) => score < weights.quiet).length,
  dev_heard_ask: inDanger.length - heard.filter((score) => score < weights.ask).length,
  dev_harmless: harmless.length,
  dev_harmless_quiet: harmless.filter(from(weights.quiet)).length,
  dev_harmless_ask: harmless.filter(from(weights.ask)).length,
  everyday: everyday.length,
  everyday_quiet: everyday.filter(from(weights.quiet)).length,
  everyday_ask: everyday.filter(from(weights.ask)).length,
  // The highest score of something harmless, and how many in danger, of all of dev, stand above it.
  strict: strict[0],
  above_strict: alone.filter((score) => score > (strict[0] ?? 1)).length,
});
