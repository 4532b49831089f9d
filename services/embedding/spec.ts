import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../../lib/config/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import type { EmbedderSpec } from "../../lib/models/embedding.ts";

/** Models that come with Morgan. */
const BUILT_IN = new URL("../../assets/models/", import.meta.url);

/** Where the configured embedding model is; `null` when none is wanted. Throws `not_found` for a model that is nowhere. */
export async function embedderSpec(
  settings: Config["embedding"],
  models: string,
): Promise<EmbedderSpec | null> {
  const { provider, model, base_url, api_key } = settings;
  switch (provider) {
    case "none":
      return null;
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
    : [join(models, model), fileURLToPath(new URL(model, BUILT_IN))];
  for (const path of candidates) {
    if (await Deno.stat(path).then((info) => info.isDirectory, () => false)) return path;
  }
  throw new MorganError("not_found", `There is no embedding model ${model}.`, {
    hint: `Put its folder (config.json, tokenizer.json, onnx/) at ${
      candidates[0]
    }, or leave embedding.model out.`,
    details: { looked_at: candidates },
  });
}
