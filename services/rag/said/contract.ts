import { z } from "zod";

/**
 * The queue of what is to be brought in line in the index of what was said. Core works on it, since the messages are its own; rag puts jobs
 * into it where it has lost something.
 */
export const SAID_QUEUE = "said";

/** A job of `SAID_QUEUE`. It names messages and holds no text: whether they are to be found, the database says when it is done. */
export const SaidJob = z.union([
  z.object({ messages: z.array(z.string()).describe("Each with the answer to it.") }),
  z.object({ all: z.literal(true).describe("What the index lacks, and what it holds and should not.") }),
]);
export type SaidJob = z.infer<typeof SaidJob>;

const Ids = z.array(z.string()).max(10_000);

/** A message to be found again. */
export const SaidMessage = z.object({
  message_id: z.string().min(1),
  conversation_id: z.string(),
  user_id: z.string(),
  parts: z.array(z.string().min(1)).min(1).describe("Its text, in the parts that are found each by itself."),
  before: z.string().optional().describe(
    "What it replies to: an answer is often found by the words of its question. The end of it counts.",
  ),
}).meta({ id: "SaidMessage" });
export type SaidMessage = z.infer<typeof SaidMessage>;

/** `POST /api/said` */
export const SaidIndexRequest = z.object({ messages: z.array(SaidMessage).max(1000) });
export const SaidIndexResponse = z.object({
  complete: z.boolean().describe(
    "false: by their words alone, until the embedding model answers again; the service sees to that itself.",
  ),
});

/** `POST /api/said/search` */
export const SaidSearchRequest = z.object({
  query: z.string(),
  user_id: z.string().describe("Whose messages."),
  conversation_id: z.string().optional().describe("Only messages of this conversation."),
  exclude: Ids.default([]).describe("Ids of messages that are not wanted."),
  limit: z.int().min(1).max(1000),
  leg: z.enum(["fused", "dense", "lexical"]).default("fused"),
}).meta({ id: "SaidSearchRequest" });
export type SaidSearchRequest = z.infer<typeof SaidSearchRequest>;

/** A part of a message that was found. */
export const SaidHit = z.object({
  message_id: z.string(),
  conversation_id: z.string(),
  part: z.int().describe("Which of the message's parts."),
  score: z.number(),
  dense: z.number().optional(),
  lexical: z.number().optional(),
});
export type SaidHit = z.infer<typeof SaidHit>;

export const SaidSearchResponse = z.object({
  hits: z.array(SaidHit).describe(
    "Best first. They may name what was deleted since: whoever shows them looks whether it lives.",
  ),
  terms: z.array(z.object({ term: z.string(), idf: z.number() })).describe(
    "The query's terms, and how rare each is in what was said.",
  ),
  model: z.string().optional().describe("The embedding model; absent where words alone are searched."),
}).meta({ id: "SaidSearchResponse" });
export type SaidSearchResponse = z.infer<typeof SaidSearchResponse>;

/** `POST /api/said/weights` */
export const SaidWeightsRequest = z.object({ terms: z.array(z.string()) });
export const SaidWeightsResponse = z.object({
  weights: z.array(z.number()).describe("How rare each term is in what was said, in the order of the terms."),
});

/** `POST /api/said/remove` and `POST /api/said/lacks` */
export const SaidIds = z.object({ message_ids: Ids }).meta({ id: "SaidIds" });

/** `GET /api/said` */
export const SaidPageQuery = z.object({
  after: z.string().optional().describe("The last id of the page before."),
  limit: z.coerce.number().int().min(1).max(10_000).default(5000),
});
