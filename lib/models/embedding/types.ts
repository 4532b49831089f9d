/** What a text is embedded as: many models want another prompt before a query than before a passage. */
export type EmbedKind = "query" | "passage";

/** Which ONNX Runtime runs a model folder: the native library, WebAssembly, or whichever loads first. */
export type EmbedRuntime = "auto" | "native" | "wasm";

/** Where a model comes from. */
export type EmbedderSpec =
  | {
    kind: "folder";
    /** A folder in Hugging Face's layout: `config.json`, `tokenizer.json`, `onnx/model_quantized.onnx` or `model.onnx`. */
    path: string;
  }
  | {
    kind: "openai";
    /** Up to and including the version, such as `http://127.0.0.1:8080/v1`. */
    baseUrl: string;
    model: string;
    apiKey?: string | undefined;
    /** Asked of the server (`dimensions`) and checked; read from the first answer when absent. */
    dimension?: number | undefined;
  }
  | {
    kind: "ollama";
    /** The server's root, such as `http://127.0.0.1:11434`. */
    baseUrl: string;
    model: string;
  };

/** How a model is opened. */
export interface OpenEmbedderOptions {
  signal?: AbortSignal | undefined;
  /** @default "auto" */
  runtime?: EmbedRuntime | undefined;
  /** Leave a model folder to be loaded by `warm()` or the first call, which fails if it cannot be. @default false */
  lazy?: boolean | undefined;
  /** Values of an endpoint's vectors as known from before: it is opened with them where it does not answer. */
  dimension?: number | undefined;
  /** Cores that background batches of a model folder may use. @default the machine's logical cores */
  threads?: number | undefined;
}

/** How one call embeds. */
export interface EmbedOptions {
  signal?: AbortSignal | undefined;
  /** A lane of its own keeps questions quick while documents are embedded. @default interactive for queries, else background */
  priority?: "interactive" | "background" | undefined;
}

/** Work done since the model was opened. */
export interface EmbedderStats {
  /** Milliseconds inside the model (for an endpoint: inside its requests). */
  inferenceMs: number;
  texts: number;
  /** Tokens after truncation; counted by estimate for an endpoint. */
  tokens: number;
  /** Why an endpoint's last call failed; absent where it did not. */
  failure?: string | undefined;
}

/** An open embedding model. */
export interface Embedder extends AsyncDisposable {
  /** Names the model and its file's content: vectors of different ids must not be compared. */
  readonly id: string;
  readonly dimension: number;
  /** The longest text in tokens, special tokens and the longer of its prompts included; what exceeds it is cut. */
  readonly maxTokens: number;
  /**
   * One vector per text, in order, as one array of texts.length × dimension; of length 1 where the model says so.
   *
   * Throws what `signal` was aborted with, or `MorganError` when the model fails.
   */
  embed(texts: readonly string[], kind: EmbedKind, options?: EmbedOptions): Promise<Float32Array>;
  /** Begins to load the model, where that has not happened yet; a failure is reported by the first call. */
  warm(): void;
  /** Tokens of a text as a passage, special tokens included; an upper estimate where the tokenizer is not known. */
  countTokens(text: string): number;
  /** The tokenizer's files, for counting elsewhere; `null` where they are not known. */
  readonly tokenizerFiles: { file: string; config: string } | null;
  stats(): EmbedderStats;
}
