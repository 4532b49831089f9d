import { newId } from "../../lib/db/ids.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { TextResponse } from "../../services/core/contract.ts";
import type { FeedbackResponse } from "../../services/core/conversation/contract.ts";
import { connect } from "../local_server.ts";

/** How questions are asked; what is left out is the server's to decide. */
export interface AskSettings {
  rag?: boolean;
  llm?: boolean;
  top_k?: number;
  filter?: { path_prefix: string };
}

/** What is told while an answer comes about. */
export interface Telling {
  onAccepted?(): void;
  onText?(text: string): void;
  /** The server died and is asked again; what was told of the answer is void. */
  onRetry?(): void;
}

/** One session of talking to Morgan. */
export interface Conversation {
  session_id: string;
  /** The last answer. */
  last: TextResponse | undefined;
  ask(text: string, telling: Telling, signal: AbortSignal): Promise<TextResponse>;
  rate(rating: number, comment: string | undefined, signal: AbortSignal): Promise<FeedbackResponse>;
  /** The client of a server that runs. */
  client(): Promise<CoreClient>;
}

/** Goes on with a session, or opens one. Nothing is stored before the first message. */
export function openConversation(
  settings: AskSettings,
  signal: AbortSignal,
  sessionId?: string,
): Conversation {
  const connected = async () => (await connect(signal, { quiet: true })).client;
  const conversation: Conversation = {
    session_id: sessionId ?? newId(),
    last: undefined,
    client: connected,
    async ask(text, telling, signal) {
      // The same id when it is sent again: whatever became of it the first time, it is stored and answered once.
      const user_message_id = newId();
      const attempt = async () => {
        const request = { text, ...settings, session_id: conversation.session_id, user_message_id };
        const stream = (await connected()).stream(request, signal, {
          onAccepted: () => telling.onAccepted?.(),
        });
        for (;;) {
          const next = await stream.next();
          if (next.done) return next.value;
          telling.onText?.(next.value);
        }
      };
      try {
        conversation.last = await attempt();
      } catch (error) {
        if (signal.aborted || !serverIsGone(error)) throw error;
        telling.onRetry?.();
        conversation.last = await attempt();
      }
      return conversation.last;
    },
    async rate(rating, comment, signal) {
      const last = conversation.last;
      if (!last) {
        throw new MorganError("usage", "There is no answer yet that could be rated.", {
          hint: "Ask something first.",
        });
      }
      return await (await connected()).feedback({
        rating,
        feedback_id: newId(),
        message_id: last.message_id,
        ...(comment ? { comment } : {}),
      }, signal);
    },
  };
  return conversation;
}

/** True where Morgan itself did not answer; a model server that fails is another matter. */
function serverIsGone(error: unknown): boolean {
  const { code, details } = toMorganError(error);
  return code === "unavailable" && details?.dependency === undefined;
}
