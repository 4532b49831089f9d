import { sql } from "kysely";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import type { CoreContext } from "../context.ts";
import type { Explanation, TextRequest, TextResponse } from "../contract.ts";
import { foldHistory } from "../conversation/fold.ts";
import { loadHistory, NO_HISTORY } from "../conversation/history.ts";
import { openTurn, type Turn } from "../conversation/turn.ts";
import type { LlmModel } from "../../llm/contract.ts";
import { contextOf, isMemorable } from "../memory/recall.ts";
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
    await settle(context, { request, turn, model, response });
  }
  context.metrics.answers.inc({ kind: !response.answered ? "none" : response.model ? "model" : "extract" });
  yield* closing(request.explain ? { ...response, explain } : response);
}

function* closing(response: TextResponse): Generator<AnswerEvent> {
  yield { event: "sources", data: { sources: response.sources } };
  yield { event: "done", data: response };
}

/** What follows an exchange: its copy in a file, its place in the index of what was said, the summary. */
async function settle(
  context: CoreContext,
  { request, turn, model, response }: {
    request: TextRequest;
    turn: Turn;
    model: LlmModel | undefined;
    response: TextResponse | undefined;
  },
): Promise<void> {
  const { conversation, kind } = turn;
  if (!conversation) return;
  const { id: conversation_id, user_id } = conversation;
  const memorable = response &&
    isMemorable({ role: "assistant", metadata: { state: "complete", ...response } });
  const base = { conversation_id, user_id };
  const before = contextOf(await previous(context, conversation_id, turn));
  context.memory.add([
    { ...base, message_id: turn.user_message_id, text: request.text, before },
    ...(memorable
      ? [{ ...base, message_id: turn.message_id, text: response.answer, before: request.text }]
      : []),
  ]);
  await context.memory.remove(await goneMeanwhile(context, turn));
  if (kind !== "chat") return;
  try {
    await context.mirror.write(conversation_id);
  } catch (error) {
    serviceLogger("core").warning("the copy of a conversation was not written", errorFields(error));
  }
  context.later.do("fold a conversation", (signal) => foldHistory(context, conversation_id, model, signal));
}

/** The messages of a turn that were deleted, or lost their document, since they were stored: whoever removed them may have looked before they were added. */
async function goneMeanwhile({ database }: CoreContext, turn: Turn): Promise<string[]> {
  const ids = [turn.user_message_id, turn.message_id];
  const there = await database.db.selectFrom("messages").select("id").where("id", "in", ids)
    .where("deleted_at", "is", null).where(sql`metadata ->> 'removed'`, "is", null).execute();
  return ids.filter((id) => !there.some((row) => row.id === id));
}

/** The message before a turn's. */
async function previous({ database }: CoreContext, conversationId: string, turn: Turn) {
  return await database.db.selectFrom("messages").select(["role", "content", "metadata"])
    .where("conversation_id", "=", conversationId).where("deleted_at", "is", null)
    .where("id", "not in", [turn.user_message_id, turn.message_id])
    .orderBy("timestamp", "desc").limit(1).executeTakeFirst();
}
