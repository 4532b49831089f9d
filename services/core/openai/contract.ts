import { z } from "zod";
import { Name } from "../../../lib/schemas.ts";

/**
 * OpenAI's API as far as Morgan speaks it (platform.openai.com/docs/api-reference). What would change the answer and
 * can't be done is refused by name, never passed over.
 */

const TextPart = z.looseObject({ type: z.literal("text"), text: z.string() });
const Content = z.union([z.string(), z.array(TextPart, { error: "may hold text parts only" })]).transform((
  content,
) => typeof content === "string" ? content : content.map(({ text }) => text).join("\n"));

const Message = z.looseObject({
  role: z.enum(["system", "developer", "user", "assistant"]),
  content: Content,
});

/** `POST /v1/chat/completions`. */
export const ChatRequest = z.looseObject({
  model: z.string().min(1),
  messages: z.array(Message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  max_tokens: z.number().int().min(1).max(1_000_000).nullish(),
  max_completion_tokens: z.number().int().min(1).max(1_000_000).nullish(),
  n: z.literal(1, { error: "must be 1" }).nullish(),
  user: Name.nullish(),
  tools: z.array(z.unknown()).max(0, { error: "is not supported: Morgan calls no tools" }).nullish(),
  stop: z.array(z.string()).max(0, { error: "is not supported: Morgan ends answers by itself" }).nullish(),
  logprobs: z.literal(false, { error: "is not supported" }).nullish(),
  response_format: z.looseObject({ type: z.literal("text", { error: "must be text" }) }).nullish(),
}).meta({ id: "ChatRequest" });
export type ChatRequest = z.infer<typeof ChatRequest>;

/** A source of an answer in the form that clients of this API know, with what Morgan knows of it. */
export const Annotation = z.object({
  type: z.literal("url_citation"),
  url_citation: z.object({
    start_index: z.number().int().describe("Where the marker [n] begins in the content, in UTF-16 units."),
    end_index: z.number().int(),
    url: z.string(),
    title: z.string(),
  }),
  source: z.looseObject({ n: z.number().int(), path: z.string(), quote: z.string() }),
});
export type Annotation = z.infer<typeof Annotation>;

const Usage = z.object({
  prompt_tokens: z.number().int(),
  completion_tokens: z.number().int(),
  total_tokens: z.number().int(),
});

export const ChatCompletion = z.object({
  id: z.string(),
  object: z.literal("chat.completion"),
  created: z.number().int(),
  model: z.string(),
  choices: z.array(z.object({
    index: z.literal(0),
    message: z.object({
      role: z.literal("assistant"),
      content: z.string(),
      refusal: z.null(),
      annotations: z.array(Annotation),
    }),
    logprobs: z.null(),
    finish_reason: z.enum(["stop", "length"]),
  })),
  usage: Usage,
  morgan: z.looseObject({ answered: z.boolean(), degraded: z.array(z.string()) }),
}).meta({ id: "ChatCompletion" });
export type ChatCompletion = z.infer<typeof ChatCompletion>;

/** `POST /v1/embeddings`. */
export const EmbeddingsRequest = z.looseObject({
  model: z.string().min(1),
  input: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(2048)], {
    error: "must be a text or a list of texts",
  }),
  encoding_format: z.enum(["float", "base64"]).nullish(),
  dimensions: z.number().int().min(1).max(1_000_000).nullish(),
}).meta({ id: "EmbeddingsRequest" });

export const EmbeddingsResponse = z.object({
  object: z.literal("list"),
  model: z.string(),
  data: z.array(z.object({
    object: z.literal("embedding"),
    index: z.number().int(),
    embedding: z.union([z.array(z.number()), z.string()]),
  })),
  usage: z.object({ prompt_tokens: z.number().int(), total_tokens: z.number().int() }).describe(
    "An upper estimate.",
  ),
}).meta({ id: "EmbeddingsResponse" });

/** `GET /v1/models`. */
export const Models = z.object({
  object: z.literal("list"),
  data: z.array(z.object({
    id: z.string(),
    object: z.literal("model"),
    created: z.number().int(),
    owned_by: z.string(),
  })),
}).meta({ id: "Models" });
