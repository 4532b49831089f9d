import { z } from "zod";

/** What tells which embedding model it is, without its secrets: enough to open it again. */
export const ModelSettings = z.object({
  provider: z.enum(["onnx", "openai", "ollama"]),
  model: z.string().describe("As embedding.model has it; a path is absolute."),
  base_url: z.string().optional(),
}).meta({ id: "ModelSettings" });
export type ModelSettings = z.infer<typeof ModelSettings>;

/** `POST /api/embed`. Vectors travel as base64 of little-endian float32, row after row. */
export const EmbedRequest = z.object({
  texts: z.array(z.string()).min(1).max(256),
  kind: z.enum(["query", "passage"]).default("passage"),
  priority: z.enum(["interactive", "background"]).optional(),
  model: z.string().describe("The id of an open model."),
}).meta({ id: "EmbedRequest" });

export const EmbedResponse = z.object({
  model: z.string(),
  dimension: z.number().int(),
  vectors: z.string().describe("base64 of texts × dimension little-endian float32"),
}).meta({ id: "EmbedResponse" });

/** `POST /api/models`: opens a model, or finds it open. */
export const OpenModelRequest = z.object({
  settings: ModelSettings.optional().describe("The configured model if left out."),
  known: z.object({ id: z.string(), dimension: z.int().positive() }).optional().describe(
    "The model as known from before: where it is this one, a server that is away is opened too.",
  ),
  warm: z.boolean().default(false).describe("Load it soon, since questions will be asked of it."),
}).meta({ id: "OpenModelRequest" });

/** An open embedding model. */
export const OpenModel = z.object({
  id: z.string().describe(
    "Names the model and its file's content: vectors of different ids must not be compared.",
  ),
  dimension: z.int().positive(),
  max_tokens: z.int().positive().describe("The longest text in tokens; what exceeds it is cut."),
  settings: ModelSettings,
}).meta({ id: "OpenModel" });
export type OpenModel = z.infer<typeof OpenModel>;

export const OpenModelResponse = z.object({
  model: OpenModel.nullable().describe("null: no model is configured."),
}).meta({ id: "OpenModelResponse" });

/** `GET /api/model`: a model that is open and what it has done so far. */
export const ModelQuery = z.object({ id: z.string() });
export const EmbeddingModel = z.object({
  id: z.string(),
  dimension: z.number().int(),
  max_tokens: z.number().int(),
  inference_ms: z.number(),
  texts: z.number().int(),
  failure: z.string().optional().describe("Why an embedding server's last call failed, where it did."),
}).meta({ id: "EmbeddingModel" });
export type EmbeddingModel = z.infer<typeof EmbeddingModel>;

/** `GET /api/tokenizer`: the files with which a model's tokens are counted elsewhere. */
export const TokenizerResponse = z.object({
  tokenizer: z.object({
    file: z.string().describe("The text of tokenizer.json."),
    config: z.string().describe("The text of tokenizer_config.json."),
  }).nullable().describe("null: a server's model, whose tokenizer is not known."),
}).meta({ id: "TokenizerResponse" });
export type TokenizerFiles = z.infer<typeof TokenizerResponse>["tokenizer"];
