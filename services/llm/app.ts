import { createRoute } from "@hono/zod-openapi";
import { linkedAbort } from "../../lib/abort.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import { jsonBody, jsonResponse, serviceApp, SSE_HEADERS, sseStream, toProblem } from "../../lib/http/mod.ts";
import type { LanguageModel } from "../../lib/models/llm.ts";
import type { LlmContext } from "./context.ts";
import { type GenerateDone, GenerateRequest, LlmModel } from "./contract.ts";

const generate = createRoute({
  method: "post",
  path: "/api/generate",
  request: jsonBody(GenerateRequest),
  responses: {
    200: { content: { "text/event-stream": {} }, description: "`token`s, then `done`; or `error`." },
  },
});
const model = createRoute({
  method: "get",
  path: "/api/model",
  responses: jsonResponse(LlmModel, "The model, or why there is none."),
});

/** The llm service: messages in, a stream of text out, from whichever model server is configured. */
export function createLlmApp(context: LlmContext) {
  const { settings } = context;
  return serviceApp("llm", context)
    .openapi(generate, (c) => {
      if (!context.model) throw noModel();
      const request = c.req.valid("json");
      const gone = linkedAbort(c.req.raw.signal);
      const events = generateEvents(context.model, request, gone.signal, c.get("requestId"));
      return c.body(sseStream(events, () => gone.abort()), 200, SSE_HEADERS);
    })
    .openapi(model, async (c) => {
      const { temperature, max_tokens } = settings;
      const defaults = { temperature, max_tokens, configured: context.model !== null };
      try {
        if (!context.model) throw noModel();
        const info = await context.model.describe(c.req.raw.signal);
        return c.json({
          ...defaults,
          available: true,
          id: info.id,
          provider: info.provider,
          context_window: info.contextWindow,
          window_known: info.windowKnown,
        }, 200);
      } catch (error) {
        const { message, hint } = toMorganError(error);
        return c.json({ ...defaults, available: false, reason: message, ...(hint ? { hint } : {}) }, 200);
      }
    });
}

export type LlmApp = ReturnType<typeof createLlmApp>;

async function* generateEvents(
  model: LanguageModel,
  request: GenerateRequest,
  signal: AbortSignal,
  requestId: string,
) {
  try {
    const { messages, max_tokens, temperature } = request;
    const tokens = model.generate({ messages, maxTokens: max_tokens, temperature }, signal);
    for (;;) {
      const next = await tokens.next();
      if (!next.done) {
        yield { event: "token", data: { text: next.value } };
        continue;
      }
      const { finish, promptTokens, completionTokens } = next.value;
      const done: GenerateDone = { finish, prompt_tokens: promptTokens, completion_tokens: completionTokens };
      yield { event: "done", data: done };
      return;
    }
  } catch (error) {
    yield { event: "error", data: toProblem(toMorganError(error), requestId) };
  }
}

function noModel(): MorganError {
  return new MorganError("unavailable", "No language model is configured.", {
    hint: "Set llm.base_url (MORGAN_LLM_BASE_URL), such as http://127.0.0.1:11434 for Ollama.",
    details: { dependency: "llm" },
  });
}
