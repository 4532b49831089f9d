import { MorganError } from "../../lib/errors.ts";
import type { CoreClient } from "../../services/core/client.ts";

/** Characters from which a beginning stands for the whole id. */
const LEAST = 4;

/**
 * The session that `name` means: an id, an unambiguous beginning or end of one (the beginnings are times, and soon
 * alike), or `last`. Throws `not_found`, or `usage` for two.
 */
export async function findSession(client: CoreClient, name: string, signal: AbortSignal): Promise<string> {
  if (name === "last") {
    const { conversations: [last] } = await client.conversations({ kind: "chat", limit: 1 }, signal);
    if (last) return last.session_id;
    throw new MorganError("not_found", "There is no conversation yet.", {
      hint: "Begin one with `morgan chat`.",
    });
  }
  const exact = await client.conversation(name, { limit: 1 }, signal).catch((error) => {
    if (error instanceof MorganError && error.code === "not_found") return undefined;
    throw error;
  });
  if (exact) return exact.session_id;
  const found = name.length < LEAST ? [] : await partOf(client, name.toLowerCase(), signal);
  if (found.length === 1 && found[0]) return found[0];
  if (found.length > 1) {
    throw new MorganError("usage", `${found.length} conversations have ids with ${name}.`, {
      hint: `Give more of the id: ${found.slice(0, 3).join(", ")}.`,
    });
  }
  throw new MorganError("not_found", `There is no conversation ${name}.`, {
    hint: "See `morgan sessions list`.",
  });
}

async function partOf(client: CoreClient, name: string, signal: AbortSignal): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.conversations({ limit: 1000, ...(cursor ? { cursor } : {}) }, signal);
    found.push(
      ...page.conversations.map(({ session_id }) => session_id).filter((id) =>
        id.startsWith(name) || id.endsWith(name)
      ),
    );
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}
