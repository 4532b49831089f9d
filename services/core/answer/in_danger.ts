import type { CrisisKind } from "../../empathy/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Asking } from "./asking.ts";
import { type Answering, type Body, lack, token, tokenBudget } from "./events.ts";
import { fromDocuments } from "./from_documents.ts";
import { complete } from "./generate.ts";
import { retrieve } from "./retrieve.ts";
import { guidanceOf } from "./person.ts";

/** Dangers in which the documents may help: a school's handbook, a safety plan, a first-aid leaflet. In the others they are not asked. */
const DOCUMENTS_HELP: ReadonlySet<CrisisKind> = new Set(["abuse", "medical", "other_person"]);

const ALREADY =
  "You have just said the following to the user. Add one to three short sentences that fit, without a question, without a number, and without repeating it:";

/** The reply to a person in danger: what is to be said and where help is, at once and in any case; then what else may help. */
export async function* inNeed(context: CoreContext, asking: Asking): Answering {
  const { request, person, model, signal, explain } = asking;
  const { opening = "", risk_kinds: kinds = [] } = person.empathy ?? {};
  yield token(opening);
  if (request.rag && kinds[0] && DOCUMENTS_HELP.has(kinds[0])) {
    const found = await retrieve(context, request.text, request, signal, person);
    Object.assign(explain, found.explanation);
    if (found.evidence.supported) {
      yield token("\n\n");
      const body = yield* fromDocuments(context, asking, found);
      return { ...body, answer: `${opening}\n\n${body.answer}` };
    }
  }
  const said: Body = { answer: opening, answered: true, sources: [], degraded: [] };
  if (!model?.available) return { ...said, degraded: [lack(model)] };
  const words = await worded(context, asking, opening);
  if (!words) return said;
  yield token(`\n\n${words}`);
  return { ...said, answer: `${opening}\n\n${words}`, model: model.id ?? "unknown" };
}

/** A model's own words, where they keep the rules; `undefined` where they don't. */
async function worded(
  context: CoreContext,
  { request, person, model, signal }: Asking,
  opening: string,
): Promise<string | undefined> {
  const { empathy } = person;
  if (!model || !empathy) return undefined;
  const words = (await complete(context, {
    messages: [
      { role: "system", content: `${guidanceOf(person)}\n\n${ALREADY}\n${opening}` },
      { role: "user", content: request.text },
    ],
    max_tokens: Math.min(120, tokenBudget(model, request.max_tokens).maxTokens),
    temperature: 0,
  }, signal))?.trim();
  if (!words) return undefined;
  const { language, risk } = empathy;
  const broken = await context.empathy.check({
    reply: `${opening}\n\n${words}`,
    text: request.text,
    language,
    risk,
    facts: [opening],
  }, signal);
  return broken.length === 0 ? words : undefined;
}
