import { isAbsolute, resolve } from "node:path";
import { type Config, publicAddress } from "../../lib/config/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { modelPaths } from "../../lib/models/folders.ts";
import type { EmbedderSet } from "../../lib/models/embedder_set.ts";
import type { Embedder, EmbedderSpec } from "../../lib/models/embedding.ts";

/** The settings that name a model, without its key. */
export interface NamedModel {
  provider: Exclude<Config["embedding"]["provider"], "none">;
  /** A path is absolute. */
  model: string;
  base_url?: string | undefined;
}

/**
 * Opens the configured model; `null` when none is wanted. It is loaded when it is put to use.
 * @param dimension of a server's vectors where it is known from before: with it, a server that is away is opened too
 */
export async function openConfiguredModel(
  embedders: EmbedderSet,
  settings: Config["embedding"],
  models: string,
  dimension?: number,
): Promise<{ settings: NamedModel; embedder: Embedder } | null> {
  const spec = await embedderSpec(settings, models);
  if (!spec || settings.provider === "none") return null;
  const { provider, model, base_url } = settings;
  return {
    settings: {
      provider,
      model: provider === "onnx" && model.startsWith(".") ? resolve(model) : model,
      ...(base_url && provider !== "onnx" ? { base_url: publicAddress(base_url) } : {}),
    },
    embedder: await embedders.open(spec, { dimension }),
  };
}

/** Opens the model that an older index was made with. Secrets, which are not kept with it, are the configured ones of the same server. */
export async function openFormerModel(
  embedders: EmbedderSet,
  former: NamedModel,
  configured: Config["embedding"],
  models: string,
): Promise<Embedder> {
  const { base_url, api_key } = configured;
  const sameServer = former.base_url === undefined
    ? former.provider === configured.provider
    : base_url !== undefined && publicAddress(former.base_url) === publicAddress(base_url);
  const settings = { ...former, ...(sameServer ? { base_url, api_key } : {}) };
  const spec = await embedderSpec(settings, models);
  if (spec) return await embedders.open(spec);
  throw new MorganError("invalid_config", `The index's embedding model ${former.model} cannot be opened.`, {
    hint: "Run `morgan reindex`.",
  });
}

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
