import { marked } from "marked";
import type { CoreClient } from "../../services/core/client.ts";
import type { Message } from "../../services/core/conversation/contract.ts";
import { clean } from "../terminal/clean.ts";
import { renderBlocks } from "../terminal/markdown/render.ts";
import { note, paint, terminalWidth, writeLine } from "../terminal/output.ts";
import { displayPath } from "../terminal/paths.ts";
import { wrap } from "../terminal/wrap.ts";
import type { LastAnswer } from "./conversation.ts";
import { day, when } from "./format.ts";

/** Messages that a resumed conversation begins with. */
const SHOWN = 6;
/** Prose is easier to read in lines no longer than this. */
const WIDEST = 100;

/** Shows the last turns of a conversation that is gone on with; gives back its last answer. */
export async function showLastTurns(
  client: CoreClient,
  id: string,
  signal: AbortSignal,
): Promise<LastAnswer | undefined> {
  const detail = await client.conversation(id, { limit: SHOWN, order: "desc" }, signal);
  const messages = detail.messages_page.messages.toReversed();
  const earlier = detail.messages - messages.length;
  note(
    `“${clean(detail.title)}”, ${when(detail.created_at)}${
      earlier > 0 ? `; ${earlier} earlier messages: morgan sessions show ${detail.session_id}` : ""
    }`,
  );
  writeLine();
  writeLine(formatMessages(messages));
  return lastAnswer(messages);
}

/** A session to go on with, without showing it. */
export async function lastOf(
  client: CoreClient,
  session_id: string,
  signal: AbortSignal,
): Promise<{ session_id: string; last: LastAnswer | undefined }> {
  const { messages_page } = await client.conversation(session_id, { limit: 2, order: "desc" }, signal);
  return { session_id, last: lastAnswer(messages_page.messages.toReversed()) };
}

function lastAnswer(messages: readonly Message[]): LastAnswer | undefined {
  const last = messages.findLast(({ role }) => role === "assistant");
  return last && { message_id: last.message_id, sources: last.sources ?? [], recalled: last.recalled ?? [] };
}

/** Messages as a chat shows them, the date above those of a new day. */
export function formatMessages(messages: readonly Message[]): string {
  return messages.map((message, i) => {
    const before = messages[i - 1];
    const sameDay = before !== undefined && day(before.timestamp) === day(message.timestamp);
    return (sameDay ? "" : `${paint("dim", `── ${day(message.timestamp)} ──`)}\n\n`) + formatMessage(message);
  }).join("\n\n");
}

function formatMessage({ role, text, interrupted, sources = [] }: Message): string {
  if (role === "user") {
    const lines = clean(text).split("\n").map((line) => wrap(line, "  ")).join("\n");
    return paint("green", "›") + lines.slice(1);
  }
  const width = Math.min(terminalWidth(), WIDEST);
  const body = Deno.stdout.isTerminal()
    ? renderBlocks(marked.lexer(clean(text)), width).join("\n")
    : clean(text);
  const cited = sources.map(({ n, path, page }) =>
    `[${n}] ${displayPath(path)}${page === undefined ? "" : `, page ${page}`}`
  );
  return [
    ...(body === "" ? [] : [body]),
    ...(interrupted ? [paint("dim", "(stopped)")] : []),
    ...(cited.length > 0 ? [paint("dim", wrap(cited.join("  ")))] : []),
  ].join("\n");
}
