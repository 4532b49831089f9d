import { createRoute } from "@hono/zod-openapi";
import { jsonBody, jsonResponse, serviceApp } from "../../lib/http/mod.ts";
import { encodeVectors } from "../../lib/http/vectors.ts";
import { timed } from "../../lib/telemetry/mod.ts";
import type { EmbeddingContext } from "./context.ts";
import {
  EmbeddingModel,
  EmbedRequest,
  EmbedResponse,
  ModelQuery,
  OpenModelRequest,
  OpenModelResponse,
  TokenizerResponse,
} from "./contract.ts";

const embed = createRoute({
  method: "post",
  path: "/api/embed",
  request: jsonBody(EmbedRequest),
  responses: jsonResponse(EmbedResponse, "One vector per text, in order."),
});
const open = createRoute({
  method: "post",
  path: "/api/models",
  request: jsonBody(OpenModelRequest),
  responses: jsonResponse(OpenModelResponse, "The model, open."),
});
const model = createRoute({
  method: "get",
  path: "/api/model",
  request: { query: ModelQuery },
  responses: jsonResponse(EmbeddingModel, "What a model has done."),
});
const tokenizer = createRoute({
  method: "get",
  path: "/api/tokenizer",
  request: { query: ModelQuery },
  responses: jsonResponse(TokenizerResponse, "The files of a model's tokenizer."),
});

/** The embedding service: texts in, vectors out. It owns the models and their tokenizers. */
export function createEmbeddingApp(context: Omit<EmbeddingContext, typeof Symbol.asyncDispose>) {
  const { models, metrics } = context;
  return serviceApp("embedding", context)
    .openapi(embed, async (c) => {
      const { texts, kind, priority, model } = c.req.valid("json");
      return await models.use(model, async (embedder) => {
        const { signal } = c.req.raw;
        const vectors = await timed(
          metrics,
          `embed_${kind}`,
          () => embedder.embed(texts, kind, { signal, priority }),
        );
        return c.json(
          { model: embedder.id, dimension: embedder.dimension, vectors: encodeVectors(vectors) },
          200,
        );
      });
    })
    .openapi(open, async (c) => c.json({ model: await models.open(c.req.valid("json")) }, 200))
    .openapi(model, async (c) =>
      await models.use(c.req.valid("query").id, (embedder) => {
        const { inferenceMs, texts, failure } = embedder.stats();
        const { id, dimension, maxTokens } = embedder;
        return c.json({
          ...{ id, dimension, max_tokens: maxTokens, inference_ms: inferenceMs, texts },
          ...(failure === undefined ? {} : { failure }),
        }, 200);
      }))
    .openapi(tokenizer, async (c) => {
      const files = await models.use(c.req.valid("query").id, ({ tokenizerFiles }) => tokenizerFiles);
      return c.json({
        tokenizer: files && {
          file: await Deno.readTextFile(files.file),
          config: await Deno.readTextFile(files.config).catch(emptyIfMissing),
        },
      }, 200);
    });
}

export type EmbeddingApp = ReturnType<typeof createEmbeddingApp>;

function emptyIfMissing(error: unknown): string {
  if (error instanceof Deno.errors.NotFound) return "{}";
  throw error;
}
