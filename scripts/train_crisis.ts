import { fileURLToPath } from "node:url";
import { encodeBase64 } from "../lib/base64.ts";
import { encodeVectors } from "../lib/http/vectors.ts";
import { openEmbedder } from "../lib/models/embedding.ts";
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
 * classifier together hear 98 in 100 of the corpus's dev part, `ask` the lowest that at most 3 in 100 of dev's hard negatives reach and, in English, at most
 * 2 in 1,000 further texts of train.tsv: from there on a question about how the person is stands in place of an answer.
 */
const MODEL = fileURLToPath(new URL("../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
const TARGET = new URL("../assets/resources/crisis_classifier.json", import.meta.url);
const ORDINARY = 16_000;
const ORDINARY_DEV = 2_700;
const OWN_WEIGHT = 2;
const RECALL = 0.98;
const MOST_ASKED = 0.002;
const MOST_ASKED_TWINS = 0.03;
/** Hard negatives in other languages than English count so often more: there are no ordinary texts to go with them. */
const FOREIGN_WEIGHT = 3;
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

await using embedder = await openEmbedder({ kind: "folder", path: MODEL }, { threads: 1 });
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
const foreign = corpus.filter(({ text, danger, language }) => !isDev(text) && !danger && language !== "en");
const rows = [
  ...Array.from({ length: OWN_WEIGHT }, () => own).flat(),
  ...Array.from({ length: OWN_WEIGHT * (FOREIGN_WEIGHT - 1) }, () => foreign).flat(),
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
  english: { quiet: 0, ask: 0 },
  other_languages: { quiet: 0, ask: 0 },
};

const classifier = decode(weights);
async function scores(texts: readonly string[]): Promise<number[]> {
  const vectors = await vectorsOf(texts);
  return texts.map((text, i) =>
    dangerOf([text], vectors.subarray(i * dimension, (i + 1) * dimension), classifier)
  );
}
const everyday = await scores(ordinary(Math.floor(lines.length / ORDINARY / 2), ORDINARY_DEV));
const report: Record<string, unknown> = { own: own.length };

/** Finds a group's thresholds on its dev part; `calm` gives lists of scores, and of each the share that may be asked about. */
async function choose(
  name: "english" | "other_languages",
  calm: (harmless: readonly number[]) => (readonly [scores: readonly number[], share: number])[],
) {
  const dev = corpus.filter(({ text, language }) =>
    isDev(text) && (language === "en") === (name === "english")
  );
  const part = (wanted: boolean) => dev.filter(({ danger }) => danger === wanted).map(({ text }) => text);
  const silent = (list: readonly string[]) => list.filter((text) => assessText(text).risk === "none");
  const [inDanger, harmless] = [part(true), part(false)];
  const unheard = (await scores(silent(inDanger))).sort((a, b) => a - b);
  const calmOnes = await scores(silent(harmless));
  const quiet = Math.floor((unheard[Math.floor(inDanger.length * (1 - RECALL))] ?? 0) * 10_000) / 10_000;
  const asks = calm(calmOnes).map(([scores, share]) => {
    const ranked = scores.toSorted((a, b) => b - a);
    return Math.ceil((ranked[Math.floor(ranked.length * share)] ?? 1) * 10_000) / 10_000;
  });
  const ask = Math.max(quiet, ...asks);
  weights[name] = { quiet, ask };
  const surest = Math.max(...calmOnes);
  report[name] = {
    quiet,
    ask,
    in_danger: inDanger.length,
    heard_by_patterns: inDanger.length - unheard.length,
    heard_ask: inDanger.length - unheard.filter((score) => score < ask).length,
    heard_quiet: inDanger.length - unheard.filter((score) => score < quiet).length,
    harmless: harmless.length,
    alarms_by_patterns: harmless.length - calmOnes.length,
    alarms_ask: harmless.length - calmOnes.filter((score) => score < ask).length,
    alarms_quiet: harmless.length - calmOnes.filter((score) => score < quiet).length,
    // The highest score of something harmless, and how many of what patterns do not hear stand above it.
    surest,
    above_surest: unheard.filter((score) => score > surest).length,
  };
}

await choose("english", (harmless) => [[everyday, MOST_ASKED], [harmless, MOST_ASKED_TWINS]]);
await choose("other_languages", (harmless) => [[harmless, MOST_ASKED_TWINS]]);
await Deno.writeTextFile(TARGET, JSON.stringify(weights, null, 2) + "\n");
console.log(report);
