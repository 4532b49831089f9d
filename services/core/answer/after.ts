import type { Transaction } from "kysely";
import { z } from "zod";
import type { MessageRow, Schema, Sql } from "../../../lib/db/mod.ts";
import type { JobQueue } from "../../../lib/jobs/mod.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import { AFTER_QUEUE, type CoreContext, REFINE_QUEUE } from "../context.ts";
import { Source, type TextResponse } from "../contract.ts";
import { contentTerms } from "../conversation/follow_up.ts";
import { storeSaid } from "../said/jobs.ts";
import type { Person } from "./person.ts";
import { refineFeeling } from "./refine.ts";

/** A job of either queue. It names rows and holds no text: of what was deleted meanwhile nothing is kept or learned. */
export interface AfterJob {
  task: "learn" | "feel";
  /** Of the user's message. */
  message_id: string;
  /** Memories that the answer drew on. */
  used: string[];
}

/** What an answer cited, as its row tells. */
const Cited = z.looseObject({ sources: z.array(Source.pick({ path: true })).catch([]) });

/** User turns that a feeling is heard in. */
const HEARD = 4;

/**
 * Stores, within the transaction that ends an exchange, that it is to be found again, to be learned from and the feeling to be kept. What is said
 * in danger is no preference: of that nothing is learned.
 */
export async function storeAfter(
  { jobs, personal }: Pick<CoreContext, "jobs" | "personal">,
  tx: Transaction<Schema>,
  user_id: string,
  exchange: Omit<AfterJob, "task">,
  inDanger = false,
): Promise<void> {
  await storeSaid({ jobs }, tx, [exchange.message_id]);
  const tasks = [
    ...(personal.learning.enabled && !inDanger ? ["learn" as const] : []),
    ...(personal.emotion.enabled ? ["feel" as const] : []),
  ];
  for (const task of tasks) {
    await jobs.enqueue(AFTER_QUEUE, { task, ...exchange } satisfies AfterJob, { tx, order: user_id });
  }
}

/** Starts to work on what exchanges left to do, also those of an earlier process. Doing a job twice changes nothing. */
export function startAfter(context: CoreContext): void {
  const log = serviceLogger("core");
  const onError = ({ data }: { data: AfterJob }, error: unknown, final: boolean) =>
    log[final ? "error" : "warning"]("work after an answer failed", { ...data, ...errorFields(error) });
  context.jobs.work<AfterJob>(AFTER_QUEUE, {
    // What was said later holds.
    inOrder: true,
    onJob: async ({ data }, signal) => {
      const said = await findSaid(context.database.db, data.message_id);
      if (said) await (data.task === "learn" ? learn : feel)(context, said, data, signal);
    },
    onError,
  });
  context.jobs.work<AfterJob>(REFINE_QUEUE, {
    onJob: async ({ data }, signal) => {
      const said = await findSaid(context.database.db, data.message_id);
      const message = said && await heard(context.database.db, said);
      if (!message) return;
      const { text, history } = message;
      await refineFeeling(context, message, await context.emotion.detect(text, { history, signal }), signal);
    },
    onError,
  });
}

/** Resolves when everything that followed the exchanges so far is done. */
export async function afterIdle(jobs: JobQueue): Promise<void> {
  await jobs.idle(AFTER_QUEUE);
  await jobs.idle(REFINE_QUEUE);
}

/** The memories whose words an answer in talk holds. Answers from documents draw on none. */
export function drawnOn(
  person: Person,
  response: Pick<TextResponse, "model" | "sources" | "answer">,
): string[] {
  if (!response.model || response.sources.length > 0) return [];
  const terms = new Set(contentTerms(response.answer));
  return (person.adaptation?.about ?? []).filter(({ text }) => {
    const value = contentTerms(text.slice(text.indexOf(":") + 1));
    return value.length > 0 && value.every((term) => terms.has(term));
  }).map(({ memory_id }) => memory_id);
}

async function learn(
  context: CoreContext,
  said: Said,
  { used }: AfterJob,
  signal: AbortSignal,
): Promise<void> {
  const { id, user_id, session_id, content, timestamp } = said;
  const last = await before(context.database.db, said).select("metadata").limit(1).executeTakeFirst();
  await context.learning.observe({
    user_id,
    session_id,
    message_id: id,
    text: content,
    sources: [...new Set(Cited.parse(last?.metadata ?? {}).sources.map(({ path }) => path))].slice(0, 50),
    used: used.slice(0, 50),
    date: timestamp.toISOString(),
  }, signal);
}

async function feel(context: CoreContext, said: Said, job: AfterJob, signal: AbortSignal): Promise<void> {
  await context.emotion.track(await heard(context.database.db, said), signal);
  if (context.personal.emotion.refine && (await context.llm.model(signal)).available) {
    await context.jobs.enqueue(REFINE_QUEUE, job);
  }
}

/** A user's message, and whose it is. */
type Said = Pick<MessageRow, "id" | "conversation_id" | "content" | "timestamp"> & {
  user_id: string;
  session_id: string;
};

async function findSaid(db: Sql, id: string): Promise<Said | undefined> {
  return await db.selectFrom("messages")
    .innerJoin("conversations", "conversations.id", "messages.conversation_id")
    .where("messages.id", "=", id)
    .where("messages.deleted_at", "is", null).where("conversations.deleted_at", "is", null)
    .select([
      "messages.id",
      "messages.conversation_id",
      "messages.content",
      "messages.timestamp",
      "conversations.user_id",
      "conversations.session_id",
    ]).executeTakeFirst();
}

/** What was said in the conversation before a message, the newest first. */
function before(db: Sql, { conversation_id, timestamp }: Said) {
  return db.selectFrom("messages").where("conversation_id", "=", conversation_id)
    .where("deleted_at", "is", null).where("timestamp", "<", timestamp).orderBy("timestamp", "desc");
}

/** A message as the emotion service is to hear it: after what the user said before. */
async function heard(db: Sql, said: Said) {
  const rows = await before(db, said).where("role", "=", "user").select("content").limit(HEARD).execute();
  const history = rows.reverse().map(({ content }) => ({ role: "user" as const, text: content }));
  return { message_id: said.id, text: said.content, history };
}
