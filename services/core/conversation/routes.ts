import { createRoute } from "@hono/zod-openapi";
import { jsonBody, jsonResponse } from "../../../lib/http/mod.ts";
import { Deleted } from "../../rag/contract.ts";
import * as contract from "./contract.ts";

/** The calls about what was said. */
export const conversationRoutes = {
  list: createRoute({
    method: "get",
    path: "/api/conversations",
    request: { query: contract.ConversationsQuery },
    responses: jsonResponse(
      contract.ConversationPage,
      "Conversations, newest first; those found, best first.",
    ),
  }),
  show: createRoute({
    method: "get",
    path: "/api/conversations/{id}",
    request: { params: contract.ConversationId, query: contract.MessagesQuery },
    responses: jsonResponse(contract.ConversationDetail, "The conversation with its messages."),
  }),
  remove: createRoute({
    method: "delete",
    path: "/api/conversations/{id}",
    request: { params: contract.ConversationId, query: contract.UserQuery },
    responses: jsonResponse(Deleted, "The ids of what was deleted."),
  }),
  feedback: createRoute({
    method: "post",
    path: "/api/feedback",
    request: jsonBody(contract.FeedbackRequest),
    responses: jsonResponse(contract.FeedbackResponse, "What the feedback was tied to."),
  }),
};
