import type { ContentVectors } from "./types.ts";

/**
 * The coarser grains of a content: the normalised mean of its sections' and of all its chunk vectors.
 *
 * @param chunk chunks × dimension
 * @param sectionOfChunk for each chunk, the index of its section (0..)
 */
export function grainVectors(
  chunk: Float32Array,
  dimension: number,
  sectionOfChunk: Uint32Array,
): ContentVectors {
  const sections = sectionOfChunk.reduce((most, section) => Math.max(most, section + 1), 0);
  const section = new Float32Array(sections * dimension);
  const document = new Float32Array(dimension);
  sectionOfChunk.forEach((own, row) => {
    for (let i = 0; i < dimension; i++) {
      const value = chunk[row * dimension + i]!;
      section[own * dimension + i] = section[own * dimension + i]! + value;
      document[i] = document[i]! + value;
    }
  });
  for (let s = 0; s < sections; s++) toLengthOne(section.subarray(s * dimension, (s + 1) * dimension));
  toLengthOne(document);
  return { chunk, section, document, sectionOfChunk };
}

function toLengthOne(vector: Float32Array): void {
  const length = Math.hypot(...vector);
  if (length > 0) { for (let i = 0; i < vector.length; i++) vector[i] = vector[i]! / length; }
}
