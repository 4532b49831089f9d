import { join } from "node:path";
import { repositories, type Sql } from "../../../lib/db/mod.ts";
import { writePrivate } from "../../../lib/home/mod.ts";
import { oneAtATimeEach } from "../../../lib/one_at_a_time.ts";
import { toMessage } from "./stored.ts";

/**
 * A copy of each chat for people and their tools, `{folder}/{session_id}.json` (mode 0600, by rename); Morgan itself reads the database.
 * What is done with one copy is done in the order of the calls, so that the last one leaves what the database held at that time.
 */
export interface Mirror {
  /** Writes a conversation as it stands; none for one that was deleted. */
  write(conversationId: string): Promise<void>;
  /** Removes a conversation's copy, if there is one. */
  remove(sessionId: string): Promise<void>;
  /** Writes the copies that a killed process did not come to, and removes those of deleted conversations. */
  recover(): Promise<void>;
}

/** The copies in `folder`. */
export function openMirror(db: Sql, folder: string): Mirror {
  const inOrder = oneAtATimeEach();
  const write = async (conversationId: string): Promise<void> => {
    const conversation = await repositories(db).conversations.find(conversationId);
    if (!conversation) return;
    const path = mirrorPath(folder, conversation.session_id);
    await inOrder(path, () => writeCopy(db, path, conversationId));
  };
  const remove = async (sessionId: string): Promise<void> => {
    const path = mirrorPath(folder, sessionId);
    await inOrder(path, () =>
      Deno.remove(path).catch((error) => {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      }));
  };
  return {
    write,
    remove,
    async recover() {
      const rows = await db.selectFrom("conversations").select([
        "id",
        "session_id",
        "updated_at",
        "deleted_at",
        "metadata",
      ])
        .execute();
      const live = rows.filter(({ deleted_at }) => deleted_at === null);
      const sessions = new Set(live.map(({ session_id }) => session_id));
      for (const { session_id } of rows) if (!sessions.has(session_id)) await remove(session_id);
      for (const row of live.filter(({ metadata }) => metadata.kind === "chat")) {
        const written = (await Deno.stat(mirrorPath(folder, row.session_id)).catch(() => null))?.mtime;
        if (!written || written < row.updated_at) await write(row.id);
      }
    },
  };
}

async function writeCopy(db: Sql, path: string, conversationId: string): Promise<void> {
  const { conversations, messages } = repositories(db);
  // Read now: it may have been deleted while an earlier write was under way.
  const conversation = await conversations.find(conversationId);
  if (!conversation) return;
  const said: ReturnType<typeof toMessage>[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof messages.list>> = await messages.list({
      where: { conversation_id: conversationId, role: ["user", "assistant"] },
      order: { column: "timestamp", direction: "asc" },
      limit: 1000,
      ...(cursor === null ? {} : { cursor }),
    });
    said.push(...page.rows.map(toMessage));
    cursor = page.next;
  } while (cursor !== null);
  const { session_id, user_id, created_at, updated_at, context_summary, metadata } = conversation;
  const copy = {
    session_id,
    user_id,
    title: metadata.title ?? "",
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
    ...(context_summary ? { summary: context_summary } : {}),
    messages: said,
  };
  await writePrivate(path, `${JSON.stringify(copy, null, 2)}\n`);
}

/** A session's id is the client's to choose, a file's name is not: other characters than these are written as their code. */
function mirrorPath(folder: string, sessionId: string): string {
  const name = sessionId.replace(/[^A-Za-z0-9_-]/g, (char) => `%${char.codePointAt(0)?.toString(16)}`).slice(
    0,
    200,
  );
  return join(folder, `${name}.json`);
}
