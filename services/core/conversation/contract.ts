import { z } from "zod";
import { Name, UserId, words } from "../../../lib/schemas.ts";

/** Who said it. */
const Role = z.enum(["user", "assistant"]);

/** A turn of an earlier moment that was found again. */
export const Recalled = z.object({
  message_id: z.string(),
  session_id: z.string(),
  role: Role,
  date: z.string().describe("ISO 8601: when it was said."),
  text: z.string().describe("Word for word; of a long message the part that fits the question."),
  score: z.number(),
}).meta({ id: "Recalled" });
export type Recalled = z.infer<typeof Recalled>;

/** `GET /api/conversations`: newest first. */
export const ConversationsQuery = z.object({
  user_id: UserId,
  kind: z.enum(["chat", "query"]).optional().describe("`query`: one-time questions, which remember nothing."),
  query: words(10_000).optional().describe("Searches in what was said; best first."),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  cursor: z.string().optional(),
});
export type ConversationsQuery = z.input<typeof ConversationsQuery>;

export const Conversation = z.object({
  id: z.string(),
  session_id: z.string(),
  kind: z.enum(["chat", "query"]),
  title: z.string().describe("How it began."),
  messages: z.number().int(),
  summary: z.string().optional().describe(
    "What was said before the turns that a model is still given whole.",
  ),
  created_at: z.string(),
  updated_at: z.string().describe("When the last message was said."),
  matches: z.array(Recalled).optional().describe("With `query`: what was found in it."),
}).meta({ id: "Conversation" });
export type Conversation = z.infer<typeof Conversation>;

export const ConversationPage = z.object({
  conversations: z.array(Conversation),
  next: z.string().nullable(),
}).meta({ id: "ConversationPage" });
export type ConversationPage = z.infer<typeof ConversationPage>;

/** A source as a stored answer has it. */
const StoredSource = z.looseObject({
  n: z.number().int(),
  document_id: z.string(),
  chunk_id: z.string(),
  path: z.string(),
  page: z.number().int().optional(),
  heading: z.string().optional(),
  quote: z.string(),
});

export const Message = z.object({
  message_id: z.string(),
  role: Role,
  text: z.string(),
  timestamp: z.string(),
  interrupted: z.boolean().optional().describe("The answer was stopped, or Morgan died while it came."),
  answered: z.boolean().optional(),
  model: z.string().optional(),
  degraded: z.array(z.string()).optional(),
  sources: z.array(StoredSource).optional(),
  recalled: z.array(Recalled).optional(),
  feedback: z.object({ rating: z.number().int().optional(), comment: z.string().optional() }).optional(),
}).meta({ id: "Message" });
export type Message = z.infer<typeof Message>;

/** `GET /api/conversations/{id}`: with its messages, oldest first, a page at a time. */
export const ConversationDetail = Conversation.extend({
  messages_page: z.object({ messages: z.array(Message), next: z.string().nullable() }),
}).meta({ id: "ConversationDetail" });
export type ConversationDetail = z.infer<typeof ConversationDetail>;

export const ConversationId = z.object({
  id: Name.describe("Its id or its session's id."),
});
export const UserQuery = z.object({ user_id: UserId });
export const MessagesQuery = UserQuery.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  cursor: z.string().optional(),
  order: z.enum(["asc", "desc"]).default("asc").describe("`desc`: the last messages first."),
});
export type MessagesQuery = z.input<typeof MessagesQuery>;

/** `POST /api/feedback`. With neither session nor message it is about the user's last conversation. */
export const FeedbackRequest = z.object({
  rating: z.number().int().min(1).max(5),
  comment: words(10_000).optional(),
  user_id: UserId,
  session_id: Name.optional(),
  message_id: z.uuid().optional(),
  feedback_type: z.enum(["rating", "correction", "preference"]).default("rating"),
  feedback_id: z.uuid().optional().describe(
    "Made by the client, so that sending again stores nothing twice.",
  ),
}).meta({ id: "FeedbackRequest" });
export type FeedbackRequest = z.infer<typeof FeedbackRequest>;

export const FeedbackResponse = z.object({
  feedback_id: z.string(),
  session_id: z.string(),
  message_id: z.string().optional().describe("The answer that was rated."),
  changed: z.array(z.string()).describe("What the feedback changed for later answers."),
  degraded: z.array(z.string()).optional().describe("`learning_unavailable`: kept, and not learned from."),
}).meta({ id: "FeedbackResponse" });
export type FeedbackResponse = z.infer<typeof FeedbackResponse>;
