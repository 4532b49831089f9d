import type { Pooling } from "./pooling.ts";

/** What a worker needs to open a model. */
export interface OpenRequest {
  type: "open";
  onnxPath: string;
  tokenizerPath: string;
  tokenizerConfigPath: string;
  runtime: "auto" | "native" | "wasm";
  threads: number;
  dimension: number;
  maxTokens: number;
  pooling: Pooling;
  normalize: boolean;
}

/** Texts to embed, their prompts already before them. */
export interface EmbedRequest {
  type: "embed";
  job: number;
  texts: readonly string[];
}

/** What the main thread sends to a worker. A cancelled job ends after the batch that is running. */
export type ToWorker = OpenRequest | EmbedRequest | { type: "cancel"; job: number };

/** What a worker answers. */
export type FromWorker =
  | { type: "opened"; runtime: "native" | "wasm" }
  | { type: "open_failed"; message: string }
  | { type: "embedded"; job: number; vectors: Float32Array<ArrayBuffer>; inferenceMs: number; tokens: number }
  | { type: "failed"; job: number; message: string };
