/**
 * Measures the emotion model on GoEmotions' dev part: `deno task bench:emotion -- FOLDER [--cache DIR] [--json]`.
 * `--cache` keeps the texts' vectors for the next run.
 */
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { memoryCache } from "../../lib/cache/mod.ts";
import { openEmbedder } from "../../lib/models/embedding.ts";
import { expectedCalibrationError } from "../../services/emotion/classifier/calibration.ts";
import { type LabelScores, openClassifier } from "../../services/emotion/classifier/mod.ts";
import { PARTS } from "../../services/emotion/classifier/heads.ts";
import { createDetector } from "../../services/emotion/detector.ts";
import { feelingOf } from "../../services/emotion/feelings.ts";
import { EKMAN, LABELS, SENTIMENT } from "../../services/emotion/labels.ts";
import { mean } from "../../services/emotion/statistics/basics.ts";
import { embedAll } from "../bench/embedding_cache.ts";
import { crossFittedCalibrationError } from "./calibration_check.ts";
import { readGoEmotions } from "./dataset.ts";
import { crossFittedMacroF1, fitThresholds, type LabelMeasure, macroF1, measureAt } from "./measures.ts";
import { headTable } from "./training.ts";

const { values: options, positionals: [folder] } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: { cache: { type: "string" }, json: { type: "boolean" } },
});
if (folder === undefined) {
  console.error("Usage: deno task bench:emotion -- FOLDER [--cache DIR] [--json]");
  Deno.exit(64);
}

const assets = (path: string) => fileURLToPath(new URL(`../../assets/models/${path}`, import.meta.url));
const dev = await readGoEmotions(folder, "dev");
const truth = headTable(dev);
const heads = truth.length / dev.texts.length;

const opened = performance.now();
const ngrams = await openClassifier(assets("morgan/emotion"));
await ngrams.classify(["I'm so happy for you!"]);
const coldStart = performance.now() - opened;

await using embedder = await openEmbedder({ kind: "folder", path: assets("BAAI/bge-small-en-v1.5") });
const vectors = await embedAll(embedder, dev.texts, "passage", options.cache);
const row = new Map(dev.texts.map((text, i) => [text, i]));
const joined = await openClassifier(assets("morgan/emotion"), {
  embedder: {
    id: embedder.id,
    embed: (texts) => Promise.resolve(concat(texts.map((text) => vectorOf(row.get(text) ?? 0)))),
  },
});

const parts = { "28 labels": PARTS.labels, ekman: PARTS.ekman, sentiment: PARTS.sentiment };
const report: Record<string, unknown> = {};
const tables: [string, (LabelMeasure & { label: string })[]][] = [];
for (const [name, classifier] of [["n-grams", ngrams], ["with embedding", joined]] as const) {
  const found = await classifier.classify(dev.texts);
  const f1 = Object.fromEntries(
    Object.entries(parts).map(([part, { from, count }]) => {
      const scores = { values: slice(found.flatMap(probabilities), from, count), columns: count };
      const answers = Uint8Array.from(slice([...truth], from, count));
      return [part, {
        in_sample: macroF1(scores, answers),
        cross_fitted: crossFittedMacroF1(scores, answers),
      }];
    }),
  );
  const scores = { values: slice(found.flatMap(probabilities), 0, LABELS.length), columns: LABELS.length };
  const thresholds = fitThresholds(scores, dev.truth);
  const labels = measureAt(scores, dev.truth, thresholds).map((measure, i) => ({
    label: LABELS[i] ?? "",
    ...measure,
  }));
  tables.push([name, labels]);
  report[name] = {
    macro_f1: f1,
    calibration: {
      in_sample: expectedCalibrationError(scores.values, dev.truth),
      cross_fitted: crossFittedCalibrationError(scores, dev.truth),
      top_label: expectedCalibrationError(found.map(topScore), found.map((one, i) => isTrue(i, top(one)))),
    },
    top_label_right: mean(found.map((one, i) => isTrue(i, top(one)))),
    labels,
  };
}

