import { isAbort, MorganError, toMorganError } from "../../../lib/errors.ts";
import { errorFields, serviceLogger, timed } from "../../../lib/telemetry/mod.ts";
import type { LlmModel } from "../../llm/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Explanation, Source, TextRequest, TextResponse } from "../contract.ts";
import { newMessage, saveExchange } from "../conversations.ts";
import { checkCitations } from "./citations.ts";
import { extractiveAnswer } from "./extract.ts";
import { generate } from "./generate.ts";
import { buildPrompt, NOT_FOUND } from "./prompt.ts";
import { type Found, retrieve } from "./retrieve.ts";

/** What a client sees while an answer comes about. The last event is `done` (or the error that was thrown). */
export type AnswerEvent =
  | { event: "token"; data: { text: string } }
  | { event: "sources"; data: { sources: Source[] } }
  | { event: "done"; data: TextResponse };

type Body = Omit<TextResponse, "session_id" | "message_id" | "explain">;

const UNKNOWN = "I could not find an answer to this in your documents.";
const NO_DOCUMENTS = "There are no documents yet that I could answer from.";

/** Answers one message: retrieves, judges the evidence, lets a model word the answer or quotes, stores what was said. */
export async function* answerText(
  context: CoreContext,
  request: TextRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const explain: Partial<Explanation> = {};
  const model = request.llm ? await context.llm.model(signal) : undefined;
  const body = request.rag
    ? yield* fromDocuments(context, request, model, explain, signal)
    : yield* fromModel(context, request, model, signal);
  const response = await saved(context, request, {
    ...body,
    ...newMessage(request.session_id),
    ...(request.explain && explain.searched ? { explain: explain as Explanation } : {}),
  });
  context.metrics.answers.inc({ kind: !response.answered ? "none" : response.model ? "model" : "extract" });
  yield { event: "sources", data: { sources: response.sources } };
  yield { event: "done", data: response };
}

/** Stores an exchange. On a full disk the answer is given all the same, and says that the history lacks it. */
async function saved(
  context: CoreContext,
  request: TextRequest,
  response: TextResponse,
): Promise<TextResponse> {
  try {
    await timed(context.metrics, "save", () => saveExchange(context.database, request, response));
    return response;
  } catch (error) {
    const known = toMorganError(error);
    if (known.code !== "storage_full") throw error;
    serviceLogger("core").error("an exchange was not stored", errorFields(error));
    return {
      ...response,
      degraded: [...response.degraded, "not_saved"],
      notice: notice(`This exchange was not stored: ${known.message}`, known.hint),
    };
  }
}

