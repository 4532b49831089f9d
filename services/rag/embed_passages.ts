import type { ChunkTokens, DenseLeg } from "./context.ts";

/** Chunks embedded between two reports of progress. */
const EMBED_BATCH = 32;

/** What passages are embedded with. */
export interface PassageEmbedding {
  embedding: DenseLeg["embedding"];
  index: Pick<DenseLeg["index"], "model">;
  tokens: Pick<ChunkTokens, "max" | "count">;
}

/**
 * One vector per text, as one array of texts.length × dimension. A text that is longer than the model takes (its chunk was
 * cut for another one) is embedded in parts, whose mean, weighted by their tokens, stands for it: nothing is cut off.
 */
export async function embedPassages(
  { embedding, index, tokens }: PassageEmbedding,
  texts: readonly string[],
  signal: AbortSignal,
  onEmbedded: (done: number, total: number) => void = () => {},
): Promise<Float32Array> {
  const { dimension } = index.model;
  const out = new Float32Array(texts.length * dimension);
  for (let at = 0; at < texts.length; at += EMBED_BATCH) {
    onEmbedded(at, texts.length);
    const parts = texts.slice(at, at + EMBED_BATCH).map((text) => splitToFit(text, tokens));
    const vectors = await embedding.embed(parts.flat(), "passage", { signal, priority: "background" });
    let row = 0;
    for (const [i, own] of parts.entries()) {
      const rows = vectors.subarray(row * dimension, (row + own.length) * dimension);
      const target = out.subarray((at + i) * dimension, (at + i + 1) * dimension);
      if (own.length === 1) target.set(rows);
      else weightedMean(rows, own.map((part) => tokens.count(part)), target);
      row += own.length;
    }
  }
  onEmbedded(texts.length, texts.length);
  return out;
}

/** A text in as few parts as fit the model, halved where a paragraph, a sentence or a word ends. */
export function splitToFit(text: string, tokens: Pick<ChunkTokens, "max" | "count">): string[] {
  if (text.length < 2 || tokens.count(text) <= tokens.max) return [text];
  const at = nearestBorder(text);
  return [text.slice(0, at), text.slice(at)].flatMap((part) => splitToFit(part, tokens));
}

const BORDERS = [/\n\s*\n/g, /[.!?]["'”’)]*\s+/g, /\s+/g];

/** The end of the best border in the middle half of a text; its middle where it has none. */
function nearestBorder(text: string): number {
  const middle = text.length / 2;
  for (const border of BORDERS) {
    let best = 0;
    for (const match of text.matchAll(border)) {
      const end = match.index + match[0].length;
      if (Math.abs(end - middle) < Math.abs(best - middle)) best = end;
    }
    if (Math.abs(best - middle) <= text.length / 4) return best;
  }
  const at = Math.floor(middle);
  // Never between the two halves of a surrogate pair.
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && at > 1 ? at - 1 : at;
}

/** The mean of rows by their weights, scaled to length 1. */
function weightedMean(rows: Float32Array, weights: readonly number[], out: Float32Array): void {
  const { length: dimension } = out;
  out.fill(0);
  for (const [row, weight] of weights.entries()) {
    for (let i = 0; i < dimension; i++) out[i] = (out[i] ?? 0) + weight * (rows[row * dimension + i] ?? 0);
  }
  const length = Math.hypot(...out);
  if (length > 0) { for (let i = 0; i < dimension; i++) out[i] = (out[i] ?? 0) / length; }
}
