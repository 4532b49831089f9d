import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { MorganError } from "../../../lib/errors.ts";
import { calibrated, expectedCalibrationError, fitPlatt } from "./calibration.ts";
import { countFeatures } from "./features.ts";
import { decodeNgrams } from "./files.ts";
import { HEADS, headTruth, joinGroups } from "./heads.ts";
import { MAPPING, PLUTCHIK } from "./mapping.ts";
import { openClassifier } from "./model.ts";
import { quantize } from "./quantize.ts";
import { bestThreshold } from "./thresholds.ts";
import { tokenize } from "./tokens.ts";
import { decodeWeights, encodeWeights } from "./weights.ts";
import { labelIndex, LABELS } from "../labels.ts";

Deno.test("tokens keep what carries feeling in writing", () => {
  assert.deepEqual(tokenize("Sooooo HAPPY!!! :) don’t [NAME] 😂😂"), [
    "soo",
    "⟨long⟩",
    "happy",
    "!!!",
    ":)",
    "don't",
    "[NAME]",
    "😂",
    "😂",
    "⟨caps⟩",
  ]);
  assert.deepEqual(tokenize(""), []);
  assert.deepEqual(tokenize("WHY IS THIS"), ["why", "is", "this", "⟨shouted⟩"]);
});

Deno.test("tokens and features never fail, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
    const { word, char } = countFeatures(text);
    for (const count of [...word.values(), ...char.values()]) assert.ok(count >= 1);
  }));
});

Deno.test("features are hashes that do not depend on order of discovery", () => {
  const [one, two] = [countFeatures("good day"), countFeatures("day good")];
  // Each has two words in common and its own pairs of neighbours.
  const shared = [...one.word.keys()].filter((key) => two.word.has(key));
  assert.equal(shared.length, 2);
  assert.deepEqual([...one.char.keys()].sort(), [...two.char.keys()].sort());
});

Deno.test("a weights file gives back what was written, and says so when it is none", () => {
  const tensors = {
    a: Int8Array.of(-127, 3, 127),
    b: Float32Array.of(0.5, -2),
    c: Uint32Array.of(4294967295),
  };
  const bytes = encodeWeights({ about: { n: 1 }, tensors });
  assert.deepEqual(decodeWeights(bytes, "x"), { about: { n: 1 }, tensors });
  for (
    const wrong of [new Uint8Array(0), bytes.slice(0, 20), new TextEncoder().encode("not weights at all")]
  ) {
    assert.throws(() => decodeWeights(wrong, "w.bin"), (error) => {
      assert.ok(error instanceof MorganError);
      assert.equal(error.code, "invalid_config");
      assert.match(error.message, /w\.bin/);
      return true;
    });
  }
  assert.throws(
    () => decodeNgrams(encodeWeights({ about: { heads: [] }, tensors }), "w.bin"),
    /does not fit/,
  );
});

Deno.test("eight bits lose at most half a step of a row's largest value", () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 6, maxLength: 6 }),
      (row) => {
        const matrix = Float32Array.from(row);
        const { values, scales } = quantize(matrix, 3);
        for (const [i, value] of matrix.entries()) {
          const scale = scales[Math.floor(i / 3)]!;
          assert.ok(Math.abs(values[i]! * scale - value) <= scale / 2 + 1e-6);
        }
      },
    ),
  );
});

Deno.test("the threshold is where F1, averaged with its neighbours', is best", () => {
  const scores = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1];
  // F1 by rank: .333 .571 .75 .889 1 .909 .833 .769 .714 .667; the five around .909 have the largest sum, 4.400.
  assert.equal(bestThreshold(scores, [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]), 0.4);
  assert.equal(bestThreshold([], []), Infinity);
});

