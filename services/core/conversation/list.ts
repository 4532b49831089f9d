import { sql } from "kysely";
import type { z } from "zod";
import {
  type ConversationRow,
  deleteConversation,
  isUuid,
  noSuchPage,
  repositories,
  type Sql,
} from "../../../lib/db/mod.ts";
import { MorganError } from "../../../lib/errors.ts";
import type { CoreContext } from "../context.ts";
import type {
  Conversation,
  ConversationDetail,
  ConversationPage,
  ConversationsQuery,
  Message,
  MessagesQuery,
  Recalled,
} from "./contract.ts";
import { storeSaid } from "../said/jobs.ts";
import { recall } from "../said/recall.ts";
import { kindOf, toMessage } from "./stored.ts";

/** Turns that a search in conversations looks at. */
const SEARCHED = 100;

/** `GET /api/conversations`. */
export async function conversationPage(
  context: CoreContext,
  query: z.output<typeof ConversationsQuery>,
  signal: AbortSignal,
): Promise<ConversationPage> {
  if (query.query !== undefined) return await searchConversations(context, query.query, query, signal);
  const { db } = context.database;
  let select = db.selectFrom("conversations").selectAll()
    .where("user_id", "=", query.user_id).where("deleted_at", "is", null)
    .orderBy("updated_at", "desc").orderBy("id", "desc").limit(query.limit + 1);
  if (query.kind) select = select.where(sql<string>`coalesce(metadata ->> 'kind', 'query')`, "=", query.kind);
  if (query.cursor !== undefined) {
    if (!isUuid(query.cursor)) throw noSuchPage();
    select = select.where(
      sql<boolean>`(updated_at, id) < (select updated_at, id from conversations where id = ${query.cursor})`,
    );
  }
  const rows = await select.execute();
  const page = rows.slice(0, query.limit);
  return {
    conversations: await described(db, page),
    next: rows.length > query.limit ? page.at(-1)?.id ?? null : null,
  };
}

async function searchConversations(
  context: CoreContext,
  text: string,
  { user_id, kind, limit }: z.output<typeof ConversationsQuery>,
  signal: AbortSignal,
): Promise<ConversationPage> {
  const { messages } = await recall(context, { query: text, user_id, limit: SEARCHED }, signal);
  const matches = Map.groupBy(messages, ({ conversation_id }) => conversation_id);
  const rows = await conversationsById(context.database.db, [...matches.keys()]);
  const wanted = [...matches.keys()].flatMap((id) => {
    const row = rows.get(id);
    return row && (!kind || kindOf(row) === kind) ? [row] : [];
  }).slice(0, limit);
  const conversations = (await described(context.database.db, wanted)).map((conversation) => ({
    ...conversation,
    matches: (matches.get(conversation.id) ?? []).slice(0, 3).map((
      { conversation_id: _, ...match },
    ): Recalled => match),
  }));
  return { conversations, next: null };
}

async function conversationsById(db: Sql, ids: readonly string[]): Promise<Map<string, ConversationRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("conversations").selectAll()
    .where("id", "in", ids).where("deleted_at", "is", null).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function described(db: Sql, rows: readonly ConversationRow[]): Promise<Conversation[]> {
  if (rows.length === 0) return [];
  const counts = await db.selectFrom("messages").select([
    "conversation_id",
    sql<number>`count(*)::int`.as("count"),
  ])
    .where("conversation_id", "in", rows.map(({ id }) => id)).where("deleted_at", "is", null)
    .groupBy("conversation_id").execute();
  const count = new Map(counts.map((row) => [row.conversation_id, row.count]));
  return rows.map((row) => ({
    id: row.id,
    session_id: row.session_id,
    kind: kindOf(row),
    title: String(row.metadata.title ?? ""),
    messages: count.get(row.id) ?? 0,
    ...(row.context_summary ? { summary: row.context_summary } : {}),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }));
}

/** The live conversation of a user with this id or session id. Throws `not_found`. */
export async function findConversation(db: Sql, id: string, userId: string): Promise<ConversationRow> {
  const { conversations } = repositories(db);
  const bySession =
    (await conversations.list({ where: { user_id: userId, session_id: id }, limit: 1 })).rows[0];
  const found = bySession ?? await conversations.find(id);
  if (!found || found.user_id !== userId) {
    throw new MorganError("not_found", `There is no conversation ${id}.`, {
      hint: "See `morgan sessions list`.",
    });
  }
  return found;
}

/** `GET /api/conversations/{id}`. */
export async function conversationDetail(
  context: CoreContext,
  id: string,
  query: z.output<typeof MessagesQuery>,
): Promise<ConversationDetail> {
  const { db } = context.database;
  const conversation = await findConversation(db, id, query.user_id);
  const { rows, next } = await repositories(db).messages.list({
    where: { conversation_id: conversation.id, role: ["user", "assistant"] },
    order: { column: "timestamp", direction: query.order },
    limit: query.limit,
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  });
  const [described_] = await described(db, [conversation]);
  if (!described_) throw new MorganError("not_found", `There is no conversation ${id}.`);
  const feedback = await feedbackOn(db, rows.map((row) => row.id));
  const messages = rows.map((row): Message => {
    const message = toMessage(row);
    const said = feedback.get(row.id);
    return said ? { ...message, feedback: said } : message;
  });
  return { ...described_, messages_page: { messages, next } };
}

/** The newest feedback on each message. */
async function feedbackOn(
  db: Sql,
  ids: readonly string[],
): Promise<Map<string, NonNullable<Message["feedback"]>>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("feedback").select(["message_id", "rating", "comment"])
    .where("message_id", "in", ids).where("deleted_at", "is", null).orderBy("created_at").execute();
  return new Map(
    rows.flatMap(({ message_id, rating, comment }) =>
      message_id === null
        ? []
        : [[message_id, { ...(rating === null ? {} : { rating }), ...(comment === null ? {} : { comment }) }]]
    ),
  );
}

/** `DELETE /api/conversations/{id}`: nothing of it can be found or read again. */
export async function removeConversation(
  context: CoreContext,
  id: string,
  userId: string,
): Promise<string[]> {
  const conversation = await context.database.transaction(async (tx) => {
    const conversation = await findConversation(tx, id, userId);
    const rows = await tx.selectFrom("messages").select("id").where("conversation_id", "=", conversation.id)
      .execute();
    await deleteConversation(tx, conversation.id);
    await storeSaid(context, tx, rows.map((row) => row.id));
    return conversation;
  });
  await context.mirror.remove(conversation.session_id);
  return [conversation.id];
}
