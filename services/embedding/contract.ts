import { z } from "zod";

/** `POST /api/embed`. Vectors travel as base64 of little-endian float32, row after row. */
export const EmbedRequest = z.object({
  texts: z.array(z.string()).min(1).max(256),
  kind: z.enum(["query", "passage"]).default("passage"),
  priority: z.enum(["interactive", "background"]).optional(),
  model: z.string().optional().describe("The id of one of the open models; the one in use if left out."),
}).meta({ id: "EmbedRequest" });

export const EmbedResponse = z.object({
  model: z.string(),
  dimension: z.number().int(),
  vectors: z.string().describe("base64 of texts × dimension little-endian float32"),
}).meta({ id: "EmbedResponse" });

/** `GET /api/model`: the model that embeds and what it has done so far. */
export const EmbeddingModel = z.object({
  id: z.string(),
  dimension: z.number().int(),
  max_tokens: z.number().int(),
  inference_ms: z.number(),
  texts: z.number().int(),
  failure: z.string().optional().describe("Why an embedding server's last call failed, where it did."),
}).meta({ id: "EmbeddingModel" });
export type EmbeddingModel = z.infer<typeof EmbeddingModel>;