const live = await openClassifier(assets("morgan/emotion"), {
  embedder: {
    id: embedder.id,
    embed: (texts) => embedder.embed(texts, "passage", { priority: "interactive" }),
  },
});
await live.classify(["warm"]);
const service = createDetector({ classifier: joined, cache: memoryCache() });
const told = await service.detect(dev.texts);
report["service"] = {
  top_label_right: mean(told.map(({ emotion }, i) => isTrue(i, feelingOf(emotion).label))),
  confidence_error: expectedCalibrationError(
    told.map(({ confidence }) => confidence),
    told.map(({ emotion }, i) => isTrue(i, feelingOf(emotion).label)),
  ),
  stated: agreement(
    told.map(({ evidence }) => evidence.some(({ kind }) => kind === "stated" || kind === "phrase")),
  ),
  plain: mean(told.map(({ evidence }) => evidence.some(({ kind }) => kind === "plain") ? 1 : 0)),
  plain_truly_neutral: agreement(told.map(({ evidence }) => evidence.some(({ kind }) => kind === "plain"))),
};
const fresh = createDetector({ classifier: live, cache: memoryCache() });
report["speed"] = {
  ngrams_us: await microseconds((text) => ngrams.classify([text])),
  with_embedding_us: await microseconds((text) => live.classify([text])),
  service_us: await microseconds((text) => fresh.detect([text])),
  cold_start_ms: coldStart,
};
report["bytes"] = {
  ngrams: (await Deno.stat(`${assets("morgan/emotion")}/ngrams.bin`)).size,
  embedding: (await Deno.stat(`${assets("morgan/emotion")}/embedding.bin`)).size,
};
print();

async function microseconds(work: (text: string) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (const text of dev.texts.slice(0, 1000)) {
    const started = performance.now();
    await work(text);
    times.push(1000 * (performance.now() - started));
  }
  times.sort((a, b) => a - b);
  return { p50: Math.round(times[500] ?? 0), p95: Math.round(times[950] ?? 0) };
}

function probabilities({ labels, ekman, sentiment }: LabelScores): number[] {
  return [...labels.map(({ score }) => score), ...Object.values(ekman), ...Object.values(sentiment)];
}

function slice(all: readonly number[], from: number, count: number): Float32Array {
  const rows = all.length / heads;
  const out = new Float32Array(rows * count);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < count; k++) out[i * count + k] = all[i * heads + from + k] ?? 0;
  }
  return out;
}

function vectorOf(i: number): Float32Array {
  return vectors.subarray(i * embedder.dimension, (i + 1) * embedder.dimension);
}

function concat(rows: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(rows.length * embedder.dimension);
  for (const [i, one] of rows.entries()) whole.set(one, i * embedder.dimension);
  return whole;
}

function top({ labels }: LabelScores): string {
  return labels.reduce((best, one) => one.score > best.score ? one : best).label;
}

function topScore({ labels }: LabelScores): number {
  return Math.max(...labels.map(({ score }) => score));
}

function isTrue(i: number, label: string): number {
  return dev.truth[i * LABELS.length + LABELS.findIndex((name) => name === label)] ?? 0;
}

/** Of the texts that are marked: how many, and for how many the service's label, and its sentiment, is among the annotators'. */
function agreement(marked: readonly boolean[]) {
  const rows = [...marked.keys()].filter((i) => marked[i]);
  const label = (i: number) => feelingOf(told[i]?.emotion ?? "neutral").label;
  const group = (i: number) =>
    Object.values(SENTIMENT).find((labels) => labels.some((one) => one === label(i))) ?? [];
  return {
    texts: rows.length,
    label_right: mean(rows.map((i) => isTrue(i, label(i)))),
    sentiment_right: mean(rows.map((i) => group(i).some((one) => isTrue(i, one)) ? 1 : 0)),
  };
}

function print(): void {
  if (options.json === true) return console.log(JSON.stringify(report, null, 2));
  console.log(`GoEmotions dev, ${dev.texts.length} texts, ${Object.keys(EKMAN).length} Ekman groups`);
  console.log(JSON.stringify(report, (key, value) => key === "labels" ? undefined : round(value), 2));
  for (const [name, rows] of tables) {
    console.log(`\n${name}: precision, recall, F1, texts`);
    for (const { label, precision, recall, f1, support } of rows) {
      const cells = [precision, recall, f1].map((value) => value.toFixed(3).padStart(7)).join("");
      console.log(`${label.padEnd(16)}${cells}${String(support).padStart(7)}`);
    }
  }
}

function round(value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;
}
