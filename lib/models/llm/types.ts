import type { Config } from "../../config/mod.ts";

/** One turn of what a model is told. */
export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** What is asked of a model. */
export interface GenerateRequest {
  messages: ChatMessage[];
  /** Longest answer in tokens. */
  maxTokens: number;
  /** 0 to 2. @default the configuration's */
  temperature?: number | undefined;
}

/** What a generation cost and why it ended. */
export interface GenerateResult {
  finish: "stop" | "length" | "other";
  /** Tokens as the server counted them; absent where it does not tell. */
  promptTokens?: number | undefined;
  completionTokens?: number | undefined;
}

/** The model that answers, as its server describes it. */
export interface ModelInfo {
  id: string;
  provider: "ollama" | "openai";
  baseUrl: string;
  /** Tokens of prompt and answer together. */
  contextWindow: number;
  /** False when the server did not tell the window and none is configured: then 4,096 is assumed. */
  windowKnown: boolean;
}

/** A language model behind a server. */
export interface LanguageModel {
  /** Asks the server. Throws `unavailable` or `not_found` (no such model), with the next step. */
  describe(signal?: AbortSignal): Promise<ModelInfo>;
  /**
   * Yields the answer's text as it arrives and returns what it cost. Throws `unavailable` when the server is gone or
   * dies midway, `too_large` when the prompt does not fit, `timeout` when no token came in time.
   */
  generate(request: GenerateRequest, signal?: AbortSignal): AsyncGenerator<string, GenerateResult>;
}

/** Settings of a model whose server is known. */
export type ServerSettings = Config["llm"] & { base_url: string };

/** The window assumed where neither the server nor the configuration tells one. */
export const ASSUMED_WINDOW = 4096;
