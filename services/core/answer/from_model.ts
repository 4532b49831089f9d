import { MorganError } from "../../../lib/errors.ts";
import { type ChatMessage, estimateTokens } from "../../../lib/models/llm.ts";
import type { LlmModel } from "../../llm/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Asking } from "./asking.ts";
import { type Answering, cutNotice, token, tokenBudget } from "./events.ts";
import { generate } from "./generate.ts";
import { mannersOf } from "./person.ts";

/** The model's own answer, without documents, because the user asked for that. */
export async function* fromModel(context: CoreContext, asking: Asking): Answering {
  const { model } = asking;
  if (!model?.available) {
    throw new MorganError("unavailable", model?.reason ?? "Neither documents nor a model were to be asked.", {
      hint: model?.hint ?? "Leave out --no-rag or --no-llm.",
      details: { dependency: "llm" },
    });
  }
  return yield* converse(context, asking, model, mannersOf(asking.person));
}

/** The model's reply in a conversation, as `system` tells it to speak. */
export async function* converse(
  context: CoreContext,
  { request, talk, explain, signal }: Asking,
  model: LlmModel,
  system: string,
): Answering {
  const { window, maxTokens } = tokenBudget(model, request.max_tokens);
  const instructions = [system, talk.preamble].filter(Boolean).join("\n\n");
  const messages: ChatMessage[] = [
    ...(instructions ? [{ role: "system" as const, content: instructions }] : []),
    ...talk.messages,
    { role: "user", content: request.text },
  ];
  const estimated = messages.reduce((sum, { content }) => sum + estimateTokens(content) + 12, 0);
  explain.sent = {
    passages: [],
    dropped: [],
    messages,
    estimated_tokens: estimated,
    context_window: window,
    conversation: talk.told,
  };
  if (estimated > window - maxTokens) {
    throw new MorganError("too_large", `The message does not fit the model's window of ${window} tokens.`, {
      hint: "Send a shorter message, or use a model with a larger window.",
    });
  }
  const stream = generate(
    context,
    { messages, max_tokens: maxTokens, temperature: request.temperature },
    undefined,
    signal,
  );
  let answer = "";
  for (;;) {
    const next = await stream.next();
    if (next.done) {
      return {
        answer,
        answered: true,
        sources: [],
        model: model.id ?? "unknown",
        usage: next.value.usage,
        degraded: [],
        ...cutNotice(next.value, maxTokens),
      };
    }
    answer += next.value;
    yield token(next.value);
  }
}
