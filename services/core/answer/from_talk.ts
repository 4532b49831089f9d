import type { Passage } from "../../rag/contract.ts";
import { isAbort, toMorganError } from "../../../lib/errors.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import { dayIn } from "../../../lib/zone.ts";
import type { CoreContext } from "../context.ts";
import type { Recalled } from "../conversation/contract.ts";
import { contentTerms } from "../conversation/follow_up.ts";
import { isGrounded } from "../conversation/grounded.ts";
import { type Recall, recall, type RecalledMessage } from "../said/recall.ts";
import type { Asking } from "./asking.ts";
import { withoutMarkers } from "./citations.ts";
import { type Answering, lack, notice, token, tokenBudget } from "./events.ts";
import { converse } from "./from_model.ts";
import { complete } from "./generate.ts";
import { NOT_FOUND } from "./prompt.ts";
import type { RankedSentence } from "./rank.ts";
import { guidanceOf } from "./person.ts";
import { assess, type Assessed } from "./retrieve.ts";
import { tactful } from "./tact.ts";
import { passageSentences } from "./sentences.ts";

/** Earlier turns that are looked at for an answer, and the sentences that are quoted of them. */
const LOOKED_AT = 12;
const QUOTED = 2;
/** A sentence this far (as a share) below the best one adds nothing. */
const WORTH = 0.9;

/** A question about what Morgan said; any other is answered by what the user said. */
const ABOUT_ANSWERS =
  /\b(you|we|morgan)\b.*\b(said|say|told|tell|answer\w*|mention\w*|recommend\w*|suggest\w*|discuss\w*|talk\w*|explain\w*|found)\b/i;

const CHAT =
  `You are Morgan, the user's own assistant on their own machine. Reply to what they say in one to three short sentences, in their language. State no facts about the world and none about their documents: when they want to know something, they will ask.`;
const RECALL =
  `Answer the user's question from what was said earlier, which is listed below with dates. Use nothing else. If it does not hold the answer, write only ${NOT_FOUND}. Answer in one or two sentences, in the user's language.`;

/** Earlier turns judged as an answer to a question. */
export interface Remembered extends Assessed {
  recalled: RecalledMessage[];
}

