import {
  calibrated,
  expectedCalibrationError,
  fitPlatt,
  logit,
} from "../../services/emotion/classifier/calibration.ts";
import type { Table } from "./measures.ts";

/** The calibration error over all columns when each half of the texts is scaled by what was fitted on the other. */
export function crossFittedCalibrationError(
  { values, columns }: Table<Float32Array>,
  truth: Uint8Array,
): number {
  const rows = values.length / columns;
  const scaled = new Float32Array(values.length);
  for (let k = 0; k < columns; k++) {
    for (const half of [0, 1]) {
      const fitted = [...Array(rows).keys()].filter((row) => row % 2 === half);
      const platt = fitPlatt(
        fitted.map((row) => logit(values[row * columns + k]!)),
        fitted.map((row) => truth[row * columns + k]!),
      );
      for (let row = 1 - half; row < rows; row += 2) {
        scaled[row * columns + k] = calibrated(logit(values[row * columns + k]!), platt);
      }
    }
  }
  return expectedCalibrationError(scaled, truth);
}
