import { sql, type Transaction } from "kysely";
import type { Schema } from "../../../lib/db/mod.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import { SAID_QUEUE, SaidJob } from "../../rag/said/contract.ts";
import type { CoreContext } from "../context.ts";
import { syncAll, syncMessages, withReplies } from "./sync.ts";

/** Messages that are looked at for answers which a killed process began: it was at work on a few of the last ones. */
const LOOKED_AT = 200;

/** Stores, within the transaction that says or deletes these messages, that the index of what was said is to follow. */
export async function storeSaid(
  { jobs }: Pick<CoreContext, "jobs">,
  tx: Transaction<Schema>,
  messages: readonly string[],
): Promise<void> {
  if (messages.length === 0) return;
  await jobs.enqueue(SAID_QUEUE, { messages: [...messages] } satisfies SaidJob, { tx });
}

/** Starts to bring the index in line with what is said and deleted. */
export function startSaid(context: CoreContext): void {
  const { jobs } = context;
  const log = serviceLogger("core");
  jobs.work(SAID_QUEUE, {
    async onJob({ data }, signal) {
      const job = SaidJob.parse(data);
      if ("all" in job) await syncAll(context, signal);
      else await syncMessages(context, await withReplies(context, job.messages), signal);
    },
    async onError({ data }, error, final) {
      log.warning("the index of what was said is not in line yet", { final, ...data, ...errorFields(error) });
      if (!final) return;
      // One job that compares all stands for every one that is given up, however long rag is away.
      const waiting = (await jobs.live(SAID_QUEUE)).some(({ data, state }) =>
        state === "waiting" && "all" in SaidJob.parse(data)
      );
      if (!waiting) await jobs.enqueue(SAID_QUEUE, { all: true } satisfies SaidJob);
    },
  });
}

/** Has the messages indexed whose answers a killed process left open: what follows an answer was not stored for them. */
export async function storeInterrupted({ database, jobs }: CoreContext): Promise<void> {
  const rows = await database.db
    .selectFrom((from) =>
      from.selectFrom("messages").select(["metadata", "deleted_at"]).orderBy("timestamp", "desc")
        .limit(LOOKED_AT).as("last")
    )
    .select(sql<string | null>`last.metadata ->> 'reply_to'`.as("message"))
    .where(sql`last.metadata ->> 'state'`, "=", "open").where("last.deleted_at", "is", null).execute();
  const messages = rows.flatMap(({ message }) => message ?? []);
  if (messages.length > 0) await jobs.enqueue(SAID_QUEUE, { messages } satisfies SaidJob);
}
