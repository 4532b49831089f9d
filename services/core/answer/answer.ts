import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import type { CoreContext } from "../context.ts";
import type { Explanation, TextRequest, TextResponse } from "../contract.ts";
import { foldHistory } from "../conversation/fold.ts";
import { loadHistory, NO_HISTORY } from "../conversation/history.ts";
import { openTurn, type Turn } from "../conversation/turn.ts";
import type { LlmModel } from "../../llm/contract.ts";
import { drawnOn } from "./after.ts";
import { type AnswerEvent, token } from "./events.ts";
import { perceive, told } from "./person.ts";
import { reply } from "./reply.ts";

/** Answers one message: stores it, finds what an answer can stand on, lets a model word it or quotes, and stores that. */
export async function* answerText(
  context: CoreContext,
  request: TextRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const turn = await openTurn(context, request, signal);
  const { session_id, message_id, user_message_id } = turn;
  const accepted: AnswerEvent = {
    event: "accepted",
    data: { session_id, message_id, user_message_id },
  };
  if (turn.finished) {
    yield accepted;
    yield token(turn.finished.answer);
    // How the user felt is in no answer that is stored.
    return yield* closing({
      ...turn.finished,
      ...told(await perceive(context, request, NO_HISTORY, signal)),
    });
  }
  const explain: Explanation = {};
  let model: LlmModel | undefined;
  const paths = () => [...new Set(explain.candidates?.map(({ path }) => path))];
  let said = "";
  let history = NO_HISTORY;
  let response: TextResponse | undefined;
  try {
    yield accepted;
    if (request.llm) model = await context.llm.model(signal);
    if (turn.kind === "chat") history = await loadHistory(context.database.db, turn);
    const person = await perceive(context, request, history, signal);
    const exclude = new Set([user_message_id, message_id]);
    const stored = turn.conversation !== null;
    const setting = { kind: turn.kind, history, stored, exclude, person };
    const answering = reply(context, request, setting, model, explain, signal);
    for (;;) {
      const next = await answering.next();
      if (next.done) {
        const ids = { session_id, message_id, user_message_id };
        response = await turn.finish({ ...next.value, ...ids }, drawnOn(person, next.value));
        break;
      }
      if (next.value.event === "token") turn.checkpoint(said += next.value.data.text, paths());
      yield next.value;
    }
  } finally {
    // Stopped by the user, or failed: what was said so far is kept.
    if (!response) await turn.interrupt(said, paths());
    await settle(context, turn, model);
  }
  context.metrics.answers.inc({ kind: !response.answered ? "none" : response.model ? "model" : "extract" });
  yield* closing(request.explain ? { ...response, explain } : response);
}

function* closing(response: TextResponse): Generator<AnswerEvent> {
  yield { event: "sources", data: { sources: response.sources } };
  yield { event: "done", data: response };
}

/** What follows an exchange in a chat: its copy in a file, the summary. */
async function settle(
  context: CoreContext,
  { conversation, kind }: Turn,
  model: LlmModel | undefined,
): Promise<void> {
  if (!conversation || kind !== "chat") return;
  try {
    await context.mirror.write(conversation.id);
  } catch (error) {
    serviceLogger("core").warning("the copy of a conversation was not written", errorFields(error));
  }
  context.later.do("fold a conversation", (signal) => foldHistory(context, conversation.id, model, signal));
}
