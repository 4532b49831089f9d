import {
  type ConversationRow,
  holdRow,
  type MessageRow,
  repositories,
  type Sql,
} from "../../../lib/db/mod.ts";
import { MorganError } from "../../../lib/errors.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import type { CoreContext } from "../context.ts";
import type { FeedbackRequest, FeedbackResponse } from "./contract.ts";
import { findConversation } from "./list.ts";
import { toMessage } from "./stored.ts";

/**
 * `POST /api/feedback`: stores a rating and what was said with it, tied to an answer or a conversation, and learns from it,
 * so that the next answer is another. Where learning fails the feedback is kept all the same, which `degraded` says.
 */
export async function saveFeedback(
  context: CoreContext,
  request: FeedbackRequest,
  signal: AbortSignal,
): Promise<FeedbackResponse> {
  const { saved, sources } = await save(context, request);
  if (!context.personal.learning.enabled) return { ...saved, changed: [] };
  try {
    const { changed } = await context.learning.updatePreferences({
      user_id: request.user_id,
      signals: [{
        kind: "feedback",
        text: request.comment ?? "",
        rating: request.rating,
        sources,
        message_id: saved.message_id,
        session_id: saved.session_id,
        // Feedback that is sent again teaches nothing twice.
        feedback_id: saved.feedback_id,
      }],
    }, signal);
    return { ...saved, changed: changed.map(({ text }) => text) };
  } catch (error) {
    signal.throwIfAborted();
    serviceLogger("core").error("feedback was kept, and not learned from", errorFields(error));
    return { ...saved, changed: [], degraded: ["learning_unavailable"] };
  }
}

/** The stored feedback, and the paths that the rated answer cited. */
async function save(
  context: CoreContext,
  request: FeedbackRequest,
): Promise<{ saved: Omit<FeedbackResponse, "changed">; sources: string[] }> {
  return await context.database.transaction(async (tx) => {
    const { feedback } = repositories(tx);
    const known = request.feedback_id && await feedback.find(request.feedback_id);
    const { conversation, message } = await target(tx, request);
    // Whoever deletes the conversation meanwhile waits, and then finds the feedback.
    if (!await holdRow(tx, "conversations", conversation.id)) {
      throw new MorganError("not_found", "The conversation was deleted meanwhile.", {
        hint: "Rate another: `morgan sessions list` shows them.",
      });
    }
    const about = {
      session_id: conversation.session_id,
      ...(message ? { message_id: message.id } : {}),
    };
    const sources = [...new Set(message ? toMessage(message).sources?.map(({ path }) => path) : [])];
    if (known) return { saved: { feedback_id: known.id, ...about }, sources };
    const { id } = await feedback.insert({
      id: request.feedback_id,
      conversation_id: conversation.id,
      message_id: message?.id ?? null,
      user_id: request.user_id,
      rating: request.rating,
      comment: request.comment ?? null,
      feedback_type: request.feedback_type,
    });
    return { saved: { feedback_id: id, ...about }, sources };
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
