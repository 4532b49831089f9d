import { hc } from "hono/client";
import { expectOk, type Transport } from "../../lib/http/mod.ts";
import { decodeVectors } from "../../lib/http/vectors.ts";
import type { EmbeddingApp } from "./app.ts";
import type { EmbeddingModel, OpenModel, TokenizerFiles } from "./contract.ts";
import type { ModelRequest } from "./models.ts";

/** How one call embeds. */
export interface EmbedOptions {
  /** The id of an open model. */
  model: string;
  signal?: AbortSignal | undefined;
  priority?: "interactive" | "background" | undefined;
}

/** How others use the embedding service. */
export interface EmbeddingClient {
  /** One vector per text (any number of them), as one array of texts.length × dimension. */
  embed(
    texts: readonly string[],
    kind: "query" | "passage",
    options: EmbedOptions,
  ): Promise<Float32Array>;
  /** Opens a model, or finds it open; `null`: none is configured. */
  open(request?: ModelRequest, signal?: AbortSignal): Promise<OpenModel | null>;
  /** An open model and what it has done so far. */
  model(id: string, signal?: AbortSignal): Promise<EmbeddingModel>;
  /** The files with which a model's tokens are counted elsewhere; `null`: they are not known. */
  tokenizer(id: string, signal?: AbortSignal): Promise<TokenizerFiles>;
}

/** The vectors of one model, which is open. */
export interface TextEmbedding {
  readonly model: OpenModel;
  /** One vector per text (any number of them), as one array of texts.length × dimension. */
  embed(
    texts: readonly string[],
    kind: "query" | "passage",
    options?: Omit<EmbedOptions, "model">,
  ): Promise<Float32Array>;
  /** What the model has done so far. */
  stats(signal?: AbortSignal): Promise<EmbeddingModel>;
}

/** The vectors of one model by the service that owns it. */
export function textEmbedding(
  client: Pick<EmbeddingClient, "embed" | "model">,
  model: OpenModel,
): TextEmbedding {
  return {
    model,
    embed: (texts, kind, options) => client.embed(texts, kind, { ...options, model: model.id }),
    stats: (signal) => client.model(model.id, signal),
  };
}

/** Texts a request carries; the service takes up to 256. */
const BATCH = 64;
/** Single texts whose vectors are kept: one message is searched for in documents and in what was said, ranks sentences of both, and is heard for feeling and danger. */
const KEPT = 64;

/** The client of the embedding service at `base`. */
export function embeddingClient(base: string, transport: Transport): EmbeddingClient {
  const api = hc<EmbeddingApp>(base, { fetch: transport }).api;
  const init = (signal?: AbortSignal) => ({ init: signal ? { signal } : {} });
  const single = new Map<string, Float32Array>();
  return {
    async embed(texts, kind, { signal, priority, model }) {
      const key = texts.length === 1 ? `${model}\n${kind}\n${texts[0]}` : undefined;
      const kept = key === undefined ? undefined : single.get(key);
      if (kept) return kept;
      const parts: Float32Array[] = [];
      for (let i = 0; i < texts.length; i += BATCH) {
        const json = {
          texts: texts.slice(i, i + BATCH),
          kind,
          model,
          ...(priority ? { priority } : {}),
        };
        const response = await expectOk(api.embed.$post({ json }, init(signal)));
        parts.push(decodeVectors((await response.json()).vectors));
      }
      const vectors = concat(parts);
      if (key === undefined) return vectors;
      single.set(key, vectors);
      if (single.size > KEPT) single.delete(single.keys().next().value ?? "");
      return vectors;
    },
    async open(request = {}, signal) {
      const response = await expectOk(api.models.$post({ json: request }, init(signal)));
      const { model } = await response.json();
      return model;
    },
    async model(id, signal) {
      return await (await expectOk(api.model.$get({ query: { id } }, init(signal)))).json();
    },
    async tokenizer(id, signal) {
      const response = await expectOk(api.tokenizer.$get({ query: { id } }, init(signal)));
      return (await response.json()).tokenizer;
    },
  };
}

function concat(parts: readonly Float32Array[]): Float32Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
