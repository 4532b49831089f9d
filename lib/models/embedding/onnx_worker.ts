/// <reference lib="deno.worker" />
/** Runs in a worker of its own: ONNX Runtime's native `run` blocks the thread that calls it. */
import { normalize, pool } from "./pooling.ts";
import type { EmbedRequest, FromWorker, OpenRequest, ToWorker } from "./protocol.ts";
import { type Encoder, openEncoder } from "./runtime.ts";
import { openTokenizer, type TextTokenizer } from "./tokenizer.ts";

/** How long a job may run before messages, such as its cancellation, are let in. */
const TURN_MS = 50;

interface Model extends OpenRequest {
  encoder: Encoder;
  tokenizer: TextTokenizer;
}

let model: Promise<Model> | undefined;
let queue: Promise<void> = Promise.resolve();
const waiting = new Set<number>();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case "open":
      model = open(data);
      break;
    case "cancel":
      waiting.delete(data.job);
      break;
    case "embed":
      waiting.add(data.job);
      queue = queue.then(() => answer(data));
  }
};

async function open(request: OpenRequest): Promise<Model> {
  try {
    const [encoder, tokenizer] = await Promise.all([
      openEncoder(request.onnxPath, request),
      openTokenizer(request.tokenizerPath, request.tokenizerConfigPath),
    ]);
    post({ type: "opened", runtime: encoder.runtime });
    return { ...request, encoder, tokenizer };
  } catch (error) {
    post({ type: "open_failed", message: text(error) });
    throw error;
  }
}

async function answer(request: EmbedRequest): Promise<void> {
  try {
    if (model === undefined || !waiting.has(request.job)) return;
    const done = await embed(await model, request);
    if (done !== undefined) post({ type: "embedded", job: request.job, ...done }, [done.vectors.buffer]);
  } catch (error) {
    post({ type: "failed", job: request.job, message: text(error) });
  } finally {
    waiting.delete(request.job);
  }
}

/**
 * One text a run: on a CPU this is as fast as any batch, computes no padding, ends a cancelled job at once, and gives
 * a text the same vector whatever stands beside it (int8 activations are scaled per batch).
 */
async function embed(model: Model, { job, texts }: EmbedRequest) {
  const vectors = new Float32Array(texts.length * model.dimension);
  let tokens = 0;
  let inferenceMs = 0;
  let turned = performance.now();
  for (const [index, text] of texts.entries()) {
    if (performance.now() - turned > TURN_MS) {
      await turn();
      turned = performance.now();
    }
    if (!waiting.has(job)) return undefined;
    const ids = model.tokenizer.encode(text, model.maxTokens);
    const started = performance.now();
    const hidden = await model.encoder.run(ids);
    inferenceMs += performance.now() - started;
    tokens += ids.length;
    if (hidden.dimension !== model.dimension) {
      throw new Error(
        `the ONNX graph gives ${hidden.dimension} dimensions, config.json says ${model.dimension}`,
      );
    }
    const vector = vectors.subarray(index * model.dimension, (index + 1) * model.dimension);
    pool(hidden.data, model.pooling, vector);
    if (model.normalize) normalize(vector);
  }
  return { vectors, tokens, inferenceMs };
}

/** Lets messages in, a cancellation among them. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
