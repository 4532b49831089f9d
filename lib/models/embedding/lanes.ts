import { type Lane, type LaneResult, openLane } from "./lane.ts";
import type { OpenRequest } from "./protocol.ts";

/** Each worker holds the model once more, so that many cores share few workers. */
const MOST_WORKERS = 4;

/**
 * Several lanes that share each call's texts. A worker per core with one thread each embeds about a quarter more texts
 * a second than one worker whose threads share every text.
 */
export function openLanes(
  model: OpenRequest,
  options: { threads: number; idleMs: number },
): Pick<Lane, "embed"> & Disposable {
  const workers = Math.max(1, Math.min(MOST_WORKERS, options.threads));
  const threads = Math.max(1, Math.floor(options.threads / workers));
  const lanes = Array.from({ length: workers }, () => openLane({ ...model, threads }, options));
  return {
    async embed(texts, signal) {
      const parts = deal(texts, lanes.length);
      const results = await Promise.all(
        parts.map((part, i) => part.length === 0 ? undefined : lanes[i]?.embed(part, signal)),
      );
      return gather(results, texts.length, model.dimension);
    },
    [Symbol.dispose]() {
      for (const lane of lanes) lane[Symbol.dispose]();
    },
  };
}

/** Deals texts like cards in order. */
function deal(texts: readonly string[], hands: number): string[][] {
  const parts = Array.from({ length: hands }, (): string[] => []);
  texts.forEach((text, i) => parts[i % hands]?.push(text));
  return parts;
}

function gather(results: readonly (LaneResult | undefined)[], texts: number, dimension: number): LaneResult {
  const vectors = new Float32Array(texts * dimension);
  let [inferenceMs, tokens] = [0, 0];
  results.forEach((result, hand) => {
    if (result === undefined) return;
    inferenceMs += result.inferenceMs;
    tokens += result.tokens;
    for (let i = 0; i * dimension < result.vectors.length; i++) {
      vectors.set(
        result.vectors.subarray(i * dimension, (i + 1) * dimension),
        (i * results.length + hand) * dimension,
      );
    }
  });
  return { vectors, inferenceMs, tokens };
}
