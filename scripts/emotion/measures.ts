import { mean } from "../../services/emotion/statistics/basics.ts";
import { bestThreshold } from "../../services/emotion/classifier/thresholds.ts";

/** A matrix of texts × columns. */
export interface Table<T extends ArrayLike<number>> {
  values: T;
  columns: number;
}

/** Precision, recall and F1 of one label. */
export interface LabelMeasure {
  precision: number;
  recall: number;
  f1: number;
  /** Texts that have the label. */
  support: number;
}

/** Each column's measure at its threshold. */
export function measureAt(
  scores: Table<Float32Array>,
  truth: Uint8Array,
  thresholds: ArrayLike<number>,
  keep: (row: number) => boolean = () => true,
): LabelMeasure[] {
  const { values, columns } = scores;
  return Array.from(
    { length: columns },
    (_, k) => measureOf(values, truth, columns, k, thresholds[k]!, keep),
  );
}

function measureOf(
  values: Float32Array,
  truth: Uint8Array,
  columns: number,
  k: number,
  threshold: number,
  keep: (row: number) => boolean,
): LabelMeasure {
  let hits = 0;
  let said = 0;
  let support = 0;
  for (let row = 0; row < values.length / columns; row++) {
    if (!keep(row)) continue;
    const positive = truth[row * columns + k] === 1;
    const chosen = values[row * columns + k]! >= threshold;
    if (positive) support++;
    if (chosen) said++;
    if (positive && chosen) hits++;
  }
  const f1 = said + support === 0 ? 0 : 2 * hits / (said + support);
  return { precision: said === 0 ? 0 : hits / said, recall: support === 0 ? 0 : hits / support, f1, support };
}

/** Thresholds of every column, from the rows that are kept. */
export function fitThresholds(
  { values, columns }: Table<Float32Array>,
  truth: Uint8Array,
  keep: (row: number) => boolean = () => true,
): number[] {
  const rows = Array.from({ length: values.length / columns }, (_, row) => row).filter(keep);
  return Array.from({ length: columns }, (_, k) =>
    bestThreshold(
      rows.map((row) => values[row * columns + k]!),
      rows.map((row) => truth[row * columns + k]!),
    ));
}

/** Mean F1 over the columns, thresholds fitted on the same texts. Flatters. */
export function macroF1(scores: Table<Float32Array>, truth: Uint8Array): number {
  return mean(measureAt(scores, truth, fitThresholds(scores, truth)).map(({ f1 }) => f1));
}

/** Mean F1 over the columns, each half of the texts measured with the thresholds of the other: what a new text may expect. */
export function crossFittedMacroF1(scores: Table<Float32Array>, truth: Uint8Array): number {
  const { values, columns } = scores;
  const passed = new Float32Array(values.length);
  for (const half of [0, 1]) {
    const thresholds = fitThresholds(scores, truth, (row) => row % 2 === half);
    for (let at = 0; at < values.length; at++) {
      if (Math.floor(at / columns) % 2 !== half) {
        passed[at] = values[at]! >= thresholds[at % columns]! ? 1 : 0;
      }
    }
  }
  return mean(
    measureAt({ values: passed, columns }, truth, new Float32Array(columns).fill(0.5)).map(({ f1 }) => f1),
  );
}
