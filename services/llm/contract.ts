import { z } from "zod";

/** `POST /api/generate`. As SSE: `token` {text}, then `done`, or `error` with a problem. */
export const GenerateRequest = z.object({
  messages: z.array(z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() })).min(1),
  max_tokens: z.number().int().min(1),
  temperature: z.number().min(0).max(2).optional(),
}).meta({ id: "GenerateRequest" });
export type GenerateRequest = z.infer<typeof GenerateRequest>;

export const GenerateDone = z.object({
  finish: z.enum(["stop", "length", "other"]),
  prompt_tokens: z.number().int().optional(),
  completion_tokens: z.number().int().optional(),
}).meta({ id: "GenerateDone" });
export type GenerateDone = z.infer<typeof GenerateDone>;

/** `GET /api/model`: the model behind the service, or why there is none. */
export const LlmModel = z.object({
  available: z.boolean(),
  configured: z.boolean().describe("False when the configuration names no model."),
  id: z.string().optional(),
  provider: z.enum(["ollama", "openai"]).optional(),
  context_window: z.number().int().optional(),
  window_known: z.boolean().optional(),
  temperature: z.number(),
  max_tokens: z.number().int(),
  reason: z.string().optional(),
  hint: z.string().optional(),
}).meta({ id: "LlmModel" });
export type LlmModel = z.infer<typeof LlmModel>;
