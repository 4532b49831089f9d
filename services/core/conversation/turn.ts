import { type ConversationRow, newId, repositories, type Sql } from "../../../lib/db/mod.ts";
import { MorganError, toMorganError } from "../../../lib/errors.ts";
import { errorFields, serviceLogger, timed } from "../../../lib/telemetry/mod.ts";
import { storeAfter } from "../answer/after.ts";
import type { CoreContext } from "../context.ts";
import type { TextRequest, TextResponse } from "../contract.ts";
import { answerMetadata, type Kind, kindOf, storedResponse, titleOf } from "./stored.ts";
import { drawnOnBy, findWithdrawn, removedAnswer, withdrawnResponse } from "./withdrawn.ts";
import { followAnswer, isWriter, newWriter, showWriting, takeAnswer } from "./writing.ts";

/** Milliseconds between two writes of an answer that is still coming. */
const CHECKPOINT_MS = 500;

/**
 * One message of the user and the answer to it, from the moment that it is stored. Its answer is written by this turn alone, until it is
 * finished or interrupted, or this process seems dead.
 */
export interface Turn {
  session_id: string;
  user_message_id: string;
  /** The answer's id. */
  message_id: string;
  kind: Kind;
  /** `null` where the disk is full and nothing can be stored. */
  conversation: ConversationRow | null;
  /** The answer, where this message was sent and answered before. */
  finished: TextResponse | undefined;
  /** Stores what there is of the answer, now and then: call it with the whole text at each piece, and the paths of what it may quote. */
  checkpoint(text: string, drawnOn: string[]): void;
  /**
   * Stores the answer, and in the same transaction what is to be done after it. Where another has taken its place because this one seemed
   * dead, what that one stores is returned. On a full disk it is given all the same, and says that the history lacks it. Where a document that it was drawn from was deleted meanwhile, it is not stored, and what is returned says so instead.
   * @param used memories that it drew on
   */
  finish(response: TextResponse, used: string[]): Promise<TextResponse>;
  /** Stores what was said before the answer was stopped, the paths of what it may quote, and what is to be done after it. */
  interrupt(text: string, drawnOn: string[]): Promise<void>;
}

/**
 * Stores a user's message with an open answer. A message that is sent again finds what became of it the first time; while another still
 * writes that, it is waited for.
 */
export async function openTurn(
  context: CoreContext,
  request: TextRequest,
  signal: AbortSignal,
): Promise<Turn> {
  const { database } = context;
  const writer = newWriter();
  let opened: Opened | null = null;
  let lack: MorganError | undefined;
  try {
    opened = await timed(context.metrics, "save", () => open(context, request, writer));
    if (opened.isOthers) opened = await follow(opened);
  } catch (error) {
    lack = toMorganError(error);
    if (lack.code !== "storage_full") throw error;
    serviceLogger("core").error("a message was not stored", errorFields(error));
  }
  const ids = opened ?? {
    session_id: request.session_id ?? newId(),
    user_message_id: request.user_message_id ?? newId(),
    message_id: newId(),
  };
  let pending: Promise<unknown> = Promise.resolve();
  let written = performance.now();
  let busy = false;
  const sign = opened && !opened.finished ? showWriting(database, ids.message_id, writer) : undefined;

  /** Waits for who writes the answer, and takes his place where he is dead. */
  async function follow(opened: Opened): Promise<Opened> {
    const row = await followAnswer(database, { id: opened.message_id, writer }, signal);
    const finished = storedResponse(row, opened);
    return { ...opened, isOthers: false, ...(finished ? { finished } : {}) };
  }
  /** Stores what there is of the answer, or that its documents are gone. False where another writes it by now. */
  const storePart = async (
    tx: Sql,
    { timestamp }: Opened,
    state: "open" | "interrupted",
    text: string,
    paths: readonly string[],
  ): Promise<boolean> => {
    if (!await isWriter(tx, ids.message_id, writer)) return false;
    const withdrawn = await findWithdrawn(tx, { documents: [], paths, messages: [] }, timestamp);
    await repositories(tx).messages.update(
      ids.message_id,
      withdrawn.length > 0 ? removedAnswer(withdrawn) : {
        content: text,
        metadata: {
          state,
          reply_to: ids.user_message_id,
          drawn_on: [...paths],
          ...(state === "open" ? { writer } : {}),
        },
      },
    );
    return true;
  };
  return {
    session_id: ids.session_id,
    user_message_id: ids.user_message_id,
    message_id: ids.message_id,
    kind: opened ? kindOf(opened.conversation) : request.session_id ? "chat" : "query",
    conversation: opened?.conversation ?? null,
    finished: opened?.finished,
    checkpoint(text, drawnOn) {
      if (!opened || busy || performance.now() - written < CHECKPOINT_MS) return;
      busy = true;
      pending = database.transaction((tx) => storePart(tx, opened, "open", text, drawnOn))
        .catch((error) =>
          serviceLogger("core").warning("an unfinished answer was not stored", errorFields(error))
        )
        .finally(() => {
          busy = false;
          written = performance.now();
        });
    },
    async finish(response, used) {
      await pending;
      if (!opened) return unsaved(response, lack);
      const turn = opened;
      try {
        for (;;) {
          const stored = await timed(
            context.metrics,
            "save",
            () => finish(context, { ...turn, writer }, response, used),
          );
          const known = stored ?? (await follow(turn)).finished;
          if (known) return known;
        }
      } catch (error) {
        const known = toMorganError(error);
        if (known.code !== "storage_full") throw error;
        serviceLogger("core").error("an answer was not stored", errorFields(error));
        return unsaved(response, known);
      } finally {
        sign?.[Symbol.dispose]();
      }
    },
    async interrupt(text, drawnOn) {
      sign?.[Symbol.dispose]();
      await pending;
      if (!opened) return;
      const turn = opened;
      await database.transaction(async (tx) => {
        if (!await storePart(tx, turn, "interrupted", text, drawnOn)) return;
        await storeAfter(context, tx, turn.conversation.user_id, {
          message_id: ids.user_message_id,
          used: [],
        });
      });
    },
  };
}

