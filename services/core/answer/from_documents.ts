import { isAbort, MorganError, toMorganError } from "../../../lib/errors.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import type { LlmModel } from "../../llm/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Asking } from "./asking.ts";
import { checkCitations } from "./citations.ts";
import { type Answering, cutNotice, lack, notice, token, tokenBudget, UNKNOWN } from "./events.ts";
import { extractiveAnswer } from "./extract.ts";
import { generate } from "./generate.ts";
import { mannersOf } from "./person.ts";
import { buildPrompt, NOT_FOUND } from "./prompt.ts";
import type { Found } from "./retrieve.ts";

const NO_DOCUMENTS = "There are no documents yet that I could answer from.";

/** Says that the documents hold no answer; no model is asked to invent one. */
export async function* notFound(context: CoreContext, asking: Asking, found: Found): Answering {
  const { model, signal } = asking;
  const empty = found.passages.length === 0 && (await context.rag.status(signal)).documents.completed === 0;
  const answer = empty ? NO_DOCUMENTS : UNKNOWN;
  yield token(answer);
  return {
    answer,
    answered: false,
    sources: [],
    degraded: model?.available ? [...found.degraded] : [...found.degraded, lack(model)],
    notice: empty
      ? "Add some with `morgan ingest PATH`."
      : "`morgan search` shows the passages that come nearest.",
  };
}

/** The answer from passages that hold one: in the model's words, or in the documents' own. */
export async function* fromDocuments(context: CoreContext, asking: Asking, found: Found): Answering {
  const { model, request, signal } = asking;
  const degraded = [...found.degraded];
  if (model?.available) {
    try {
      return yield* worded(context, asking, model, found);
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      const known = toMorganError(error);
      // What was shown can't be taken back: a stream that broke off ends with the error.
      if (known.details?.shown && request.stream) throw known;
      serviceLogger("core").warning("the model failed; sentences are quoted instead", errorFields(error));
      return yield* quoted(
        asking,
        found,
        [...degraded, "llm_unavailable"],
        notice(known.message, known.hint),
      );
    }
  }
  const why = model?.reason && request.llm ? notice(model.reason, model.hint) : undefined;
  return yield* quoted(asking, found, [...degraded, lack(model)], why);
}

/** The answer in the model's words, its markers checked as they come. */
async function* worded(
  context: CoreContext,
  { request, query, talk, person, explain, signal }: Asking,
  model: LlmModel,
  found: Found,
): Answering {
  const { window, maxTokens } = tokenBudget(model, request.max_tokens);
  const { passages, sentences } = found;
  const manners = mannersOf(person);
  const prompt = buildPrompt(request.text, passages, sentences, window - maxTokens, talk, manners);
  explain.sent = {
    passages: prompt.passages.flatMap((index) =>
      found.passages[index]?.chunks.map((chunk) => chunk.chunk_id) ?? []
    ),
    dropped: prompt.dropped,
    messages: prompt.messages,
    estimated_tokens: prompt.estimatedTokens,
    context_window: window,
    conversation: talk.told,
  };
  if (prompt.passages.length === 0) {
    throw new MorganError("too_large", `The question does not fit the model's window of ${window} tokens.`, {
      hint: "Ask a shorter question, or use a model with a larger window.",
    });
  }
  const citations = checkCitations(found.passages, prompt.passages, found.sentences, query);
  const stream = generate(
    context,
    { messages: prompt.messages, max_tokens: maxTokens, temperature: request.temperature },
    NOT_FOUND,
    signal,
  );
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
    const shared = {
      model: model.id ?? "unknown",
      usage,
      degraded: [...found.degraded],
      ...cutNotice(next.value, maxTokens),
    };
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
        notice: [
          "No passage says what the model answered: trust what the documents say instead.",
          shared.notice,
        ]
          .filter(Boolean).join(" "),
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
  { person }: Asking,
  found: Found,
  degraded: string[],
  why: string | undefined,
): Answering {
  const { answer, sources } = extractiveAnswer(
    found.ranked,
    found.passages,
    person.adaptation?.extractive,
  );
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
