import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { MorganError } from "../../errors.ts";
import type { Pooling } from "./pooling.ts";

/** A sentence embedding model on disk, as its own files describe it. */
export interface ModelFolder {
  id: string;
  onnxPath: string;
  tokenizerPath: string;
  tokenizerConfigPath: string;
  dimension: number;
  maxTokens: number;
  pooling: Pooling;
  normalize: boolean;
  prompts: { query: string; passage: string };
}

const Config = z.looseObject({
  hidden_size: z.number().int().positive().optional(),
  dim: z.number().int().positive().optional(),
  max_position_embeddings: z.number().int().positive().optional(),
});
const Modules = z.array(z.looseObject({ path: z.string(), type: z.string() }));
const PoolingConfig = z.looseObject({
  word_embedding_dimension: z.number().int().positive().optional(),
  pooling_mode_cls_token: z.boolean().default(false),
  pooling_mode_mean_tokens: z.boolean().default(false),
  pooling_mode_max_tokens: z.boolean().default(false),
});
const SentenceBert = z.looseObject({ max_seq_length: z.number().int().positive().nullish() });
const Prompts = z.looseObject({ prompts: z.record(z.string(), z.string()).default({}) });
const TokenizerConfig = z.looseObject({ model_max_length: z.number().positive().nullish() });

const WEIGHTS = [
  "onnx/model_quantized.onnx",
  "onnx/model_int8.onnx",
  "onnx/model.onnx",
  "model_quantized.onnx",
  "model.onnx",
];

/**
 * Reads a folder in the layout of sentence-transformers on Hugging Face (modules.json names the pooling and whether
 * vectors are normalised). A folder without modules.json is pooled by the mean and normalised, as that library does.
 */
export async function readModelFolder(path: string): Promise<ModelFolder> {
  const folder = resolve(path);
  const config = await readJson(join(folder, "config.json"), Config);
  if (config === undefined) throw notAModel(folder, "config.json");
  const tokenizerPath = join(folder, "tokenizer.json");
  if (!await isFile(tokenizerPath)) throw notAModel(folder, "tokenizer.json");
  const onnxPath = await firstFile(WEIGHTS.map((name) => join(folder, name)));
  if (onnxPath === undefined) throw notAModel(folder, "onnx/model_quantized.onnx or onnx/model.onnx");

  const modules = await readJson(join(folder, "modules.json"), Modules);
  const poolingPath = modules?.find((module) => module.type.endsWith(".Pooling"))?.path ?? "1_Pooling";
  const pooling = await readJson(join(folder, poolingPath, "config.json"), PoolingConfig);
  const dimension = pooling?.word_embedding_dimension ?? config.hidden_size ?? config.dim;
  if (dimension === undefined) throw notAModel(folder, "hidden_size in config.json");

  const limits = await readJson(join(folder, "sentence_bert_config.json"), SentenceBert);
  const tokenizerConfigPath = join(folder, "tokenizer_config.json");
  const tokenizer = await readJson(tokenizerConfigPath, TokenizerConfig);
  const { prompts } = await readJson(join(folder, "config_sentence_transformers.json"), Prompts) ??
    { prompts: {} };

  return {
    id: `${modelName(folder)}/${basename(onnxPath, ".onnx")}@${await shortHash(onnxPath)}`,
    onnxPath,
    tokenizerPath,
    tokenizerConfigPath,
    dimension,
    maxTokens: Math.min(
      limits?.max_seq_length ?? Infinity,
      config.max_position_embeddings ?? Infinity,
      tokenizer?.model_max_length ?? 512,
    ),
    pooling: pooling === undefined ? "mean" : poolingOf(pooling, folder),
    normalize: modules === undefined || modules.some((module) => module.type.endsWith(".Normalize")),
    prompts: {
      query: prompts.query ?? "",
      passage: prompts.passage ?? prompts.document ?? "",
    },
  };
}

function poolingOf(config: z.infer<typeof PoolingConfig>, folder: string): Pooling {
  if (config.pooling_mode_cls_token) return "cls";
  if (config.pooling_mode_max_tokens) return "max";
  if (config.pooling_mode_mean_tokens) return "mean";
  throw new MorganError(
    "invalid_config",
    `The model in "${folder}" asks for a pooling that Morgan does not know.`,
    {
      hint: "Use a model with cls, mean or max pooling.",
    },
  );
}

/** `owner/model` as on the hub: the folder's last two names. */
function modelName(folder: string): string {
  return `${basename(dirname(folder))}/${basename(folder)}`;
}

async function shortHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  const buffer = new Uint8Array(1 << 20);
  for (let read = await file.read(buffer); read !== null; read = await file.read(buffer)) {
    hash.update(buffer.subarray(0, read));
  }
  return hash.digest("hex").slice(0, 12);
}

async function readJson<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T> | undefined> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return undefined;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new MorganError("invalid_config", `The model file "${path}" cannot be understood.`, {
      cause,
      hint: "Download the model again.",
    });
  }
}

async function firstFile(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isFile(path)) return path;
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}

function notAModel(folder: string, missing: string): MorganError {
  return new MorganError(
    "not_found",
    `The folder "${folder}" holds no embedding model: ${missing} is missing.`,
    {
      hint: "Give a folder in Hugging Face's layout with an ONNX export of the model.",
    },
  );
}
