/** How the vectors of a text's tokens become one. */
export type Pooling = "cls" | "mean" | "max";

/**
 * Pools one text: `hidden` holds its tokens' vectors (tokens × dimension), `out` takes the `dimension` values of the
 * text. One token alone is its own result.
 */
export function pool(hidden: Float32Array, pooling: Pooling, out: Float32Array): void {
  const dimension = out.length;
  out.set(hidden.subarray(0, dimension));
  if (pooling === "cls") return;
  for (let start = dimension; start < hidden.length; start += dimension) {
    for (let i = 0; i < dimension; i++) {
      const value = hidden[start + i]!;
      out[i] = pooling === "max" ? Math.max(out[i]!, value) : out[i]! + value;
    }
  }
  if (pooling === "mean") {
    const tokens = hidden.length / dimension;
    for (let i = 0; i < dimension; i++) out[i] = out[i]! / tokens;
  }
}

/** Scales a vector to length 1 in place; a zero vector stays. */
export function normalize(vector: Float32Array): void {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return;
  const scale = 1 / Math.sqrt(sum);
  for (let i = 0; i < vector.length; i++) vector[i] = vector[i]! * scale;
}
