import { newId } from "../../lib/db/ids.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { Accepted, Source, TextResponse } from "../../services/core/contract.ts";
import type { FeedbackResponse, Recalled } from "../../services/core/conversation/contract.ts";
import { connect } from "../local_server.ts";

/** How questions are asked; what is left out is the server's to decide. */
export interface AskSettings {
  rag?: boolean;
  llm?: boolean;
  /** The user's, by which the places that help are chosen. */
  locale?: string;
  /** The user's, by which an answer names days. */
  time_zone?: string;
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

/** An answer that can be rated, and what it drew on. */
export interface LastAnswer {
  message_id: string;
  sources: readonly Omit<Source, "score">[];
  recalled: readonly Recalled[];
}

/** One session of talking to Morgan. */
export interface Conversation {
  session_id: string;
  /** The last answer, also one that was stopped or was given before the conversation was gone on with. */
  last: LastAnswer | undefined;
  ask(text: string, telling: Telling, signal: AbortSignal): Promise<TextResponse>;
  rate(rating: number, comment: string | undefined, signal: AbortSignal): Promise<FeedbackResponse>;
}

/** The client of a server that runs, found or started. */
export async function currentClient(signal: AbortSignal): Promise<CoreClient> {
  return (await connect(signal, { quiet: true })).client;
}

/** Goes on with a session, or opens one. Nothing is stored before the first message. */
export function openConversation(
  settings: AskSettings,
  known?: { session_id: string; last: LastAnswer | undefined },
): Conversation {
  const conversation: Conversation = {
    session_id: known?.session_id ?? newId(),
    last: known?.last,
    async ask(text, telling, signal) {
      // The same id when it is sent again: whatever became of it the first time, it is stored and answered once.
      const request = { text, ...settings, session_id: conversation.session_id, user_message_id: newId() };
      const onAccepted = ({ message_id }: Accepted) => {
        conversation.last = { message_id, sources: [], recalled: [] };
        telling.onAccepted?.();
      };
      const attempt = async (client: CoreClient) => {
        const stream = client.stream(request, signal, { onAccepted });
        for (;;) {
          const next = await stream.next();
          if (next.done) return next.value;
          telling.onText?.(next.value);
        }
      };
      const response = await attempt(await currentClient(signal)).catch(async (error) => {
        if (signal.aborted || !serverIsGone(error)) throw error;
        telling.onRetry?.();
        return await attempt(await currentClient(signal));
      });
      const { message_id, sources, recalled = [] } = response;
      conversation.last = { message_id, sources, recalled };
      return response;
    },
    async rate(rating, comment, signal) {
      const last = conversation.last;
      if (!last) {
        throw new MorganError("usage", "There is no answer yet that could be rated.", {
          hint: "Ask something first.",
        });
      }
      return await (await currentClient(signal)).feedback({
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
