import { isAbsolute, resolve } from "node:path";
import { type Config, publicAddress } from "../../lib/config/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { modelPaths } from "../../lib/models/folders.ts";
import type { EmbedderSpec } from "../../lib/models/embedding.ts";
import type { ModelSettings } from "./contract.ts";

/** The configured model without its key; `null` when none is wanted. */
export function configuredSettings({ provider, model, base_url }: Config["embedding"]): ModelSettings | null {
  if (provider === "none") return null;
  return {
    provider,
    model: provider === "onnx" && model.startsWith(".") ? resolve(model) : model,
    ...(base_url && provider !== "onnx" ? { base_url: publicAddress(base_url) } : {}),
  };
}

/** A model's settings with the configured secrets, which are not kept with it, where they are of the same server. */
export function withSecrets(model: ModelSettings, configured: Config["embedding"]): EmbedderSettings {
  const { base_url, api_key } = configured;
  const sameServer = model.base_url === undefined
    ? model.provider === configured.provider
    : base_url !== undefined && publicAddress(model.base_url) === publicAddress(base_url);
  return { ...model, ...(sameServer ? { base_url, api_key } : {}) };
}

type EmbedderSettings = ModelSettings & Pick<Config["embedding"], "base_url" | "api_key">;

/** Where an embedding model is. Throws `not_found` for one that is nowhere, `invalid_config` where the server's address is missing. */
export async function embedderSpec(settings: EmbedderSettings, models: string): Promise<EmbedderSpec> {
  const { provider, model, base_url, api_key } = settings;
  switch (provider) {
    case "onnx":
      return { kind: "folder", path: await modelFolder(model, models) };
    case "ollama":
      return { kind: "ollama", baseUrl: base_url ?? "http://127.0.0.1:11434", model };
    case "openai":
      if (base_url) return { kind: "openai", baseUrl: base_url, model, apiKey: api_key };
      throw new MorganError(
        "invalid_config",
        "embedding.provider is openai, but embedding.base_url is not set.",
        {
          hint: "Set embedding.base_url, such as http://127.0.0.1:8080/v1.",
        },
      );
    default:
      return provider satisfies never;
  }
}

async function modelFolder(model: string, models: string): Promise<string> {
  const candidates = isAbsolute(model) || model.startsWith(".")
    ? [resolve(model)]
    : modelPaths(model, models);
  for (const path of candidates) {
    if (await Deno.stat(path).then((info) => info.isDirectory, () => false)) return path;
  }
  throw new MorganError("not_found", `There is no embedding model ${model}.`, {
    hint:
      `Fetch it with \`morgan models pull ${model}\`, put its folder (config.json, tokenizer.json, onnx/) at ${
        candidates[0]
      }, or leave embedding.model out.`,
    details: { looked_at: candidates },
  });
}