interface Opened {
  conversation: ConversationRow;
  session_id: string;
  user_message_id: string;
  message_id: string;
  /** Of the answer. */
  timestamp: Date;
  finished?: TextResponse;
  /** Another may be writing the answer. */
  isOthers: boolean;
}

async function open({ database }: CoreContext, request: TextRequest, writer: string): Promise<Opened> {
  return await database.transaction(async (tx) => {
    const { conversations, messages } = repositories(tx);
    const known = request.user_message_id && await messages.find(request.user_message_id);
    if (known) {
      const conversation = await conversations.find(known.conversation_id);
      if (!conversation || conversation.user_id !== request.user_id || known.role !== "user") {
        throw new MorganError("conflict", `The message id ${known.id} belongs to another message.`, {
          hint: "Give each message an id of its own, or none.",
        });
      }
      const reply = await messages.find(String(known.metadata.reply ?? ""));
      if (!reply) {
        throw new MorganError(
          "conflict",
          `The message ${known.id} was sent before, and its answer was deleted.`,
          {
            hint: "Send it with another id.",
          },
        );
      }
      const { session_id } = conversation;
      const ids = { session_id, user_message_id: known.id, message_id: reply.id };
      const taken = await takeAnswer(tx, database.backend, { id: reply.id, writer });
      const finished = taken && storedResponse(taken, ids);
      const isOthers = taken === undefined;
      return {
        conversation,
        ...ids,
        timestamp: reply.timestamp,
        isOthers,
        ...(finished ? { finished } : {}),
      };
    }
    const where = { user_id: request.user_id, session_id: request.session_id ?? newId() };
    const found = request.session_id ? (await conversations.list({ where, limit: 1 })).rows[0] : undefined;
    const kind: Kind = request.session_id ? "chat" : "query";
    // A one-time question that is followed up is a chat from then on. One that was deleted since it was found is begun anew.
    const conversation =
      (found && await conversations.update(found.id, { metadata: { ...found.metadata, kind } })) ??
        await conversations.insert({ ...where, metadata: { kind, title: titleOf(request.text) } });
    const ids = { user_message_id: request.user_message_id ?? newId(), message_id: newId() };
    const now = Date.now();
    // One millisecond later, so that the order of a conversation is the order of its times.
    const timestamp = new Date(now + 1);
    await messages.insertMany([
      {
        id: ids.user_message_id,
        conversation_id: conversation.id,
        role: "user",
        content: request.text,
        timestamp: new Date(now),
        metadata: { reply: ids.message_id },
      },
      {
        id: ids.message_id,
        conversation_id: conversation.id,
        role: "assistant",
        content: "",
        timestamp,
        metadata: { state: "open", reply_to: ids.user_message_id, writer },
      },
    ]);
    return { conversation, session_id: conversation.session_id, ...ids, timestamp, isOthers: false };
  });
}

/** Stores an answer and what is to be done after it; not where another writes it by now. */
async function finish(
  context: CoreContext,
  { conversation, timestamp, writer }: Opened & { writer: string },
  response: TextResponse,
  used: string[],
): Promise<TextResponse | undefined> {
  return await context.database.transaction(async (tx) => {
    const { conversations, messages } = repositories(tx);
    if (!await isWriter(tx, response.message_id, writer)) return undefined;
    const withdrawn = await findWithdrawn(tx, drawnOnBy(response), timestamp);
    await messages.update(
      response.message_id,
      withdrawn.length > 0 ? removedAnswer(withdrawn) : {
        content: response.answer,
        tokens_used: response.usage?.completion_tokens ?? null,
        metadata: answerMetadata(response),
      },
    );
    await conversations.update(conversation.id, {});
    const exchange = { message_id: response.user_message_id, used };
    await storeAfter(context, tx, conversation.user_id, exchange, response.support !== undefined);
    return withdrawn.length > 0 ? withdrawnResponse(response) : response;
  });
}

function unsaved(response: TextResponse, lack: MorganError | undefined): TextResponse {
  return {
    ...response,
    degraded: [...response.degraded, "not_saved"],
    notice: ["This exchange was not stored:", lack?.message, lack?.hint].filter(Boolean).join(" "),
  };
}
