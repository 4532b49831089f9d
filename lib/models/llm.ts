import type { Config } from "../config/mod.ts";
import { MorganError } from "../errors.ts";
import { openOllama } from "./llm/ollama.ts";
import { openOpenAi } from "./llm/openai.ts";
import { isOllama } from "./llm/server.ts";
import type { LanguageModel } from "./llm/types.ts";

export { estimateTokens } from "./llm/tokens.ts";
export type { ChatMessage, GenerateRequest, GenerateResult, LanguageModel, ModelInfo } from "./llm/types.ts";

/**
 * The language model that the configuration names, or `null` when it names none. Nothing is asked of the server until
 * the first call, except which kind it is when `llm.provider` is `auto`.
 */
export async function openLanguageModel(
  settings: Config["llm"],
  signal?: AbortSignal,
): Promise<LanguageModel | null> {
  const { provider, base_url } = settings;
  if (provider === "none" || (provider === "auto" && !base_url)) return null;
  if (!base_url) {
    if (provider === "ollama") return openOllama({ ...settings, base_url: "http://127.0.0.1:11434" });
    throw new MorganError("invalid_config", `llm.provider is ${provider}, but llm.base_url is not set.`, {
      hint: "Set llm.base_url, such as http://127.0.0.1:8080/v1.",
    });
  }
  const known = { ...settings, base_url: base_url.replace(/\/+$/, "") };
  if (provider === "ollama" || (provider === "auto" && await isOllama(known.base_url, signal))) {
    return openOllama({ ...known, base_url: known.base_url.replace(/\/v1$/, "") });
  }
  return openOpenAi(known);
}
