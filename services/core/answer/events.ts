import type { LlmModel } from "../../llm/contract.ts";
import type { Accepted, Source, TextResponse } from "../contract.ts";

/** What a client sees while an answer comes about. The last event is `done` (or the error that was thrown). */
export type AnswerEvent =
  | { event: "accepted"; data: Accepted }
  | { event: "token"; data: { text: string } }
  | { event: "sources"; data: { sources: Source[] } }
  | { event: "done"; data: TextResponse };

/** An answer before it has its ids. */
export type Body = Omit<TextResponse, "session_id" | "message_id" | "user_message_id" | "explain">;

/** An answer in the making: events on the way, the whole at the end. */
export type Answering = AsyncGenerator<AnswerEvent, Body>;

export const UNKNOWN = "I could not find an answer to this in your documents.";

export function token(text: string): AnswerEvent {
  return { event: "token", data: { text } };
}

/** A message with its next step, as one text. */
export function notice(message: string, hint: string | undefined): string {
  return hint ? `${message} ${hint}` : message;
}

/** Why no model worded the answer: its server fails, or nobody asked for one. */
export function lack(model: LlmModel | undefined): "llm_unavailable" | "no_llm" {
  return model?.configured ? "llm_unavailable" : "no_llm";
}

/** The model's window, and the tokens of it that an answer may take. */
export function tokenBudget(
  model: LlmModel,
  wanted: number | undefined,
): { window: number; maxTokens: number } {
  const window = model.context_window ?? 4096;
  return { window, maxTokens: Math.min(wanted ?? model.max_tokens, Math.floor(window / 4)) };
}

/** What is said of an answer that reached the most tokens it may have. */
export function cutNotice({ cut }: { cut: boolean }, maxTokens: number): Pick<Body, "cut" | "notice"> {
  return cut
    ? {
      cut: true,
      notice:
        `The answer was cut: it reached ${maxTokens} tokens, or repeated itself. llm.max_tokens allows longer ones.`,
    }
    : {};
}
