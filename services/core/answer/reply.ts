import type { LlmModel } from "../../llm/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Explanation, TextRequest } from "../contract.ts";
import { talkBudget } from "../conversation/fold.ts";
import { contentTerms, type StandaloneQuery, standaloneQuery } from "../conversation/follow_up.ts";
import type { History } from "../conversation/history.ts";
import { isPersonal, messageKind } from "../conversation/kind.ts";
import { fitTalk, NO_TALK, type Talk } from "../conversation/talk.ts";
import type { Kind } from "../conversation/stored.ts";
import { weighBySaid } from "../said/weights.ts";
import type { Asking } from "./asking.ts";
import { type Answering, token, tokenBudget } from "./events.ts";
import { fromDocuments, notFound } from "./from_documents.ts";
import { fromModel } from "./from_model.ts";
import { fromCourtesy, fromMemory, fromStatement, remember, type Remembered } from "./from_talk.ts";
import { inNeed } from "./in_danger.ts";
import { explained, inDanger, type Person, told } from "./person.ts";
import { type Found, retrieve } from "./retrieve.ts";

/** Turns that were found again and that a model is told of. */
const TOLD = 4;
/** Cosine from which an earlier turn may matter. */
const NEAR = 0.62;
/** The last turns, which a model is given anyway. */
const RECENT = 6;

/** What a message is said into. */
export interface Setting {
  kind: Kind;
  history: History;
  /** False where the disk is full and the message is not kept. */
  stored: boolean;
  /** Who says it. */
  person: Person;
  /** Messages that are no memory: the one that is being answered. */
  exclude: ReadonlySet<string>;
}

/** The way from a message to its answer, given to the person who asks: what there is to say to them comes first. */
export async function* reply(
  context: CoreContext,
  request: TextRequest,
  setting: Setting,
  model: LlmModel | undefined,
  explain: Explanation,
  signal: AbortSignal,
): Answering {
  const { history, stored, person } = setting;
  Object.assign(explain, explained(person));
  const base = {
    request,
    query: request.text,
    history,
    stored,
    person,
    model,
    explain,
    signal,
    talk: NO_TALK,
  };
  const body = inDanger(person)
    ? yield* inNeed(person)
    : yield* opened(openingFor(base, setting), answer(context, base, setting));
  return { ...body, ...told(person), degraded: [...body.degraded, ...person.degraded] };
}

/** What Morgan says before the answer. Where a model talks, it is to find words of its own. */
function openingFor({ request, person, model }: Asking, { kind }: Setting): string {
  const said = messageKind(request.text);
  const talks = kind === "chat" && (said === "courtesy" || (said === "statement" && request.rag));
  const nobody = !request.rag && !model?.available;
  return nobody || (talks && model?.available) ? "" : person.empathy?.opening ?? "";
}

async function* opened(opening: string, answering: Answering): Answering {
  if (!opening) return yield* answering;
  yield token(`${opening}\n\n`);
  const body = yield* answering;
  return { ...body, answer: `${opening}\n\n${body.answer}` };
}

/**
 * A one-time question is answered from the documents alone; in a chat it is first understood from what was said, which may
 * also hold the answer.
 */
async function* answer(
  context: CoreContext,
  base: Asking,
  { kind: setting, history, exclude }: Setting,
): Answering {
  const { request, person, model, explain, signal } = base;
  if (setting === "query") {
    if (!request.rag) return yield* fromModel(context, base);
    const found = await retrieve(context, request.text, request, signal, person);
    explainSearch(explain, found);
    return yield* found.evidence.supported
      ? fromDocuments(context, base, found)
      : notFound(context, base, found);
  }
  const kind = messageKind(request.text);
  const standalone = kind === "question"
    ? await standaloneQuery(context, request.text, history, model, signal)
    : { query: request.text, by: "message" as const };
  // Where no model is told of it, only a question asks for what was said.
  const recalls = kind === "question" || (kind === "statement" && model?.available);
  const remembered = recalls
    ? await remember(context, standalone.query, request.user_id, exclude, signal)
    : undefined;
  const asking: Asking = {
    ...base,
    query: standalone.query,
    talk: await talk(context, base, remembered),
  };
  return yield* lacking(remembered?.failed, inChat(context, asking, { kind, standalone, remembered }));
}

/** An answer that also says what failed before it was begun. */
async function* lacking(codes: readonly string[] = [], answering: Answering): Answering {
  const body = yield* answering;
  return { ...body, degraded: [...new Set([...body.degraded, ...codes])] };
}

/** What was made of a message in a chat before it is answered. */
interface Understood {
  kind: ReturnType<typeof messageKind>;
  standalone: StandaloneQuery;
  remembered: Remembered | undefined;
}

async function* inChat(
  context: CoreContext,
  asking: Asking,
  { kind, standalone, remembered }: Understood,
): Answering {
  const { request, explain } = asking;
  if (kind === "courtesy") return yield* fromCourtesy(context, asking);
  if (!request.rag) return yield* fromModel(context, asking);
  if (kind === "statement") return yield* fromStatement(context, asking);

  const { found, query } = await search(context, asking, standalone);
  explainSearch(explain, found);
  const chosen = { ...asking, query };
  const own = query === request.text ? {} : { query };
  const { supported, confidence } = found.evidence;
  if (
    remembered?.evidence.supported &&
    (!supported || (isPersonal(request.text) && remembered.evidence.confidence > confidence))
  ) {
    return { ...own, ...yield* fromMemory(context, chosen, remembered) };
  }
  return {
    ...own,
    ...yield* supported ? fromDocuments(context, chosen, found) : notFound(context, chosen, found),
  };
}

function explainSearch(explain: Explanation, { explanation, weighted }: Found): void {
  Object.assign(explain, explanation);
  if (explain.adapted) explain.adapted = { ...explain.adapted, weighted };
}

/**
 * Searches the documents for a question. What was carried over from earlier turns counts only where the message's own
 * words are found with it; else the message stands for itself.
 */
async function search(
  context: CoreContext,
  { request, person, signal }: Asking,
  { query, by }: StandaloneQuery,
): Promise<{ found: Found; query: string }> {
  const alone = async () => ({
    found: await retrieve(context, request.text, request, signal, person),
    query: request.text,
  });
  if (by !== "carried") return { found: await retrieve(context, query, request, signal, person), query };
  const [own, carried] = await Promise.all([alone(), retrieve(context, query, request, signal, person)]);
  if (carried.evidence.confidence <= own.found.evidence.confidence) return own;
  const terms = contentTerms(request.text);
  if (terms.length === 0) return { found: carried, query };
  const ranked = carried.ranked.filter((sentence) => terms.some((term) => sentence.terms.has(term)));
  return ranked.length > 0 ? { found: { ...carried, ranked }, query } : own;
}

function talk(
  context: CoreContext,
  { request, history, model, signal }: Asking,
  remembered: Remembered | undefined,
): Promise<Talk> {
  if (!model?.available) return Promise.resolve(NO_TALK);
  const { window, maxTokens } = tokenBudget(model, request.max_tokens);
  const recent = new Set(history.turns.slice(-RECENT).flatMap(({ message_ids }) => message_ids));
  const near = (remembered?.recalled ?? [])
    .filter(({ message_id, dense }) => !recent.has(message_id) && (dense === undefined || dense >= NEAR))
    .slice(0, TOLD);
  return fitTalk(history, near, talkBudget(window, maxTokens), weighBySaid(context, signal));
}
