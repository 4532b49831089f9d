import type { CoreClient } from "../../services/core/client.ts";
import type { Message } from "../../services/core/conversation/contract.ts";
import { clean } from "../terminal/clean.ts";
import { note, paint, writeLine } from "../terminal/output.ts";
import { wrap } from "../terminal/wrap.ts";
import { when } from "./format.ts";

/** Messages that a resumed conversation begins with. */
const SHOWN = 6;

/** Shows the last turns of a conversation that is gone on with. */
export async function showLastTurns(client: CoreClient, id: string, signal: AbortSignal): Promise<void> {
  const detail = await client.conversation(id, { limit: SHOWN, order: "desc" }, signal);
  const { messages } = detail.messages_page;
  const earlier = detail.messages - messages.length;
  note(`${detail.title} (${when(detail.created_at)})${earlier > 0 ? `, ${earlier} earlier messages` : ""}`);
  for (const message of messages.toReversed()) writeLine(formatMessage(message));
}

/** A message as a chat shows it. */
export function formatMessage({ role, text, interrupted, sources = [] }: Message): string {
  const body = clean(text).split("\n").map((line, i) => wrap(line, role === "user" && i === 0 ? "" : "  "))
    .join("\n");
  const cited = [...new Set(sources.map(({ n, path }) => `[${n}] ${path.split("/").at(-1)}`))].join("  ");
  if (role === "user") return `${paint("green", "›")} ${body}`;
  return [
    body,
    ...(interrupted ? [paint("dim", "  (stopped)")] : []),
    ...(cited ? [paint("dim", `  ${cited}`)] : []),
  ]
    .join("\n");
}