async function* fromDocuments(
  context: CoreContext,
  request: TextRequest,
  model: LlmModel | undefined,
  explain: Partial<Explanation>,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Body> {
  const found = await retrieve(context, request, signal);
  Object.assign(explain, found.explanation);
  const degraded = [...found.degraded];
  if (!found.evidence.supported) {
    const empty = found.passages.length === 0 && (await context.rag.status(signal)).documents.completed === 0;
    const answer = empty ? NO_DOCUMENTS : UNKNOWN;
    yield token(answer);
    return {
      answer,
      answered: false,
      sources: [],
      degraded: model?.available ? degraded : [...degraded, lack(model)],
      notice: empty
        ? "Add some with `morgan ingest PATH`."
        : "`morgan search` shows the passages that come nearest.",
    };
  }
  if (model?.available) {
    try {
      return yield* worded(context, request, model, found, explain, signal);
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      const known = toMorganError(error);
      // What was shown can't be taken back: a stream that broke off ends with the error.
      if (known.details?.shown && request.stream) throw known;
      serviceLogger("core").warning("the model failed; sentences are quoted instead", errorFields(error));
      return yield* quoted(found, [...degraded, "llm_unavailable"], notice(known.message, known.hint));
    }
  }
  const why = model?.reason && request.llm ? notice(model.reason, model.hint) : undefined;
  return yield* quoted(found, [...degraded, lack(model)], why);
}

/** Why no model worded the answer: its server fails, or nobody asked for one. */
function lack(model: LlmModel | undefined): "llm_unavailable" | "no_llm" {
  return model?.configured ? "llm_unavailable" : "no_llm";
}

/** The answer in the model's words, its markers checked as they come. */
async function* worded(
  context: CoreContext,
  request: TextRequest,
  model: LlmModel,
  found: Found,
  explain: Partial<Explanation>,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Body> {
  const window = model.context_window ?? 4096;
  const maxTokens = Math.min(model.max_tokens, Math.floor(window / 4));
  const prompt = buildPrompt(request.text, found.passages, found.sentences, window - maxTokens);
  explain.sent = {
    passages: prompt.passages.flatMap((index) =>
      found.passages[index]?.chunks.map((chunk) => chunk.chunk_id) ?? []
    ),
    dropped: prompt.dropped,
    messages: prompt.messages,
    estimated_tokens: prompt.estimatedTokens,
    context_window: window,
  };
  if (prompt.passages.length === 0) {
    throw new MorganError("too_large", `The question does not fit the model's window of ${window} tokens.`, {
      hint: "Ask a shorter question, or use a model with a larger window.",
    });
  }
  const citations = checkCitations(found.passages, prompt.passages, found.sentences, request.text);
  const stream = generate(context, { messages: prompt.messages, max_tokens: maxTokens }, NOT_FOUND, signal);
  for (;;) {
    const next = await stream.next();
    if (!next.done) {
      const text = citations.push(next.value);
      if (text) yield token(text);
      continue;
    }
    const { declined, usage } = next.value;
    const rest = citations.end();
    if (rest) yield token(rest);
    explain.citations = [...citations.log];
    const shared = { model: model.id ?? "unknown", usage, degraded: [...found.degraded] };
    if (declined || citations.answer === "") {
      yield token(UNKNOWN);
      return { ...shared, answer: UNKNOWN, answered: false, sources: [] };
    }
    if (citations.sources.length === 0) {
      return {
        ...shared,
        answer: citations.answer,
        answered: true,
        sources: [],
        degraded: [...shared.degraded, "unsupported_answer"],
        nearest: extractiveAnswer(found.ranked, found.passages).sources,
        notice: "No passage says what the model answered: trust what the documents say instead.",
      };
    }
    return {
      ...shared,
      answer: citations.answer,
      answered: true,
      sources: [...citations.sources],
    };
  }
}

/** The answer in the documents' own words. */
async function* quoted(
  found: Found,
  degraded: string[],
  why: string | undefined,
): AsyncGenerator<AnswerEvent, Body> {
  const { answer, sources } = extractiveAnswer(found.ranked, found.passages);
  if (sources.length === 0) {
    yield token(UNKNOWN);
    return { answer: UNKNOWN, answered: false, sources, degraded };
  }
  yield token(answer);
  return {
    answer,
    answered: true,
    sources,
    degraded,
    ...(why ? { notice: why } : {}),
  };
}

/** The model's own answer, without documents, because the user asked for that. */
async function* fromModel(
  context: CoreContext,
  request: TextRequest,
  model: LlmModel | undefined,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Body> {
  if (!model?.available) {
    throw new MorganError("unavailable", model?.reason ?? "Neither documents nor a model were to be asked.", {
      hint: model?.hint ?? "Leave out --no-rag or --no-llm.",
      details: { dependency: "llm" },
    });
  }
  const maxTokens = Math.min(model.max_tokens, Math.floor((model.context_window ?? 4096) / 4));
  const messages = [{ role: "user" as const, content: request.text }];
  const stream = generate(context, { messages, max_tokens: maxTokens }, undefined, signal);
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
      };
    }
    answer += next.value;
    yield token(next.value);
  }
}

function token(text: string): AnswerEvent {
  return { event: "token", data: { text } };
}

function notice(message: string, hint: string | undefined): string {
  return hint ? `${message} ${hint}` : message;
}
