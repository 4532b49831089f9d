import { abortableFetch } from "../../http/abortable_fetch.ts";
import { estimateTokens } from "../llm/tokens.ts";
import { z } from "zod";
import { MorganError, toMorganError } from "../../errors.ts";
import { normalize } from "./pooling.ts";
import type { Embedder, EmbedderSpec, EmbedderStats, EmbedKind, OpenEmbedderOptions } from "./types.ts";

type HttpSpec = Exclude<EmbedderSpec, { kind: "folder" }>;

const OpenAiAnswer = z.object({
  data: z.array(z.object({ embedding: z.array(z.number()), index: z.number().int() })),
});
const OllamaAnswer = z.object({ embeddings: z.array(z.array(z.number())) });
const BATCH = 32;
/** Most embedding servers cut or refuse longer texts; none says its limit in its API. */
const MAX_TOKENS = 512;

/** Longest wait for a query's vector, a model's loading included, and for a batch of passages on a slow machine. Milliseconds. */
const WAIT_MS = { query: 30_000, passage: 300_000 };

/** Opens an OpenAI-compatible or Ollama embeddings endpoint; asks it once, to learn the dimension. One that is away is opened with `options.dimension`. */
export async function openHttpEmbedder(spec: HttpSpec, options: OpenEmbedderOptions = {}): Promise<Embedder> {
  const stats: EmbedderStats = { inferenceMs: 0, texts: 0, tokens: 0 };
  const ask = async (texts: readonly string[], kind: EmbedKind, signal?: AbortSignal) => {
    try {
      const vectors = await request(spec, texts, WAIT_MS[kind], signal);
      stats.failure = undefined;
      return vectors;
    } catch (error) {
      if (!signal?.aborted) stats.failure = toMorganError(error).message;
      throw error;
    }
  };
  const probe = async () => (await ask(["dimension"], "query", options.signal))[0]?.length ?? 0;
  const dimension = await probe().catch((error) => {
    if (options.dimension !== undefined && isAway(error)) return options.dimension;
    throw error;
  });
  if (dimension === 0) throw badAnswer(spec, "it gave an empty vector");
  if (spec.kind === "openai" && spec.dimension !== undefined && spec.dimension !== dimension) {
    throw new MorganError(
      "invalid_config",
      `The model "${spec.model}" gives ${dimension} dimensions, not the ${spec.dimension} that are configured.`,
      { hint: `Set the embedding dimension to ${dimension}, or leave it out.` },
    );
  }
  return {
    id: `${spec.kind}:${spec.model}@${dimension}`,
    dimension,
    maxTokens: MAX_TOKENS,
    async embed(texts, kind, { signal } = {}) {
      signal?.throwIfAborted();
      const out = new Float32Array(texts.length * dimension);
      for (let from = 0; from < texts.length; from += BATCH) {
        const batch = texts.slice(from, from + BATCH);
        const started = performance.now();
        const vectors = await ask(batch, kind, signal);
        stats.inferenceMs += performance.now() - started;
        vectors.forEach((vector, i) => {
          if (vector.length !== dimension) throw badAnswer(spec, `a vector has ${vector.length} dimensions`);
          const own = out.subarray((from + i) * dimension, (from + i + 1) * dimension);
          own.set(vector);
          normalize(own);
        });
        stats.texts += batch.length;
        for (const text of batch) stats.tokens += estimateTokens(text);
      }
      return out;
    },
    warm() {},
    countTokens: estimateTokens,
    tokenizerFiles: null,
    stats: () => ({ ...stats }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** True where an endpoint does not answer now, and may do so later. */
export function isAway(error: unknown): boolean {
  return error instanceof MorganError && (error.code === "unavailable" || error.code === "busy");
}

async function request(
  spec: HttpSpec,
  texts: readonly string[],
  waitMs: number,
  signal?: AbortSignal,
): Promise<number[][]> {
  const late = AbortSignal.timeout(waitMs);
  const url = spec.baseUrl.replace(/\/+$/, "") + (spec.kind === "openai" ? "/embeddings" : "/api/embed");
  const body: Record<string, unknown> = { model: spec.model, input: texts };
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (spec.kind === "openai") {
    body.encoding_format = "float";
    if (spec.dimension !== undefined) body.dimensions = spec.dimension;
    if (spec.apiKey !== undefined) headers.authorization = `Bearer ${spec.apiKey}`;
  }
  try {
    const response = await abortableFetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      // The key and the texts are meant for this address alone.
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    if (!response.ok) throw await refused(spec, response);
    const vectors = vectorsOf(spec, await bodyOf(response, late));
    if (vectors.length === texts.length) return vectors;
    throw badAnswer(spec, `${vectors.length} vectors for ${texts.length} texts`);
  } catch (cause) {
    if (signal?.aborted || cause instanceof MorganError) throw cause;
    throw new MorganError(
      "unavailable",
      `The embedding server at ${spec.baseUrl} ${
        late.aborted ? `did not answer within ${waitMs / 1000} seconds` : "cannot be reached"
      }.`,
      {
        cause,
        hint: spec.kind === "ollama"
          ? "Start it with `ollama serve`, or set another embedding model."
          : "Check that the server runs and that its address is right.",
      },
    );
  }
}

/** An answer's JSON; `undefined` where it is none. */
async function bodyOf(response: Response, late: AbortSignal): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (late.aborted || !(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function vectorsOf(spec: HttpSpec, answer: unknown): number[][] {
  if (spec.kind === "ollama") {
    const parsed = OllamaAnswer.safeParse(answer);
    if (parsed.success) return parsed.data.embeddings;
  } else {
    const parsed = OpenAiAnswer.safeParse(answer);
    if (parsed.success) {
      return parsed.data.data.sort((a, b) => a.index - b.index).map((entry) => entry.embedding);
    }
  }
  throw badAnswer(spec, "it is not the embeddings format");
}

async function refused(spec: HttpSpec, response: Response): Promise<MorganError> {
  const said = (await response.text().catch(() => "")).slice(0, 300).trim();
  const message = `The embedding server at ${spec.baseUrl} answered ${response.status}: ${
    said || response.statusText
  }`;
  if (response.status === 401 || response.status === 403) {
    return new MorganError("invalid_config", message, { hint: "Check the API key of the embedding server." });
  }
  if (response.status === 404) {
    return new MorganError("invalid_config", message, {
      hint: spec.kind === "ollama"
        ? `Fetch the model with \`ollama pull ${spec.model}\`.`
        : "Check the model's name and that the address ends with /v1.",
    });
  }
  if (response.status === 429) return new MorganError("busy", message, { hint: "Try again in a moment." });
  if (response.status >= 500) {
    return new MorganError("unavailable", message, { hint: "Look at the embedding server's log." });
  }
  return new MorganError("invalid_config", message, {
    hint: `Check that "${spec.model}" is an embedding model.`,
  });
}

function badAnswer(spec: HttpSpec, what: string): MorganError {
  return new MorganError(
    "unavailable",
    `The embedding server at ${spec.baseUrl} answered wrongly: ${what}.`,
    {
      hint: `Check that "${spec.model}" is an embedding model.`,
    },
  );
}
