import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, streamText } from "ai";
import { z } from "zod";
import { MorganError } from "../../errors.ts";
import { abortableFetch } from "../../http/abortable_fetch.ts";
import { dependencyPolicy } from "../../resilience/policy.ts";
import { chooseModel } from "./ollama.ts";
import { askServer, brokeOff, describeFailure, unreachable } from "./server.ts";
import {
  ASSUMED_WINDOW,
  type GenerateResult,
  type LanguageModel,
  type ModelInfo,
  type ServerSettings,
} from "./types.ts";

const Models = z.object({
  data: z.array(z.looseObject({
    id: z.string(),
    max_model_len: z.number().optional(),
    context_length: z.number().optional(),
    meta: z.looseObject({ n_ctx: z.number().optional(), n_ctx_train: z.number().optional() }).nullish(),
  })),
});
const Props = z.object({ default_generation_settings: z.object({ n_ctx: z.number() }) });

/** A model behind any server with OpenAI's API, such as llama.cpp, vLLM, LM Studio or LocalAI. */
export function openOpenAi(settings: ServerSettings): LanguageModel {
  const { base_url, api_key: apiKey } = settings;
  const root = base_url.endsWith("/v1") ? base_url.slice(0, -3) : base_url;
  const policy = dependencyPolicy("The language model's server");
  const provider = createOpenAICompatible({
    name: "morgan",
    baseURL: `${root}/v1`,
    includeUsage: true,
    // The key and what is said are meant for this address alone.
    fetch: (input, init) => abortableFetch(input, { ...init, redirect: "manual" }),
    ...(apiKey ? { apiKey } : {}),
  });

  async function describe(signal?: AbortSignal): Promise<ModelInfo> {
    return await policy.run(async (signal) => {
      const listed = Models.safeParse(await askServer(`${root}/v1/models`, { apiKey, signal }));
      const models = listed.data?.data ?? [];
      const id = listed.success || !settings.model
        ? chooseModel(settings.model, models.map((model) => model.id), base_url)
        : settings.model;
      const model = models.find((model) => model.id === id);
      const told = settings.context_window ?? model?.max_model_len ?? model?.context_length ??
        model?.meta?.n_ctx ??
        await llamaWindow(root, apiKey, signal);
      return {
        id,
        provider: "openai",
        baseUrl: base_url,
        contextWindow: told ?? ASSUMED_WINDOW,
        windowKnown: told !== undefined,
      };
    }, signal);
  }

  return {
    describe,
    async *generate({ messages, maxTokens, temperature }, signal): AsyncGenerator<string, GenerateResult> {
      const info = await describe(signal);
      let failure: unknown;
      const stream = streamText({
        model: provider(info.id),
        messages,
        // The messages are Morgan's own, never a client's: the system message among them is meant.
        allowSystemInMessages: true,
        maxOutputTokens: maxTokens,
        temperature: temperature ?? settings.temperature,
        maxRetries: 2,
        timeout: { chunkMs: settings.timeout_seconds * 1000 },
        onError: ({ error }) => void (failure = error),
        ...(signal ? { abortSignal: signal } : {}),
      });
      let begun = false;
      try {
        for await (const text of stream.textStream) {
          begun = true;
          yield text;
        }
      } catch (error) {
        failure ??= error;
      }
      signal?.throwIfAborted();
      if (failure !== undefined) throw asServerError(failure, base_url, begun);
      const [finish, usage] = await Promise.all([stream.finishReason, stream.usage]);
      if (finish === "error" || finish === "other") {
        throw brokeOff(base_url, new Error(`the stream ended: ${finish}`));
      }
      return {
        finish: finish === "stop" || finish === "length" ? finish : "other",
        promptTokens: usage.inputTokens,
        completionTokens: usage.outputTokens,
      };
    },
  };
}

/** llama.cpp's server tells the window it really runs with by a call of its own. */
async function llamaWindow(
  root: string,
  apiKey: string | undefined,
  signal: AbortSignal,
): Promise<number | undefined> {
  const props = Props.safeParse(await askServer(`${root}/props`, { apiKey, signal }).catch(() => undefined));
  return props.data?.default_generation_settings.n_ctx;
}

function asServerError(error: unknown, baseUrl: string, begun: boolean): unknown {
  if (error instanceof MorganError) return error;
  const cause = error instanceof Error && "lastError" in error ? error.lastError : error;
  // A good status and then an error: the answer had begun.
  if (APICallError.isInstance(cause) && cause.statusCode !== undefined && cause.statusCode < 300) {
    return brokeOff(baseUrl, cause);
  }
  if (APICallError.isInstance(cause) && cause.statusCode !== undefined) {
    return describeFailure(cause.statusCode, (cause.responseBody ?? cause.message).slice(0, 500), baseUrl);
  }
  if (cause instanceof Error && cause.name === "TimeoutError") {
    return new MorganError("timeout", "The language model stopped answering.", {
      cause,
      hint: "Raise llm.timeout_seconds, use a smaller model, or ask with --no-llm.",
      details: { dependency: "llm" },
    });
  }
  return begun ? brokeOff(baseUrl, cause) : unreachable(baseUrl, cause);
}
