import { hc } from "hono/client";
import { expectOk, type Transport } from "../../lib/http/mod.ts";
import { decodeVectors } from "../../lib/http/vectors.ts";
import type { EmbeddingApp } from "./app.ts";
import type { EmbeddingModel } from "./contract.ts";

/** How one call embeds. */
export interface EmbedOptions {
  signal?: AbortSignal | undefined;
  priority?: "interactive" | "background" | undefined;
  /** The id of an open model. @default the one in use */
  model?: string | undefined;
}

/** How others use the embedding service. */
export interface EmbeddingClient {
  /** One vector per text (any number of them), as one array of texts.length × dimension. */
  embed(
    texts: readonly string[],
    kind: "query" | "passage",
    options?: EmbedOptions,
  ): Promise<Float32Array>;
  model(signal?: AbortSignal): Promise<EmbeddingModel>;
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
    async embed(texts, kind, { signal, priority, model } = {}) {
      // The model in use may change; a vector is kept for a named one alone.
      const key = texts.length === 1 && model ? `${model}\n${kind}\n${texts[0]}` : undefined;
      const kept = key === undefined ? undefined : single.get(key);
      if (kept) return kept;
      const parts: Float32Array[] = [];
      for (let i = 0; i < texts.length; i += BATCH) {
        const json = {
          texts: texts.slice(i, i + BATCH),
          kind,
          ...(priority ? { priority } : {}),
          ...(model ? { model } : {}),
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
    async model(signal) {
      return await (await expectOk(api.model.$get({}, init(signal)))).json();
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
