import { z } from "zod";
import { MorganError } from "../../errors.ts";
import { readNdjson } from "../../http/streams.ts";
import { dependencyPolicy } from "../../resilience/policy.ts";
import { askServer, brokeOff, describeFailure, fetchServer, serverError } from "./server.ts";
import {
  ASSUMED_WINDOW,
  type GenerateResult,
  type LanguageModel,
  type ModelInfo,
  type ServerSettings,
} from "./types.ts";

const Tags = z.object({ models: z.array(z.object({ name: z.string() })) });
const Show = z.object({ model_info: z.record(z.string(), z.unknown()).optional() });
const Running = z.object({
  models: z.array(z.object({ name: z.string(), context_length: z.number().optional() })),
});
const Line = z.object({
  error: z.string().optional(),
  message: z.object({ content: z.string() }).optional(),
  done: z.boolean().optional(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.number().optional(),
  eval_count: z.number().optional(),
});

/** More than this is asked for only when llm.context_window says so: a window costs memory on the model's host. */
const LARGEST_DEFAULT_WINDOW = 8192;

/**
 * A model behind Ollama, by Ollama's own API: only there can the window (`num_ctx`) be set, and without it Ollama cuts
 * a long prompt silently.
 */
export function openOllama(settings: ServerSettings): LanguageModel {
  const { base_url, api_key: apiKey } = settings;
  const policy = dependencyPolicy("Ollama");

  async function describe(signal?: AbortSignal): Promise<ModelInfo> {
    return await policy.run(async (signal) => {
      const tags = Tags.parse(await askServer(`${base_url}/api/tags`, { apiKey, signal }));
      const id = chooseModel(settings.model, tags.models.map((model) => model.name), base_url);
      const show = Show.parse(
        await askServer(`${base_url}/api/show`, { apiKey, signal, body: { model: id } }),
      );
      const trained = Object.entries(show.model_info ?? {}).find(([key]) => key.endsWith(".context_length"))
        ?.[1];
      const loaded = Running.safeParse(await askServer(`${base_url}/api/ps`, { apiKey, signal }));
      const running = loaded.data?.models.find((model) => model.name === id)?.context_length;
      const largest = typeof trained === "number" ? trained : undefined;
      const window = settings.context_window ?? running ??
        Math.min(largest ?? ASSUMED_WINDOW, LARGEST_DEFAULT_WINDOW);
      return {
        id,
        provider: "ollama",
        baseUrl: base_url,
        contextWindow: largest ? Math.min(window, largest) : window,
        windowKnown: largest !== undefined || settings.context_window !== undefined,
      };
    }, signal);
  }

  return {
    describe,
    async *generate({ messages, maxTokens, temperature }, signal) {
      const info = await describe(signal);
      const url = `${base_url}/api/chat`;
      const response = await fetchServer(url, {
        apiKey,
        signal,
        timeoutMs: settings.timeout_seconds * 1000,
        body: {
          model: info.id,
          messages,
          stream: true,
          truncate: false,
          options: {
            num_ctx: info.contextWindow,
            num_predict: maxTokens,
            temperature: temperature ?? settings.temperature,
          },
        },
      });
      if (!response.ok) throw await serverError(response, url);
      return yield* readAnswer(response, url, signal);
    },
  };
}

async function* readAnswer(
  response: Response,
  url: string,
  signal?: AbortSignal,
): AsyncGenerator<string, GenerateResult> {
  try {
    for await (const value of readNdjson(response)) {
      const line = Line.parse(value);
      if (line.error) throw describeFailure(500, line.error, url);
      if (line.message?.content) yield line.message.content;
      if (line.done) {
        return {
          finish: line.done_reason === "stop" ? "stop" : line.done_reason === "length" ? "length" : "other",
          promptTokens: line.prompt_eval_count,
          completionTokens: line.eval_count,
        };
      }
    }
  } catch (error) {
    if (error instanceof MorganError) throw error;
    if (signal?.aborted) throw signal.reason;
    throw brokeOff(url, error);
  }
  throw brokeOff(url, new Error("the stream ended before the answer did"));
}

/** The model to use: the configured one (with or without `:latest`), or the first that the server has. */
export function chooseModel(
  wanted: string | undefined,
  available: readonly string[],
  baseUrl: string,
): string {
  const found = wanted === undefined
    ? available[0]
    : available.find((name) => name === wanted || name === `${wanted}:latest`);
  if (found !== undefined) return found;
  const origin = new URL(baseUrl).origin;
  throw new MorganError(
    "not_found",
    wanted ? `${origin} does not have the model ${wanted}.` : `${origin} has no model yet.`,
    {
      hint: available.length > 0
        ? `Set llm.model to one of: ${available.slice(0, 8).join(", ")}.`
        : "Pull one there first, such as `ollama pull llama3.2`.",
      details: { dependency: "llm" },
    },
  );
}
