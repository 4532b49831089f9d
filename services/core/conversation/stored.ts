import { z } from "zod";
import type { ConversationRow, JsonObject, MessageRow } from "../../../lib/db/mod.ts";
import { Source, TextResponse } from "../contract.ts";
import type { Message } from "./contract.ts";
import { Recalled } from "./contract.ts";

/** A chat remembers; a one-time question does not. */
export type Kind = "chat" | "query";

/** Longest title, in characters. */
const TITLE = 80;

export function kindOf(conversation: ConversationRow): Kind {
  return conversation.metadata.kind === "chat" ? "chat" : "query";
}

/** The beginning of a message as the title of what it opens. */
export function titleOf(text: string): string {
  const line = text.trim().split("\n")[0]?.replace(/\s+/g, " ") ?? "";
  return line.length <= TITLE ? line : `${line.slice(0, TITLE - 1).trimEnd()}…`;
}

/** What a message's metadata holds of an answer beside its text. */
const StoredAnswer = z.looseObject({
  state: z.enum(["open", "complete", "interrupted"]).default("complete"),
  removed: z.boolean().optional(),
  answered: z.boolean().optional(),
  model: z.string().nullish(),
  usage: TextResponse.shape.usage,
  degraded: z.array(z.string()).optional(),
  sources: z.array(Source.partial({ score: true })).optional(),
  nearest: z.array(Source).optional(),
  recalled: z.array(Recalled).optional(),
  query: z.string().optional(),
  notice: z.string().optional(),
  cut: z.literal(true).optional(),
  unquoted: z.literal(true).optional(),
});

/** An answer as a message's metadata. How the user felt is not among it: that is stored sealed. */
export function answerMetadata(response: TextResponse): JsonObject {
  const { answered, sources, degraded, model, usage, nearest, recalled, query, notice, cut } = response;
  const stored = {
    ...{ answered, sources, degraded, model, usage, nearest, recalled, query, notice, cut },
    // How grave it was is not told: only that neither message is to be quoted to answer another.
    ...(response.support ? { unquoted: true } : {}),
  };
  // Through JSON, so that fields without a value are absent.
  return JSON.parse(JSON.stringify({ state: "complete", reply_to: response.user_message_id, ...stored }));
}

/** The answer that a row holds, or `undefined` if it is not finished. */
export function storedResponse(
  row: MessageRow,
  ids: Pick<TextResponse, "session_id" | "message_id" | "user_message_id">,
): TextResponse | undefined {
  const stored = StoredAnswer.parse(row.metadata);
  if (stored.state !== "complete") return undefined;
  const { model, usage, nearest, recalled, query, notice, cut } = stored;
  return {
    ...ids,
    answer: row.content,
    answered: stored.answered ?? false,
    sources: (stored.sources ?? []).map((source) => ({ ...source, score: source.score ?? 0 })),
    degraded: stored.degraded ?? [],
    ...(model ? { model } : {}),
    ...(usage ? { usage } : {}),
    ...(nearest ? { nearest } : {}),
    ...(recalled ? { recalled } : {}),
    ...(query ? { query } : {}),
    ...(notice ? { notice } : {}),
    ...(cut ? { cut } : {}),
  };
}

/** A row as clients see it. */
export function toMessage(row: MessageRow): Message {
  const base = {
    message_id: row.id,
    text: row.content,
    timestamp: row.timestamp.toISOString(),
  };
  if (row.role === "user") return { ...base, role: "user" };
  const { state, answered, model, degraded, sources, recalled } = StoredAnswer.parse(row.metadata);
  return {
    ...base,
    role: "assistant",
    ...(state === "complete" ? {} : { interrupted: true }),
    ...(answered === undefined ? {} : { answered }),
    ...(model ? { model } : {}),
    ...(degraded?.length ? { degraded } : {}),
    ...(sources?.length ? { sources } : {}),
    ...(recalled?.length ? { recalled } : {}),
  };
}
