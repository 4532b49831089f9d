import { z } from "zod";
import type { LlmModel } from "../../llm/contract.ts";
import type { CoreContext } from "../context.ts";
import { Source, type TextRequest, type TextResponse } from "../contract.ts";
import { contentTerms } from "../conversation/follow_up.ts";
import type { History } from "../conversation/history.ts";
import type { Turn } from "../conversation/turn.ts";
import type { Person } from "./person.ts";
import { refineFeeling } from "./refine.ts";

/** What an answer cited, as its row tells. */
const Cited = z.looseObject({ sources: z.array(Source.pick({ path: true })).catch([]) });

/** User turns that a feeling is heard in. */
const HEARD = 4;

/** An exchange that has ended. */
export interface Ended {
  request: TextRequest;
  turn: Pick<Turn, "user_message_id" | "session_id">;
  history: History;
  person: Person | undefined;
  model: LlmModel | undefined;
  /** `undefined` where it was stopped or failed. */
  response: TextResponse | undefined;
  /** The message before it. */
  last: { metadata: Record<string, unknown> } | undefined;
}

/** Keeps how the user felt and learns from what they said, which no answer waits for. */
export function learnFrom(context: CoreContext, ended: Ended): void {
  const { personal, learning, emotion, later } = context;
  const { request: { text, user_id }, turn, history, person, model, response, last } = ended;
  const message_id = turn.user_message_id;
  if (personal.learning.enabled) {
    later.do("learn from what was said", (signal) =>
      learning.observe({
        user_id,
        session_id: turn.session_id,
        message_id,
        text,
        sources: [...new Set(Cited.parse(last?.metadata ?? {}).sources.map(({ path }) => path))],
        used: drawnOn(person, response),
      }, signal), "learn");
  }
  if (personal.emotion.enabled && person?.emotion) {
    const told = person.emotion;
    const heard = history.turns.slice(-HEARD).flatMap(({ user }) =>
      user ? [{ role: "user" as const, text: user }] : []
    );
    const message = { message_id, text, history: heard };
    later.do("keep a feeling", async (signal) => {
      await emotion.track(message, signal);
    }, "feel");
    if (personal.emotion.refine && model?.available) {
      later.do("refine a feeling", (signal) => refineFeeling(context, message, told, signal), "refine");
    }
  }
}

/** The memories whose words an answer in talk holds. Answers from documents draw on none. */
function drawnOn(person: Person | undefined, response: TextResponse | undefined): string[] {
  if (!response?.model || response.sources.length > 0) return [];
  const terms = new Set(contentTerms(response.answer));
  return (person?.adaptation?.about ?? []).filter(({ text }) => {
    const value = contentTerms(text.slice(text.indexOf(":") + 1));
    return value.length > 0 && value.every((term) => terms.has(term));
  }).map(({ memory_id }) => memory_id);
}