/** Looks for the answer in what was said, in this conversation and in others. Questions answer nothing. Where that fails, it says so. */
export async function remember(
  context: CoreContext,
  query: string,
  userId: string,
  exclude: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Remembered> {
  const { messages: recalled, terms, model, failed } = await recallOrFail(
    context,
    query,
    userId,
    exclude,
    signal,
  );
  const passages = recalled.map(toPassage);
  const aboutAnswers = ABOUT_ANSWERS.test(query);
  const sentences = passageSentences(passages).filter(({ text, passage }) =>
    !/[?？؟]["'”’)]*$/.test(text) && (aboutAnswers || recalled[passage]?.role === "user")
  );
  const telling = new Set(sentences.map(({ passage }) => passage));
  // A question like this one that was asked before is near, but holds nothing.
  const heard = passages.map((passage, i) => telling.has(i) ? passage : { ...passage, dense: 0, chunks: [] });
  const assessed = await assess(context, query, heard, sentences, terms, model, signal);
  return { recalled, ...assessed, failed: [...failed, ...assessed.failed] };
}

async function recallOrFail(
  context: CoreContext,
  query: string,
  user_id: string,
  exclude: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Recall & { failed: string[] }> {
  try {
    const found = await recall(context, { query, user_id, limit: LOOKED_AT, exclude: [...exclude] }, signal);
    return { ...found, failed: [] };
  } catch (error) {
    if (signal.aborted) throw error;
    serviceLogger("core").warning("what was said before was not searched", errorFields(error));
    return { messages: [], terms: [], failed: ["no_recall"] };
  }
}

function toPassage({ message_id, session_id, score, dense, lexical, text }: RecalledMessage): Passage {
  return {
    document_id: message_id,
    path: session_id,
    score,
    ...(dense === undefined ? {} : { dense }),
    ...(lexical === undefined ? {} : { lexical }),
    chunks: [{ chunk_id: message_id, index: 0, page_starts: [], inner_headings: [], text, score }],
  };
}

/** The answer from what was said: in the model's words where they hold, or word for word, with the dates. */
export async function* fromMemory(context: CoreContext, asking: Asking, remembered: Remembered): Answering {
  const { model } = asking;
  const chosen = choose(remembered);
  const shared = { answered: true, sources: [], recalled: chosen };
  if (model?.available) {
    const answer = await worded(context, asking, chosen);
    if (answer) {
      yield token(answer);
      return { ...shared, answer, model: model.id ?? "unknown", degraded: [] };
    }
  }
  const answer = chosen.map(({ role, date, text }) =>
    `On ${dayIn(new Date(date), asking.request.time_zone)} ${role === "user" ? "you" : "I"} said: “${
      text.replace(/\s+/g, " ")
    }”`
  ).join("\n");
  yield token(answer);
  return { ...shared, answer, degraded: model?.available ? [] : [lack(model)] };
}

function choose({ ranked, recalled }: Remembered): Recalled[] {
  // Single turns are so short that the rank of their passage says little: meaning decides, where it is known.
  const worth = ({ cosine, score }: RankedSentence) => cosine ?? score;
  const sorted = ranked.toSorted((a, b) => worth(b) - worth(a));
  const best = sorted[0];
  if (!best) return [];
  const chosen: Recalled[] = [];
  for (const sentence of sorted) {
    if (chosen.length === QUOTED || worth(sentence) < WORTH * worth(best)) break;
    const message = recalled[sentence.passage];
    if (!message || chosen.some(({ text }) => text === sentence.text)) continue;
    const { message_id, session_id, role, date, score } = message;
    chosen.push({ message_id, session_id, role, date, text: sentence.text, score });
  }
  return chosen;
}

async function worded(
  context: CoreContext,
  { request, model, signal }: Asking,
  chosen: readonly Recalled[],
): Promise<string | undefined> {
  if (!model) return undefined;
  const said = chosen.map(({ role, date, text }) =>
    `[${dayIn(new Date(date), request.time_zone)}] ${role === "user" ? "User" : "Assistant"}: ${text}`
  ).join("\n");
  const text = (await complete(context, {
    messages: [
      { role: "system", content: `${RECALL}\n\n${said}` },
      { role: "user", content: request.text },
    ],
    max_tokens: Math.min(160, tokenBudget(model, request.max_tokens).maxTokens),
    temperature: 0,
  }, signal))?.trim();
  if (!text || text.includes(NOT_FOUND)) return undefined;
  // What the question's own words say is no news; the rest has to stand in what was said.
  return isGrounded(text, `${said}\n${request.text}`) && tellsOf(text, said) ? text : undefined;
}

function tellsOf(text: string, said: string): boolean {
  const known = new Set(contentTerms(said));
  return contentTerms(text).some((term) => known.has(term));
}

/** A reply to a greeting, thanks or leave-taking. */
export async function* fromCourtesy(context: CoreContext, asking: Asking): Answering {
  return yield* chat(context, asking, "I am here. Ask me about your documents, or about what you told me.");
}

/** A reply to what the user tells of themselves. It is kept as it was said, and found again when it is asked for. */
export async function* fromStatement(context: CoreContext, asking: Asking): Answering {
  const noted = "I have noted that, and find it again when you ask for it.";
  return yield* chat(
    context,
    asking,
    asking.stored ? noted : "I heard that, and cannot keep it: the disk is full.",
  );
}

async function* chat(context: CoreContext, asking: Asking, plain: string): Answering {
  const { model } = asking;
  if (!model?.available) {
    yield token(plain);
    return { answer: plain, answered: true, sources: [], degraded: [lack(model)] };
  }
  try {
    const system = [CHAT, guidanceOf(asking.person)].filter(Boolean).join("\n");
    return yield* tactful(context, asking, uncited(converse(context, asking, model, system)), plain);
  } catch (error) {
    if (isAbort(error) || asking.signal.aborted) throw error;
    const known = toMorganError(error);
    // What was shown can't be taken back: a stream that broke off ends with the error.
    if (known.details?.shown && asking.request.stream) throw known;
    serviceLogger("core").warning("the model failed in talk", errorFields(error));
    const answer = [asking.person.empathy?.opening, plain].filter(Boolean).join("\n\n");
    yield token(answer);
    const why = notice(known.message, known.hint);
    return { answer, answered: true, sources: [], degraded: ["llm_unavailable"], notice: why };
  }
}

/** An answer that stands on no document cites none, whatever the model imitates of earlier answers. */
async function* uncited(answering: Answering): Answering {
  const markers = withoutMarkers();
  let answer = "";
  const show = (text: string) => {
    answer += text;
    return token(text);
  };
  for (;;) {
    const next = await answering.next();
    if (next.done) {
      yield show(markers.end());
      return { ...next.value, answer };
    }
    if (next.value.event === "token") yield show(markers.push(next.value.data.text));
  }
}
