/** A matrix in eight bits: value = int8 · scale, one scale for each row. */
export interface Int8Matrix {
  values: Int8Array;
  /** One a row. */
  scales: Float32Array;
}

/**
 * Rounds a row-major matrix to eight bits. Scales by row, not by column: a few words weigh fifty times as much as the rest, and a scale that
 * holds them would leave the rest three or four steps.
 */
export function quantize(matrix: Float32Array, columns: number): Int8Matrix {
  const scales = new Float32Array(matrix.length / columns);
  const values = new Int8Array(matrix.length);
  for (let row = 0; row < scales.length; row++) {
    const from = row * columns;
    let largest = 0;
    for (let k = 0; k < columns; k++) largest = Math.max(largest, Math.abs(matrix[from + k]!));
    scales[row] = largest / 127;
    if (largest === 0) continue;
    for (let k = 0; k < columns; k++) values[from + k] = Math.round(matrix[from + k]! * 127 / largest);
  }
  return { values, scales };
}
