import type { Config } from "../../lib/config/mod.ts";
import type { ServiceContext } from "../../lib/http/mod.ts";
import { type LanguageModel, openLanguageModel } from "../../lib/models/llm.ts";
import type { ProcessDependencies } from "../service.ts";

/** What the llm service stands on. */
export interface LlmContext extends ServiceContext {
  settings: Config["llm"];
  /** `null` when the configuration names no model. */
  model: LanguageModel | null;
}

/** The context of a configuration. Which server it is, is found out by asking it; one that is away is asked again by each call. */
export async function fromConfig(
  { llm }: Pick<Config, "llm">,
  { token, metrics, signal }: Pick<ProcessDependencies, "token" | "metrics" | "signal">,
): Promise<LlmContext> {
  return { token, metrics, settings: llm, model: await openLanguageModel(llm, signal) };
}
