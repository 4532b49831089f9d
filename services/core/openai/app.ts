import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { linkedAbort } from "../../../lib/abort.ts";
import { encodeVectors } from "../../../lib/http/vectors.ts";
import { MorganError } from "../../../lib/errors.ts";
import { jsonBody, jsonResponse, type ServiceEnv, SSE_HEADERS } from "../../../lib/http/mod.ts";
import { estimateTokens } from "../../../lib/models/llm.ts";
import type { CoreContext } from "../context.ts";
import { completeChat, completionId, MODEL, toCompletion, unknownModel } from "./chat.ts";
import * as contract from "./contract.ts";
import { chunkStream } from "./stream.ts";

const chat = createRoute({
  method: "post",
  path: "/v1/chat/completions",
  request: jsonBody(contract.ChatRequest),
  responses: {
    200: {
      content: { "application/json": { schema: contract.ChatCompletion }, "text/event-stream": {} },
      description: "The answer with its sources as annotations; with `stream` in chunks. Nothing is stored.",
    },
  },
});
const embeddings = createRoute({
  method: "post",
  path: "/v1/embeddings",
  request: jsonBody(contract.EmbeddingsRequest),
  responses: jsonResponse(contract.EmbeddingsResponse, "A vector of length 1 for each text."),
});
const models = createRoute({
  method: "get",
  path: "/v1/models",
  responses: jsonResponse(contract.Models, "Morgan, and the model behind its embeddings."),
});

/** OpenAI's API on core: any client of that API can use Morgan as the model `morgan`. */
export function addOpenAi(app: OpenAPIHono<ServiceEnv>, context: CoreContext): void {
  const created = Math.floor(Date.now() / 1000);
  app.openapi(chat, async (c) => {
    const request = c.req.valid("json");
    const gone = linkedAbort(c.req.raw.signal);
    const answering = completeChat(context, request, gone.signal);
    if (request.stream) {
      // The first step runs before the head is sent, so that what is wrong with the request has its status.
      const stream = await started(answering);
      return c.body(
        chunkStream(stream, request.stream_options?.include_usage ?? false, () => gone.abort()),
        200,
        SSE_HEADERS,
      );
    }
    for (;;) {
      const next = await answering.next();
      if (next.done) {
        return c.json(toCompletion(completionId(), Math.floor(Date.now() / 1000), next.value), 200);
      }
    }
  });
  app.openapi(embeddings, async (c) => {
    const { input, model, encoding_format, dimensions } = c.req.valid("json");
    const { signal } = c.req.raw;
    const configured = await context.embedding.open({}, signal);
    if (!configured) {
      throw new MorganError("unavailable", "No embedding model is configured.", {
        hint: "Set embedding.provider.",
        details: { dependency: "embedding" },
      });
    }
    const { id, dimension } = configured;
    if (model !== id && model !== MODEL) throw unknownModel(model);
    if (dimensions && dimensions !== dimension) {
      throw new MorganError(
        "invalid_input",
        `The model's vectors have ${dimension} dimensions, no other number.`,
        {
          hint: "Leave out dimensions.",
          details: { field: "dimensions" },
        },
      );
    }
    const texts = [input].flat();
    const vectors = await context.embedding.embed(texts, "passage", { model: id, signal });
    const data = texts.map((_, index) => {
      const vector = vectors.slice(index * dimension, (index + 1) * dimension);
      const embedding = encoding_format === "base64" ? encodeVectors(vector) : Array.from(vector);
      return { object: "embedding" as const, index, embedding };
    });
    const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
    const usage = { prompt_tokens: tokens, total_tokens: tokens };
    return c.json({ object: "list" as const, model: id, data, usage }, 200);
  });
  app.openapi(models, async (c) => {
    const embedding = await context.embedding.open({}, c.req.raw.signal).catch(() => null);
    const ids = [MODEL, ...(embedding ? [embedding.id] : [])];
    const data = ids.map((id) => ({ id, object: "model" as const, created, owned_by: "morgan" }));
    return c.json({ object: "list" as const, data }, 200);
  });
}

/** The generator after its first step: what it throws before anything was said is thrown here. */
async function started<T, R>(steps: AsyncGenerator<T, R>): Promise<AsyncGenerator<T, R>> {
  const first = await steps.next();
  return (async function* () {
    if (first.done) return first.value;
    yield first.value;
    return yield* steps;
  })();
}
