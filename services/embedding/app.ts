import { createRoute } from "@hono/zod-openapi";
import { jsonBody, jsonResponse, serviceApp, type ServiceContext } from "../../lib/http/mod.ts";
import { encodeVectors } from "../../lib/http/vectors.ts";
import type { EmbedderSet } from "../../lib/models/embedder_set.ts";
import { timed } from "../../lib/telemetry/mod.ts";
import { EmbeddingModel, EmbedRequest, EmbedResponse } from "./contract.ts";

/** What the embedding service stands on. */
export interface EmbeddingContext extends ServiceContext {
  embedders: EmbedderSet;
}

const embed = createRoute({
  method: "post",
  path: "/api/embed",
  request: jsonBody(EmbedRequest),
  responses: jsonResponse(EmbedResponse, "One vector per text, in order."),
});
const model = createRoute({
  method: "get",
  path: "/api/model",
  responses: jsonResponse(EmbeddingModel, "The model that embeds."),
});

/** The embedding service: texts in, vectors out. */
export function createEmbeddingApp(context: EmbeddingContext) {
  const { embedders, metrics } = context;
  return serviceApp("embedding", context)
    .openapi(embed, async (c) => {
      const { texts, kind, priority, model } = c.req.valid("json");
      const embedder = embedders.get(model);
      const vectors = await timed(
        metrics,
        `embed_${kind}`,
        () => embedder.embed(texts, kind, { signal: c.req.raw.signal, priority }),
      );
      return c.json(
        { model: embedder.id, dimension: embedder.dimension, vectors: encodeVectors(vectors) },
        200,
      );
    })
    .openapi(model, (c) => {
      const embedder = embedders.get();
      const { inferenceMs, texts, failure } = embedder.stats();
      const { id, dimension, maxTokens } = embedder;
      return c.json({
        ...{ id, dimension, max_tokens: maxTokens, inference_ms: inferenceMs, texts },
        ...(failure === undefined ? {} : { failure }),
      }, 200);
    });
}

export type EmbeddingApp = ReturnType<typeof createEmbeddingApp>;
