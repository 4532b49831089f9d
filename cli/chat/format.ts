import stringWidth from "string-width";
import { dayIn, minuteIn } from "../../lib/zone.ts";
import type { Conversation, Recalled } from "../../services/core/conversation/contract.ts";
import { clean } from "../terminal/clean.ts";
import { paint, terminalWidth } from "../terminal/output.ts";
import { wrap } from "../terminal/wrap.ts";

/** The day of a moment, in the reader's own time zone: 2026-01-31. */
export function day(iso: string): string {
  return dayIn(new Date(iso));
}

/** A moment as people read it, in their own time zone: 2026-01-31 09:05. */
export function when(iso: string): string {
  return minuteIn(new Date(iso));
}

/** How many messages, in words. */
export function messageCount(messages: number): string {
  return `${messages} ${messages === 1 ? "message" : "messages"}`;
}

/** The end of an id, which stands for it: the beginnings are times, and alike. */
export function shortId(id: string): string {
  return id.slice(-8);
}

/** Conversations a line each, with what was found in them; by number where one can be chosen, else by id. */
export function formatConversations(conversations: readonly Conversation[], numbered: boolean): string {
  const terminal = Deno.stdout.isTerminal();
  const width = terminal ? terminalWidth() : Infinity;
  return conversations.map((conversation, i) => {
    const { session_id, matches = [] } = conversation;
    const id = numbered ? String(i + 1).padStart(3) : terminal ? shortId(session_id) : session_id;
    const line = `${paint("cyan", id)}  ${describe(conversation, width - id.length - 2)}`;
    const found = matches.map(({ role, date, text }) =>
      paint("dim", wrap(`${when(date)} ${speaker(role)}: ${shorten(text)}`, "     "))
    );
    return [line, ...found].join("\n");
  }).join("\n");
}

/** As many conversations as there is room for, a line each, around the one that is marked. */
export function formatChoices(
  conversations: readonly Conversation[],
  marked: number,
  room: number,
  width: number,
): string[] {
  if (conversations.length === 0) return [paint("dim", "  None has this in its title.")];
  const first = Math.min(Math.max(0, marked - room + 1), Math.max(0, conversations.length - room));
  return conversations.slice(first, first + room).map((conversation, i) =>
    first + i === marked
      ? `${paint(["bold", "green"], "›")} ${paint("bold", describe(conversation, width - 2))}`
      : `  ${describe(conversation, width - 2)}`
  );
}

function describe({ title, messages, updated_at, kind }: Conversation, width: number): string {
  const tail = `  ${messageCount(messages)}${kind === "query" ? ", one-time" : ""}`;
  const full = width - 18 - stringWidth(tail) >= 16;
  const room = full ? width - 18 - stringWidth(tail) : Math.max(8, width - 18);
  const text = cut(clean(title).replace(/\s+/g, " "), room);
  return `${when(updated_at)}  ${text}${full ? paint("dim", tail) : ""}`;
}

/** Text of at most `room` columns. */
function cut(text: string, room: number): string {
  if (stringWidth(text) <= room) return text;
  let kept = "";
  for (const character of text) {
    if (stringWidth(kept + character) > room - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Earlier turns that an answer drew on. */
export function formatRecalled(recalled: readonly Recalled[]): string {
  const lines = recalled.map(({ role, date, text }) =>
    wrap(`${when(date)}, ${speaker(role)}: “${shorten(text)}”`, "    ")
  );
  return [paint("bold", "From what was said"), ...lines.map((line) => paint("dim", line))].join("\n");
}

function speaker(role: "user" | "assistant"): string {
  return role === "user" ? "you" : "Morgan";
}

function shorten(text: string): string {
  const flat = clean(text).replace(/\s+/g, " ");
  return flat.length <= 200 ? flat : `${flat.slice(0, 199)}…`;
}
