import { type ConversationRow, type MessageRow, repositories, type Sql } from "../../../lib/db/mod.ts";
import { MorganError } from "../../../lib/errors.ts";
import type { CoreContext } from "../context.ts";
import type { FeedbackRequest, FeedbackResponse } from "./contract.ts";
import { findConversation } from "./list.ts";

/** `POST /api/feedback`: stores a rating and what was said with it, tied to an answer or a conversation. */
export async function saveFeedback(
  context: CoreContext,
  request: FeedbackRequest,
): Promise<FeedbackResponse> {
  return await context.database.transaction(async (tx) => {
    const { feedback } = repositories(tx);
    const known = request.feedback_id && await feedback.find(request.feedback_id);
    const { conversation, message } = await target(tx, request);
    const response = {
      session_id: conversation.session_id,
      ...(message ? { message_id: message.id } : {}),
      changed: [],
    };
    if (known) return { feedback_id: known.id, ...response };
    const { id } = await feedback.insert({
      id: request.feedback_id,
      conversation_id: conversation.id,
      message_id: message?.id ?? null,
      user_id: request.user_id,
      rating: request.rating,
      comment: request.comment ?? null,
      feedback_type: request.feedback_type,
    });
    return { feedback_id: id, ...response };
  });
}

/** What feedback is about: the message it names, the last answer of the session it names, or the last answer of all. */
async function target(
  tx: Sql,
  { message_id, session_id, user_id }: FeedbackRequest,
): Promise<{ conversation: ConversationRow; message: MessageRow | undefined }> {
  const { conversations, messages } = repositories(tx);
  if (message_id !== undefined) {
    const message = await messages.find(message_id);
    const conversation = message && await conversations.find(message.conversation_id);
    if (!message || conversation?.user_id !== user_id) {
      throw new MorganError("not_found", `There is no message ${message_id}.`, {
        hint: "`morgan sessions show last --json` tells the ids of the last conversation's messages.",
      });
    }
    if (session_id !== undefined && ![conversation.session_id, conversation.id].includes(session_id)) {
      throw new MorganError(
        "invalid_input",
        `The message ${message_id} is not in the session ${session_id}.`,
        {
          hint: "Name the message alone.",
        },
      );
    }
    return { conversation, message };
  }
  const last = async () => {
    const order = { column: "updated_at", direction: "desc" } as const;
    const found = (await conversations.list({ where: { user_id }, order, limit: 1 })).rows[0];
    if (found) return found;
    throw new MorganError("not_found", "There is no conversation yet that feedback could be about.", {
      hint: "Ask something first: morgan query QUESTION.",
    });
  };
  const conversation = session_id === undefined
    ? await last()
    : await findConversation(tx, session_id, user_id);
  const message = (await messages.list({
    where: { conversation_id: conversation.id, role: "assistant" },
    order: { column: "timestamp", direction: "desc" },
    limit: 1,
  })).rows[0];
  return { conversation, message };
}