Deno.test("Platt's scaling brings overconfident scores to the shares that come true", () => {
  // Half come true at both scores: the slope goes to 0 and every probability to a half.
  const scores = Array.from({ length: 200 }, (_, i) => i % 2 === 0 ? 4 : -4);
  const truth = Array.from({ length: 200 }, (_, i) => i % 4 < 2 ? 1 : 0);
  const platt = fitPlatt(scores, truth);
  assert.ok(Math.abs(calibrated(4, platt) - 0.5) < 0.01);
  // Three of four come true above, one of four below.
  const tilted = fitPlatt(scores, scores.map((score, i) => (i % 8 < 6) === score > 0 ? 1 : 0));
  assert.ok(Math.abs(calibrated(4, tilted) - 0.75) < 0.02);
});

Deno.test("the calibration error is the mean distance of what was said from what came", () => {
  assert.equal(expectedCalibrationError([0.9, 0.9, 0.1, 0.1], [1, 1, 0, 0]).toFixed(4), "0.1000");
  assert.equal(expectedCalibrationError([1, 0], [1, 0]), 0);
});

Deno.test("groups are true where one of their labels is, and joining leaves the labels alone", () => {
  const labels = new Uint8Array(LABELS.length);
  labels[labelIndex("grief")] = 1;
  const truth = headTruth(labels);
  const named = HEADS.filter((_, i) => truth[i] === 1);
  assert.deepEqual(named, ["grief", "ekman:sadness", "sentiment:negative"]);
  const scores = Float32Array.from(HEADS, (_, i) => i / 10 - 2);
  assert.deepEqual(joinGroups(scores).subarray(0, 28), scores.subarray(0, 28));
});

Deno.test("every label has a place within bounds and Plutchik's shares that add up to 1", () => {
  for (const label of LABELS) {
    const { plutchik, ...dimensions } = MAPPING[label];
    for (const value of Object.values(dimensions)) assert.ok(Math.abs(value) <= 1, label);
    const sum = PLUTCHIK.reduce((total, name) => total + (plutchik[name] ?? 0), 0);
    assert.ok(Math.abs(sum - 1) < 1e-9, label);
  }
});

const MODEL = new URL("../../../assets/models/morgan/emotion", import.meta.url).pathname;

Deno.test("the committed model hears plain feelings from n-grams alone", async () => {
  const classifier = await openClassifier(MODEL);
  const texts = ["Thank you so much!", "I hate this, it makes me so angry", "The train leaves at nine."];
  const found = await classifier.classify(texts);
  const top = found.map(({ labels }) =>
    labels.reduce((best, one) => one.score > best.score ? one : best).label
  );
  assert.deepEqual(top, ["gratitude", "anger", "neutral"]);
  assert.deepEqual(new Set(found.map(({ model }) => model)), new Set(["ngrams"]));
});

Deno.test("an embedding model that fails, or another one, leaves the n-grams", async () => {
  const failures: unknown[] = [];
  const onDegraded = (error: unknown) => failures.push(error);
  const other = await openClassifier(MODEL, {
    embedder: { id: "another/model", embed: () => Promise.reject(new Error("asked")) },
    onDegraded,
  });
  assert.equal((await other.classify(["fine"]))[0]?.model, "ngrams");
  assert.equal(failures.length, 0);
  const bytes = await Deno.readFile(join(MODEL, "embedding.bin"));
  const { embedder: id } = decodeWeights(bytes, "embedding.bin").about;
  assert.ok(typeof id === "string");
  const failing = await openClassifier(MODEL, {
    embedder: { id, embed: () => Promise.reject(new Error("down")) },
    onDegraded,
  });
  const [fallen] = await failing.classify(["fine"]);
  assert.deepEqual([fallen?.model, fallen?.degraded], ["ngrams", true]);
  assert.equal(failures.length, 1);
  const aborted = AbortSignal.abort();
  await assert.rejects(failing.classify(["fine"], aborted));
});

Deno.test("a folder without a model is named", async () => {
  await assert.rejects(openClassifier("/nowhere"), (error) => {
    assert.ok(error instanceof MorganError);
    assert.equal(error.code, "not_found");
    assert.match(error.message, /nowhere/);
    return true;
  });
});
