import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { newId } from "../../../lib/db/mod.ts";
import { MorganError } from "../../../lib/errors.ts";
import type { AnswerEvent } from "../answer/events.ts";
import { perceive } from "../answer/person.ts";
import { reply } from "../answer/reply.ts";
import type { CoreContext } from "../context.ts";
import { type Explanation, type Source, TextRequest, type TextResponse } from "../contract.ts";
import type { Exchange, History } from "../conversation/history.ts";
import type { Annotation, ChatCompletion, ChatRequest } from "./contract.ts";

/** The model's name under which Morgan answers. */
export const MODEL = "morgan";

/** An answer to a client that keeps the conversation itself: nothing of it is stored. */
export type Completed = Omit<TextResponse, "session_id" | "message_id" | "user_message_id">;

/** Answers the last message of a chat completion, the messages before it as its conversation. */
export async function* completeChat(
  context: CoreContext,
  chat: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Completed> {
  if (chat.model !== MODEL) throw unknownModel(chat.model);
  const last = chat.messages.at(-1);
  if (last?.role !== "user" || last.content.trim() === "") {
    throw new MorganError("invalid_input", "The last of messages must be the user's, and hold a text.", {
      hint: "Send the question as the last message.",
      details: { field: "messages" },
    });
  }
  const request = TextRequest.parse({
    text: last.content,
    user_id: chat.user ?? undefined,
    temperature: chat.temperature ?? undefined,
    max_tokens: chat.max_completion_tokens ?? chat.max_tokens ?? undefined,
  });
  const explain: Explanation = {};
  const model = await context.llm.model(signal);
  const history = toHistory(chat.messages.slice(0, -1));
  const setting = {
    kind: "chat" as const,
    history,
    stored: true,
    person: await perceive(context, request, history, signal),
    exclude: new Set<string>(),
  };
  return yield* reply(context, request, setting, model, explain, signal);
}

/** The error for a model that is not Morgan's to give. */
export function unknownModel(name: string): MorganError {
  return new MorganError("not_found", `There is no model ${name} here.`, {
    hint: "GET /v1/models lists the models.",
    details: { field: "model" },
  });
}

/** The client's messages as exchanges, and what its system messages ask for. */
function toHistory(messages: ChatRequest["messages"]): History {
  const now = new Date();
  const turns: Exchange[] = [];
  const told: string[] = [];
  for (const { role, content } of messages) {
    if (role === "system" || role === "developer") {
      told.push(content);
      continue;
    }
    const open = turns.at(-1);
    if (role === "assistant" && open && open.assistant === "") open.assistant = content;
    else {
      turns.push({
        user: role === "user" ? content : "",
        assistant: role === "assistant" ? content : "",
        date: now,
        until: now,
        message_ids: [],
      });
    }
  }
  return { summary: null, turns, ...(told.length > 0 ? { instructions: told.join("\n") } : {}) };
}

/** The whole answer as a chat completion. */
export function toCompletion(id: string, created: number, response: Completed): ChatCompletion {
  const { answered, degraded, notice, recalled, query } = response;
  return {
    id,
    object: "chat.completion",
    created,
    model: MODEL,
    choices: [{
      index: 0,
      message: {
        role: "assistant",
        content: response.answer,
        refusal: null,
        annotations: annotations(response),
      },
      logprobs: null,
      finish_reason: response.cut ? "length" : "stop",
    }],
    usage: usageOf(response),
    morgan: {
      answered,
      degraded,
      ...(response.model ? { model: response.model } : {}),
      ...(notice ? { notice } : {}),
      ...(recalled ? { recalled } : {}),
      ...(query ? { query } : {}),
    },
  };
}

/** An id as OpenAI's look. */
export function completionId(): string {
  return `chatcmpl-${newId()}`;
}

export function usageOf({ usage }: Completed): ChatCompletion["usage"] {
  const { prompt_tokens = 0, completion_tokens = 0 } = usage ?? {};
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

/** Each place at which a source is cited. */
export function annotations({ answer, sources }: Completed): Annotation[] {
  return sources.flatMap((source) =>
    [...answer.matchAll(new RegExp(`\\[${source.n}\\]`, "g"))].map(({ index }): Annotation => ({
      type: "url_citation",
      url_citation: {
        start_index: index,
        end_index: index + `[${source.n}]`.length,
        url: addressOf(source),
        title: [source.path.split("/").at(-1), source.page && `page ${source.page}`, source.heading]
          .filter(Boolean).join(", "),
      },
      source,
    }))
  );
}

function addressOf({ path, document_id, page }: Source): string {
  const base = isAbsolute(path) ? pathToFileURL(path).href : `morgan:documents/${document_id}`;
  return page ? `${base}#page=${page}` : base;
}
